using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck.Fluent;
using MiaVoices.Core.Reports;
using MiaVoices.Formats.Reports.Html;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Formats.Reports;

public partial class HtmlReportTests
{
    [Fact]
    public void A_report_with_every_kind_of_block_is_a_valid_and_accessible_page() =>
        HtmlRules.Check(HtmlRules.Read(HtmlReport.Write(SampleReport.Blocks, SampleReport.Meta)));

    [Fact]
    public void The_page_reads_like_this() => Support.Approved.Verify(WithoutStyle(HtmlReport.Write(SampleReport.Blocks, SampleReport.Meta)), "html");

    [Fact]
    public void The_same_report_gives_the_same_bytes() =>
        Assert.Equal(HtmlReport.Write(SampleReport.Blocks, SampleReport.Meta), HtmlReport.Write(SampleReport.Blocks, SampleReport.Meta));

    [Fact]
    public void Any_text_comes_out_as_text_on_a_valid_page() => Prop.ForAll(Traps.Texts, text =>
    {
        var page = HtmlRules.Read(HtmlReport.Write(SampleReport.With(text), SampleReport.Meta));
        HtmlRules.Check(page);
        Assert.Equal(["K-17"], page.Descendants("figure").Where(f => f.Attribute("id")?.Value == "quote-k-17").Select(_ => "K-17"));
        var lines = text.Split('\n', '\r').Select(MarkdownWriter.PlainLine).Where(l => l.Length > 0);
        var quote = page.Descendants("figure").First(f => f.Attribute("class")!.Value == "quote");
        Assert.Equal(Folded(string.Concat(lines)), Folded(quote.Element("blockquote")?.Value ?? ""));
        Assert.Contains(Folded(MarkdownWriter.PlainLine("Så: " + text)), page.Descendants("p").Select(p => Folded(p.Value)));
        Assert.Contains(Folded(MarkdownWriter.PlainLine(text)), page.Descendants("td").Select(c => Folded(c.Value)));
        Assert.Contains(Folded(MarkdownWriter.PlainLine("2025, " + text)), page.Descendants("span").Select(c => Folded(c.Value)));
    }).Holds(300);

    [Fact]
    public void All_pairs_of_colours_have_a_contrast_that_can_be_read_in_light_and_dark()
    {
        var style = HtmlRules.Style(HtmlRules.Read(HtmlReport.Write(SampleReport.Blocks, SampleReport.Meta))).Value;
        var schemes = Root().Matches(style).Select(m => Colour().Matches(m.Value).ToDictionary(c => c.Groups[1].Value, c => c.Groups[2].Value)).ToList();
        Assert.Equal(2, schemes.Count);
        Assert.Equal(schemes[0].Keys.Order(), schemes[1].Keys.Order());
        foreach (var colours in schemes)
        {
            foreach (var (ink, page) in (ReadOnlySpan<(string, string)>)[("ink", "page"), ("soft", "page"), ("link", "page"), ("ink", "panel"), ("link", "panel"), ("ink", "head")])
            {
                Assert.InRange(HtmlRules.Contrast(colours[ink], colours[page]), 4.5, 21);
            }

            // Lines, bars and the mark of the keyboard are no text.
            foreach (var (line, page) in (ReadOnlySpan<(string, string)>)[("rule", "page"), ("rule", "head"), ("bar", "page"), ("focus", "page"), ("focus", "panel")])
            {
                Assert.InRange(HtmlRules.Contrast(colours[line], colours[page]), 3, 21);
            }
        }

        // No colour is used that is not among them.
        Assert.All(Used().Matches(style).Select(m => m.Groups[1].Value), name => Assert.Contains(name, schemes[0].Keys));
        Assert.DoesNotMatch("#[0-9a-fA-F]{3,8}", Root().Replace(style, ""));
    }

    [Fact]
    public void Contrast_is_computed_as_published()
    {
        Assert.Equal(21, HtmlRules.Contrast("#000000", "#ffffff"), 2);
        Assert.Equal(4.54, HtmlRules.Contrast("#767676", "#ffffff"), 2);
    }

    [Fact]
    public void Only_the_style_of_the_page_itself_may_be_used()
    {
        var page = HtmlRules.Read(HtmlReport.Write(SampleReport.Blocks, SampleReport.Meta));
        var sum = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(HtmlRules.Style(page).Value)));
        Assert.Contains($"'sha256-{sum}'", page.Descendants("meta").Single(m => m.Attribute("http-equiv") is not null).Attribute("content")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_points_to_the_table_with_its_figures_and_its_parts_differ_by_pattern()
    {
        var page = HtmlRules.Read(HtmlReport.Write(SampleReport.Blocks, SampleReport.Meta));
        var charts = page.Descendants("figure").Where(f => f.Attribute("class")!.Value == "chart").ToList();
        Assert.Equal(2, charts.Count);
        Assert.All(charts, c => Assert.Equal("#table-1", c.Descendants("a").Single().Attribute("href")!.Value));
        Assert.Equal(4, charts[1].Descendants("figcaption").Descendants("rect").Select(r => r.Attribute("fill")!.Value).Distinct().Count());
        Assert.Equal(["66.667%", "29.167%"], charts[0].Descendants("rect").Select(r => r.Attribute("width")!.Value));
        Assert.Equal(["0%", "9.524%", "33.333%", "71.429%"], charts[1].Descendants("rect").Skip(4).Take(4).Select(r => r.Attribute("x")!.Value));
    }

    [Fact]
    public void Hard_spaces_and_headers_of_rows_stay()
    {
        var page = HtmlRules.Read(HtmlReport.Write(SampleReport.Blocks, SampleReport.Meta));
        var table = page.Descendants("table").First();
        Assert.Equal(["Tema", "Deltagare (n\u00A0=\u00A021)", "Medarbetare (n\u00A0=\u00A03)", "Alla (n\u00A0=\u00A024)"], table.Descendants("th").Take(4).Select(h => h.Value));
        Assert.Equal(["stöd", "– myndighetskontakter", "mer tid"], table.Element("tbody")!.Descendants("th").Select(h => h.Value));
        Assert.Equal("Personer per tema och grupp", table.Element("caption")!.Value);
    }

    [Fact]
    public void The_contents_lead_to_sections_and_themes_and_the_reports_own_list_is_not_repeated()
    {
        var page = HtmlRules.Read(HtmlReport.Write(SampleReport.Blocks, SampleReport.Meta));
        Assert.Equal(
            ["#teman-och-grupper", "#tema-for-tema", "#stod", "#att-ta-stallning-till"],
            page.Descendants("nav").Single().Descendants("a").Select(a => a.Attribute("href")!.Value));
        Assert.Single(page.Descendants("h2"), h => h.Value == "Innehåll");
    }

    [Fact]
    public void A_report_without_a_title_or_sections_is_a_page_too() =>
        HtmlRules.Check(HtmlRules.Read(HtmlReport.Write([Paragraph.Of("Bara detta.")], SampleReport.Meta)));

    private static string WithoutStyle(byte[] page)
    {
        var text = Encoding.UTF8.GetString(page);
        return StyleElement().Replace(Sum().Replace(text, "sha256-…"), "<style>…</style>");
    }

    /// <summary>XML folds a carriage return that was never there; the words are what counts.</summary>
    private static string Folded(string text) => text.Replace("\n", "", StringComparison.Ordinal);

    [GeneratedRegex(@":root \{[^}]*\}")]
    private static partial Regex Root();

    [GeneratedRegex(@"--(\w+): (#[0-9a-f]{6})")]
    private static partial Regex Colour();

    [GeneratedRegex(@"var\(--(\w+)\)")]
    private static partial Regex Used();

    [GeneratedRegex("<style>.*</style>", RegexOptions.Singleline)]
    private static partial Regex StyleElement();

    [GeneratedRegex("sha256-[^']*")]
    private static partial Regex Sum();
}
