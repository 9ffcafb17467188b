using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Xunit;

namespace MiaVoices.Tests.Formats.Reports;

/// <summary>A page read as XML, and rules of validity and accessibility that it must hold.</summary>
internal static partial class HtmlRules
{
    private static readonly Dictionary<string, string[]> Parents = new()
    {
        ["li"] = ["ul"],
        ["tr"] = ["thead", "tbody"],
        ["th"] = ["tr"],
        ["td"] = ["tr"],
        ["thead"] = ["table"],
        ["tbody"] = ["table"],
        ["caption"] = ["table"],
        ["figcaption"] = ["figure"],
        ["header"] = ["div"],
        ["footer"] = ["div"],
        ["main"] = ["div"],
        ["rect"] = ["svg", "pattern"],
        ["path"] = ["pattern"],
        ["circle"] = ["pattern"],
        ["pattern"] = ["defs"],
        ["blockquote"] = ["figure"],
    };

    private static readonly Dictionary<string, string[]> Attributes = new()
    {
        ["html"] = ["lang"],
        ["meta"] = ["charset", "name", "content", "http-equiv"],
        ["a"] = ["href", "class"],
        ["div"] = ["class", "role", "tabindex", "aria-label"],
        ["nav"] = ["aria-labelledby"],
        ["main"] = ["id", "tabindex"],
        ["h1"] = ["id"],
        ["h2"] = ["id"],
        ["h3"] = ["id"],
        ["h4"] = ["id"],
        ["h5"] = ["id"],
        ["h6"] = ["id"],
        ["p"] = ["dir"],
        ["ul"] = ["class"],
        ["li"] = ["class"],
        ["span"] = ["class", "dir", "aria-hidden"],
        ["figure"] = ["class", "id"],
        ["table"] = ["id"],
        ["th"] = ["scope", "class"],
        ["td"] = ["class"],
        ["svg"] = ["class", "width", "height", "aria-hidden"],
        ["pattern"] = ["id", "width", "height", "patternUnits"],
        ["rect"] = ["class", "x", "y", "width", "height", "fill"],
        ["path"] = ["class", "d"],
        ["circle"] = ["class", "cx", "cy", "r"],
    };

    private static readonly string[] Plain = ["head", "title", "style", "body", "header", "footer", "figcaption", "blockquote", "thead", "tbody", "tr", "caption", "defs", "strong", "em", "br"];

    public static XElement Read(byte[] page)
    {
        using var stream = new MemoryStream(page);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
    }

    public static void Check(XElement html)
    {
        Validity(html);
        Headings(html);
        Landmarks(html);
        Links(html);
        TablesAndPictures(html);
    }

    public static XElement Style(XElement html) => html.Descendants("style").Single();

    private static void Validity(XElement html)
    {
        foreach (var element in html.DescendantsAndSelf())
        {
            var name = element.Name.LocalName;
            Assert.True(Attributes.ContainsKey(name) || Plain.Contains(name), $"<{name}> is not used in reports");
            Assert.Empty(element.Attributes().Select(a => a.Name.LocalName).Except(Attributes.GetValueOrDefault(name, [])));
            Assert.True(!Parents.TryGetValue(name, out var parents) || parents.Contains(element.Parent!.Name.LocalName), $"<{name}> within <{element.Parent?.Name}>");
            Assert.False(name is "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" && element.Elements().Any(e => e.Name.LocalName is "p" or "ul" or "div" or "table" or "figure"), $"a block within <{name}>");
        }

        var ids = html.Descendants().Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[a-z][a-z0-9.-]*$", id));
        Assert.All(html.Descendants("ul"), list => Assert.All(list.Elements(), e => Assert.Equal("li", e.Name.LocalName)));
        Assert.All(html.Descendants("ul"), list => Assert.NotEmpty(list.Elements()));
        Assert.False(string.IsNullOrWhiteSpace(html.Element("head")!.Element("title")!.Value));
        Assert.Equal("utf-8", html.Descendants("meta").First().Attribute("charset")?.Value);
        Assert.Contains("default-src 'none'", html.Descendants("meta").Single(m => m.Attribute("http-equiv") is not null).Attribute("content")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", Style(html).Value, StringComparison.Ordinal);
    }

    private static void Headings(XElement html)
    {
        Assert.Matches("^(sv|en)$", html.Attribute("lang")!.Value);
        var levels = html.Descendants().Where(e => Heading().IsMatch(e.Name.LocalName)).Select(e => e.Name.LocalName[1] - '0').ToList();
        Assert.Single(levels, 1);
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.First} and then h{pair.Second}"));
    }

    private static void Landmarks(XElement html)
    {
        string[] marks = ["header", "main", "footer"];
        Assert.All(marks, m => Assert.Single(html.Descendants(m)));
        Assert.All(html.Descendants("nav"), n => Assert.Single(html.Descendants(), e => e.Attribute("id")?.Value == n.Attribute("aria-labelledby")!.Value));
        var labels = html.Descendants().Where(e => e.Attribute("role")?.Value == "region").Select(e => e.Attribute("aria-label")!.Value).ToList();
        Assert.Equal(labels.Count, labels.Distinct().Count());
        Assert.All(labels, l => Assert.False(string.IsNullOrWhiteSpace(l)));
    }

    /// <summary>The first stop leads past the contents; the order of the keyboard is that of the page; all links lead somewhere and say where.</summary>
    private static void Links(XElement html)
    {
        var stops = html.Descendants().Where(e => e.Name == "a" || e.Attribute("tabindex") is not null).ToList();
        Assert.Equal("#main", stops[0].Attribute("href")?.Value);
        Assert.All(stops, s => Assert.True(s.Attribute("tabindex") is null or { Value: "0" or "-1" }));
        var ids = html.Descendants().Attributes("id").Select(a => a.Value).ToHashSet();
        foreach (var link in html.Descendants("a"))
        {
            Assert.Contains(link.Attribute("href")!.Value.TrimStart('#'), ids);
            Assert.False(string.IsNullOrWhiteSpace(link.Value));
        }
    }

    private static void TablesAndPictures(XElement html)
    {
        foreach (var table in html.Descendants("table"))
        {
            Assert.Equal("region", table.Parent!.Attribute("role")?.Value);
            Assert.Equal("0", table.Parent.Attribute("tabindex")?.Value);
            var headers = table.Element("thead")!.Descendants().Where(e => e.Name.LocalName is "th" or "td").ToList();
            Assert.All(headers, h => Assert.True(h.Name == "th" ? h.Attribute("scope")?.Value == "col" && h.Value.Length > 0 : h.Value.Length == 0));
            Assert.All(table.Element("tbody")!.Elements(), row => Assert.Equal(headers.Count, row.Elements().Count()));
            Assert.All(table.Element("tbody")!.Descendants("th"), h => Assert.Equal("row", h.Attribute("scope")?.Value));
        }

        Assert.All(html.Descendants("svg"), s => Assert.Equal("true", s.Attribute("aria-hidden")?.Value));
        Assert.All(html.Descendants().Where(e => e.Attribute("role")?.Value == "img"), p =>
        {
            Assert.False(string.IsNullOrWhiteSpace(p.Attribute("aria-label")?.Value));
            Assert.Single(p.Parent!.Elements("figcaption"));
        });
    }

    /// <summary>The contrast of two colours, 1 to 21, by WCAG 2.1 (relative luminance).</summary>
    public static double Contrast(string one, string two)
    {
        var (a, b) = (Luminance(one), Luminance(two));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Part(int at)
        {
            var value = int.Parse(colour.AsSpan(1 + (at * 2), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(0)) + (0.7152 * Part(1)) + (0.0722 * Part(2));
    }

    [GeneratedRegex("^h[1-6]$")]
    private static partial Regex Heading();
}
