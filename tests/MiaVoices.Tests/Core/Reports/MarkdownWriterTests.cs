using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MiaVoices.Core.Reports;
using MiaVoices.Tests.Support;
using Xunit;
using Block = MiaVoices.Core.Reports.Block;

namespace MiaVoices.Tests.Core.Reports;

public class MarkdownWriterTests
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseTaskLists().Build();

    // What many renderers turn on besides: addresses become links by themselves.
    private static readonly MarkdownPipeline Linking = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseGenericAttributes().UseEmphasisExtras().UseFootnotes().Build();

    private static readonly string[] Traps =
    [
        "<script>", "<!-- ", "&amp;", "&#60;", "[a](http://x.se)", "[a]: http://x.se", "![x](y)", "<http://x.se>", "http://x.se", "HTTPS://X.SE", "www.x.se", "mailto:a@b.se",
        "a@b.se", "tel:070", "# ", "## x", " #", "- ", "+ ", "* ", "1. ", "12) ", "> ", "---", "===", "***", "___", "~~~", "```", "    ", "\t", "|", "| a | b |", "---|---", "\\",
        "**", "*", "_", "__a__", "`x`", "\n", "\r\n", "\n\n", "[^1]", "[^1]: ", "{#id}", "==x==", "^x^", "$x$", ": ", ":::", "a  ", "\u00A0", "\u2028", "\u0085", "\u0001", "å", "😀", "…", "—", "[namn-1]",
        "[x] ", "[ ] ", "````", "\u200F", "\u061C", "\u202E", "\u2067", "\u2069", "שלום", "\uD800", "\uFFFE", new string('x', 3_000),
    ];

    private static readonly Arbitrary<string> Texts = Arb.From(
        Gen.Frequency(
            (3, Gen.Elements(Traps)),
            (1, Gen.Elements("Ja", "det", "7", "hej", " ", "!", "(", ")", "\"", "'")),
            (1, ArbMap.Default.GeneratorFor<char>().Select(c => c.ToString())))
        .ListOf().Select(parts => string.Concat(parts)),
        text => text.Length == 0 ? [] : [text[1..], text[..^1], text[..(text.Length / 2)], text[(text.Length / 2)..]]);

    private const int Runs = 600;

    [Fact]
    public void Any_text_in_a_heading_comes_back_as_it_was() => Check(text =>
    {
        var heading = Assert.IsType<HeadingBlock>(Single(new Heading(3, text)));
        Assert.Equal(3, heading.Level);
        Assert.Equal(Clean(text), Text(heading.Inline));
    });

    [Fact]
    public void Any_text_in_a_paragraph_comes_back_as_it_was() => Check(text =>
    {
        if (Clean(text).Length > 0)
        {
            Assert.Equal(Clean(text), Text(Assert.IsType<ParagraphBlock>(Single(Paragraph.Of(text))).Inline));
        }
    });

    [Fact]
    public void Any_text_beside_a_strong_word_comes_back_as_it_was_and_the_word_is_strong() => Check(text =>
    {
        var paragraph = Assert.IsType<ParagraphBlock>(Single(new Paragraph(new Span("Underlag:", SpanStyle.Strong), new Span(" " + text))));
        Assert.Equal(Clean("Underlag: " + text), Text(paragraph.Inline));
        Assert.Equal("Underlag:", Text(Assert.IsType<EmphasisInline>(paragraph.Inline!.FirstChild)));
        Assert.Single(paragraph.Inline.OfType<EmphasisInline>());
    });

    [Fact]
    public void Any_text_set_in_italics_comes_back_whole_in_italics() => Check(text =>
    {
        if (Clean(text).Length > 0)
        {
            var paragraph = Assert.IsType<ParagraphBlock>(Single(new Paragraph(new Span(text, SpanStyle.Emphasis))));
            var emphasis = Assert.IsType<EmphasisInline>(Assert.Single(paragraph.Inline!));
            Assert.Equal(Clean(text), Text(emphasis));
        }
    });

    [Fact]
    public void Any_three_texts_in_spans_of_any_style_come_back_as_they_were() => Prop.ForAll(Texts, Texts, Texts, (a, b, c) =>
    {
        if (Clean(a + b + c).Length > 0)
        {
            var block = new Paragraph(new Span(a), new Span(b, SpanStyle.Strong), new Span(c, SpanStyle.Emphasis));
            Assert.Equal(Clean(a + b + c), Text(Assert.IsType<ParagraphBlock>(Single(block)).Inline));
        }
    }).Holds(Runs);

    [Fact]
    public void Any_points_of_a_list_come_back_as_they_were() => Check(text =>
    {
        var list = Assert.IsType<ListBlock>(Single(new BulletList(["Först", text, "Sist"])));
        Assert.False(list.IsOrdered);
        Assert.Equal(new[] { "Först", Clean(text), "Sist" }.Where(t => t.Length > 0), list.Cast<ListItemBlock>().Select(i => Text(Assert.IsType<ParagraphBlock>(Assert.Single(i)).Inline)));
    });

    [Fact]
    public void Any_points_to_tick_come_back_as_they_were() => Check(text =>
    {
        var list = Assert.IsType<ListBlock>(Single(new CheckList([(true, "Först"), (false, text), (false, "Sist")])));
        var expected = new[] { (true, "Först"), (false, Clean(text)), (false, "Sist") }.Where(p => p.Item2.Length > 0);
        Assert.Equal(expected, list.Cast<ListItemBlock>().Select(i =>
        {
            var inline = Assert.IsType<ParagraphBlock>(Assert.Single(i)).Inline!;
            var box = Assert.IsType<TaskList>(inline.FirstChild);
            return (box.Checked, string.Concat(inline.Skip(1).Select(Text)).TrimStart(' '));
        }));
    });

    [Fact]
    public void Lists_after_each_other_stay_lists_of_their_own_also_past_one_without_points() => Check(text =>
    {
        Block[] blocks = [new BulletList(["a"]), new BulletList([text]), new CheckList([(true, text)]), new BulletList(["b"]), new CheckList([(false, "c")])];
        var lists = Markdown.Parse(MarkdownWriter.Write(blocks), Pipeline).ToList();
        Assert.All(lists, l => Assert.Single(Assert.IsType<ListBlock>(l)));
        Assert.Equal(Clean(text).Length == 0 ? 3 : 5, lists.Count);
    });

    [Fact]
    public void Any_text_in_a_chart_comes_back_in_one_block_of_code() => Check(text =>
    {
        var chart = new BarChart(text, ["a " + text, text], [new(text, [1, 2], text), new("b", [3, null], ".."), new("", [0, 0], "```")], 3);
        var lines = Assert.IsType<FencedCodeBlock>(Assert.Single(Markdown.Parse(MarkdownWriter.Write([chart]), Pipeline))).Lines.ToString().Split('\n');
        var (clean, width) = (Clean(text), Math.Max(1, Clean(text).Length));
        Assert.Equal(clean, lines[0]);
        Assert.Equal($"{clean.PadRight(width)}  ██████████▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓  {clean}".TrimEnd(), lines[1]);
        Assert.Equal($"{"b".PadRight(width)}  {new string('█', 30)}  ..", lines[2]);
        Assert.Equal(["█ " + Clean("a " + text), ("▓ " + clean).TrimEnd()], lines[^2..].Select(l => l.TrimEnd()));
    });

    [Fact]
    public void A_quote_that_can_be_found_by_its_id_says_it() =>
        Assert.Equal("> Ja.\n>\n> — Deltagare · K-17\n", MarkdownWriter.Write([new MiaVoices.Core.Reports.QuoteBlock("Ja.", "Deltagare") { Id = "K-17" }]));

    [Fact]
    public void What_turns_the_direction_of_all_that_follows_is_left_out_and_half_a_pair_is_told() =>
        Assert.Equal("a\u200Fb c\uFFFDd", MarkdownWriter.PlainLine("a\u200F\u202Eb\u2067 c\uD800d\u2069"));

    [Fact]
    public void Any_quote_comes_back_line_by_line_with_its_reference() => Check(text =>
    {
        var quote = Assert.IsType<Markdig.Syntax.QuoteBlock>(Single(new MiaVoices.Core.Reports.QuoteBlock(text, "Deltagare, " + text + ", stycke 7")));
        var lines = text.Split('\n', '\r').Select(Clean).Where(l => l.Length > 0).ToList();
        var paragraphs = quote.Cast<ParagraphBlock>().Select(p => Text(p.Inline)).ToList();
        Assert.Equal(lines.Count == 0 ? 1 : 2, paragraphs.Count);
        Assert.Equal("— " + Clean("Deltagare, " + text + ", stycke 7"), paragraphs[^1]);
        Assert.Equal(string.Join('\n', lines), paragraphs.Count == 1 ? "" : paragraphs[0]);
    });

    [Fact]
    public void Any_cells_of_a_table_come_back_as_they_were() => Prop.ForAll(Texts, Texts, (one, two) =>
    {
        var table = Assert.IsType<Table>(Single(new TableBlock([new("Tema " + one), new(two, true), new("n")], [[one, two, "1"], ["", one, two], [two, "", ""]])));
        string[][] expected = [["Tema " + one, two, "n"], [one, two, "1"], ["", one, two], [two, "", ""]];
        Assert.Equal(4, table.Count);
        Assert.Equal(3, table.ColumnDefinitions.Count(c => c.Alignment is null) + table.ColumnDefinitions.Count(c => c.Alignment == TableColumnAlign.Right));
        foreach (var (row, cells) in table.Cast<TableRow>().Zip(expected))
        {
            Assert.Equal(cells.Select(Clean), row.Cast<TableCell>().Select(c => string.Concat(c.Cast<ParagraphBlock>().Select(p => Text(p.Inline)))));
        }
    }).Holds(Runs);

    [Fact]
    public void Any_blocks_in_a_row_come_back_in_order_and_none_is_markup() => Prop.ForAll(
        Texts,
        Arb.From(Gen.Choose(0, 4).NonEmptyListOf()),
        (text, kinds) =>
        {
            Block[] blocks = [.. kinds.Select(k => Made(k, text))];
            var markdown = MarkdownWriter.Write(blocks);
            AssertPlain(Markdown.Parse(markdown, Pipeline));
            AssertPlain(Markdown.Parse(markdown, Linking));
            Assert.Equal(blocks.Select(Kind), Markdown.Parse(markdown, Pipeline).Select(b => b.GetType()));
        }).Holds(Runs);

    [Fact]
    public void The_text_of_a_report_stays_readable_as_it_is_written()
    {
        var text = MarkdownWriter.Write(
        [
            new Paragraph(new Span("Underlag:", SpanStyle.Strong), new Span(" 7 av 9 (n = 9), H & M, kl. 10:30 – nästan - allt.")),
            new TableBlock([new("Tema"), new("Alla (n = 9)", true)], [["– Stöd", ".."]]),
        ]);
        Assert.Equal("**Underlag:** 7 av 9 (n = 9), H & M, kl. 10:30 – nästan - allt.\n\n| Tema | Alla (n = 9) |\n| --- | ---: |\n| – Stöd | .. |\n", text);
    }

    [Theory]
    [InlineData("<b>x</b>")]
    [InlineData("a [x](y)")]
    [InlineData("a www.x.se")]
    [InlineData("a &amp; b")]
    [InlineData("    x")]
    [InlineData("| a |\n| --- |\n| <b> |")]
    public void What_is_not_escaped_would_be_noticed(string markdown) =>
        Assert.ThrowsAny<Exception>(() => AssertPlain(Markdown.Parse(markdown, Linking)));

    private static Block Made(int kind, string text) => kind switch
    {
        0 => new Heading(2, text),
        1 => Paragraph.Of("Så: " + text),
        2 => new BulletList(["a", "b " + text]),
        3 => new MiaVoices.Core.Reports.QuoteBlock(text, "Deltagare"),
        _ => new TableBlock([new("Tema"), new("n", true)], [[text, "1"]]),
    };

    private static Type Kind(Block block) => block switch
    {
        Heading => typeof(HeadingBlock),
        Paragraph => typeof(ParagraphBlock),
        BulletList => typeof(ListBlock),
        MiaVoices.Core.Reports.QuoteBlock => typeof(Markdig.Syntax.QuoteBlock),
        _ => typeof(Table),
    };

    private static void Check(Action<string> property) => Prop.ForAll(Texts, property).Holds(Runs);

    private static Markdig.Syntax.Block Single(Block block)
    {
        var markdown = MarkdownWriter.Write([block]);
        var document = Markdown.Parse(markdown, Pipeline);
        AssertPlain(document);
        AssertPlain(Markdown.Parse(markdown, Linking));
        return Assert.Single(document);
    }

    private static void AssertPlain(MarkdownDocument document) =>
        Assert.DoesNotContain(document.Descendants(), d => d is HtmlBlock or HtmlInline or HtmlEntityInline or LinkInline or AutolinkInline or CodeInline or CodeBlock or LinkReferenceDefinitionGroup or ThematicBreakBlock);

    /// <summary>What a text is on one line, by other means than the writer's.</summary>
    private static string Clean(string text)
    {
        const string Turns = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";
        var breaks = text.Select(c => "\n\r\t\v\f\u0085\u2028\u2029".Contains(c, StringComparison.Ordinal) ? '\n' : c).Where(c => c == '\n' || !(char.IsControl(c) || Turns.Contains(c, StringComparison.Ordinal))).ToArray();
        var clean = new StringBuilder();
        foreach (var c in breaks)
        {
            clean.Append(c != '\n' ? c.ToString() : clean.Length == 0 || clean[^1] == ' ' ? "" : " ");
        }

        // As a file would have it: halves of pairs become U+FFFD.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(clean.ToString())).Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD').Trim();
    }

    private static string Text(Inline inline) => inline is LiteralInline literal ? literal.Content.ToString() : Text((ContainerInline)inline);

    private static string Text(ContainerInline? inline) => string.Concat((inline ?? []).Select(i => i switch
    {
        LiteralInline literal => literal.Content.ToString(),
        LineBreakInline { IsHard: true } => "\n",
        ContainerInline container => Text(container),
        _ => throw new InvalidOperationException(i.GetType().Name),
    }));
}
