using MiaVoices.Formats.Reports.Html;
using MiaVoices.Formats.Reports.Spreadsheets;
using MiaVoices.Formats.Reports.Word;
using Xunit;

namespace MiaVoices.Tests.Formats.Reports;

public class DumpTests
{
    [Fact]
    public void Dump()
    {
        Directory.CreateDirectory("/tmp/wr");
        File.WriteAllBytes("/tmp/wr/a.html", HtmlReport.Write(SampleReport.Blocks, SampleReport.Meta));
        File.WriteAllBytes("/tmp/wr/a.docx", WordReport.Write(SampleReport.Blocks, SampleReport.Meta));
        File.WriteAllBytes("/tmp/wr/a.xlsx", Workbooks.Write(SampleReport.Blocks, SampleReport.Meta));
        File.WriteAllText("/tmp/wr/a.md", MiaVoices.Core.Reports.MarkdownWriter.Write(SampleReport.Blocks));
    }
}
