using System.Globalization;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats;
using MiaVoices.Formats.Tables;
using Xunit;

namespace MiaVoices.Tests.Formats.OpenDocument;

public class OdfTests
{
    private const string Names = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
        + "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:fo=\"f\" xmlns:draw=\"d\" xmlns:dc=\"dc\" xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"";

    private static SourceFile File(string name, string body, string styles = "") => Build.Zip(name,
        ("mimetype", "application/vnd.oasis.opendocument"),
        ("content.xml", $"<office:document-content {Names}><office:automatic-styles>{styles}</office:automatic-styles><office:body>{body}</office:body></office:document-content>"),
        ("META-INF/manifest.xml", "<manifest/>"));

    private static SourceFile Odt(string body, string styles = "") => File("d.odt", $"<office:text>{body}</office:text>", styles);

    private static SourceFile Ods(string rows) => File("d.ods", $"<office:spreadsheet><table:table table:name=\"Blad1\">{rows}</table:table></office:spreadsheet>");

    private static string Key(SourceFile file) => Assert.Throws<RefusedException>(() => Readers.Read(file, new ReadOptions())).Problem.Key;

    [Fact]
    public void Insertions_stay_and_deletions_notes_comments_and_boxes_are_not_speech()
    {
        var shown = ReaderExamples.Shown(Odt(
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>IP: bort</text:p></text:deletion></text:changed-region></text:tracked-changes>"
            + "<text:table-of-content><text:index-body><text:p>Innehåll 1</text:p></text:index-body></text:table-of-content>"
            + "<text:h text:outline-level=\"1\">Intervju</text:h>"
            + "<text:p><text:span text:style-name=\"T1\">I:</text:span> Hur\n   blev<text:s text:c=\"2\"/>det?<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Noten</text:p></text:note-body></text:note></text:p>"
            + "<text:p>IP: <text:change-start/>Det<text:change-end/> gick<office:annotation><dc:creator>X</dc:creator><text:p>Kod</text:p></office:annotation>.<text:line-break/>Ny rad.</text:p>"
            + "<text:p><draw:frame><draw:text-box><text:p>I rutan</text:p></draw:text-box></draw:frame>Va\u030Ad?</text:p>"), new ReadOptions());
        Assert.Equal("Interview odt utf-8\nI I | Hur blev  det?\nR IP | Det gick.⏎Ny rad.⏎Våd?\n? d.odt docx.comments 1\n? d.odt docx.footnotes 1\n! d.odt docx.textboxes 1\n? d.odt:1 transcript.titles 1", shown);
    }

    [Fact]
    public void A_table_and_bold_names_give_speakers()
    {
        static string Row(string who, string what) => $"<table:table-row><table:table-cell><text:p>{who}</text:p></table:table-cell><table:table-cell><text:p>{what}</text:p></table:table-cell></table:table-row>";
        var table = Readers.Read(Odt($"<table:table>{Row("Moa", "Vart for du?")}{Row("Siv", "Till kusten</text:p><text:p>och vidare.")}{Row("", "Och hem.")}{Row("Moa", "Jaha?")}{Row("Siv", "Ja.")}</table:table>"), new ReadOptions()).Single();
        Assert.Equal(["Vart for du?", "Till kusten och vidare.\nOch hem.", "Jaha?", "Ja."], table.Segments.Select(s => s.Text));
        Assert.Equal(["Moa", "Siv", "Moa", "Siv"], table.Segments.Select(s => s.Speaker));

        const string Bold = "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\"/></style:style>";
        var alone = Readers.Read(Odt(string.Concat(new (string, string)[] { ("Eva Ek", "Hur då?"), ("Bo Al", "Så här."), ("Eva Ek", "Jaha?"), ("Bo Al", "Ja.") }
            .Select(t => $"<text:p><text:span text:style-name=\"T1\">{t.Item1}</text:span></text:p><text:p>{t.Item2}</text:p>")), Bold), new ReadOptions()).Single();
        Assert.Equal(["Eva Ek", "Bo Al", "Eva Ek", "Bo Al"], alone.Segments.Select(s => s.Speaker));
    }

    [Fact]
    public void Cells_come_out_as_those_of_a_workbook()
    {
        var sheet = Workbook.Read(Ods(
            "<table:table-header-rows><table:table-row><table:table-cell office:value-type=\"string\"><text:p>ID</text:p></table:table-cell>"
            + "<table:table-cell table:number-columns-spanned=\"2\" office:value-type=\"string\"><text:p>Hur</text:p><text:p>var</text:p></table:table-cell><table:covered-table-cell><text:p>gömd</text:p></table:covered-table-cell></table:table-row></table:table-header-rows>"
            + "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"4.50\"><text:p>4,5</text:p></table:table-cell>"
            + "<table:table-cell office:value-type=\"date\" office:date-value=\"2024-05-03\"><text:p>3 maj</text:p></table:table-cell><table:table-cell office:value-type=\"date\" office:date-value=\"2024-05-03T10:19:02\"/>"
            + "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/><table:table-cell office:value-type=\"percentage\" office:value=\"0.25\"/>"
            + "<table:table-cell office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell>"
            + "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>Kommentar</text:p></office:annotation><text:p>å<text:s text:c=\"2\"/>b</text:p></table:table-cell>"
            + "<table:table-cell table:number-columns-repeated=\"16300\"/></table:table-row>"
            + "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>")).Single();
        Assert.Equal(3, sheet.Rows.Count);
        Assert.Equal(["ID", "Hur\nvar"], sheet.Rows[0].Cells);
        Assert.Equal(["4.5", "4.5", "2024-05-03", "2024-05-03 10:19:02", "TRUE", "0.25", "", "å  b"], sheet.Rows[1].Cells);
        Assert.Equal([1, 2, 3], sheet.Rows.Select(r => r.Line));
        Assert.Equal("d.ods:Blad1!G2", sheet.Notices.Single().Problem.Where);
        Assert.Equal(["ID", "Hur var", "Hur var (2)"], TextTable.From("d.ods", sheet).Headers.Take(3));
    }

    [Fact]
    public void A_survey_is_read_as_from_other_workbooks()
    {
        static string Row(params string[] cells) => "<table:table-row>" + string.Concat(cells.Select(c => $"<table:table-cell office:value-type=\"string\"><text:p>{c}</text:p></table:table-cell>")) + "</table:table-row>";
        var file = Ods(Row("SvarsID", "Grupp", "Vad har varit bra?") + Row("1", "a", "Att någon ringde mig.") + Row("2", "b", "-"));
        var draft = Readers.Read(file, new ReadOptions()).Single();
        Assert.Equal(("ods", "Blad1", 2, 1), (draft.Format, draft.Sheet, draft.Survey!.Respondents.Count, draft.Segments.Count));
        Assert.Equal("Vad har varit bra?", Readers.ProposeProfiles(file, new ReadOptions()).Single().Columns[2].Header);
    }

    [Fact]
    public void Repeats_that_would_fill_the_memory_are_refused()
    {
        const string Full = "<table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell>";
        Assert.Equal("table.toomany", Key(Ods($"<table:table-row table:number-rows-repeated=\"1000000000\">{Full}</table:table-row>")));
        Assert.Equal("table.toowide", Key(Ods($"<table:table-row>{Full.Replace("office", "table:number-columns-repeated=\"1000000000\" office", StringComparison.Ordinal)}</table:table-row>")));
    }

    [Fact]
    public void Nesting_types_passwords_and_other_kinds_are_refused_by_name()
    {
        var deep = string.Concat(Enumerable.Repeat("<text:span>", 2000)) + "x" + string.Concat(Enumerable.Repeat("</text:span>", 2000));
        Assert.Equal("xml.nesting", Key(Odt($"<text:p>{deep}</text:p>")));
        Assert.Equal("format.opendocument", Key(File("d.odp", "<office:presentation/>")));
        Assert.Equal("odf.encrypted", Key(Build.Zip("d.odt", ("content.xml", "\u0001\u0002"), ("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>"))));
        Assert.Equal("zip.damaged", Key(Build.Zip("d.odt", ("content.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>"), ("META-INF/manifest.xml", "<manifest/>"))));
    }

    [Fact]
    public void Spaces_repeated_a_million_times_stay_few()
    {
        var draft = Readers.Read(Odt(string.Create(CultureInfo.InvariantCulture, $"<text:p>I: Hur<text:s text:c=\"{int.MaxValue}\"/>då?</text:p><text:p>IP: Så.</text:p>")), new ReadOptions()).Single();
        Assert.InRange(draft.Segments[0].Text.Length, 1, 1100);
    }
}
