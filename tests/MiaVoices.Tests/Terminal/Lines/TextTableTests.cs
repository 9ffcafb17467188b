using FsCheck.Fluent;
using MiaVoices.Terminal;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Terminal.Lines;

public sealed class TextTableTests
{
    [Fact]
    public void Columns_are_aligned_by_display_width()
    {
        var table = new TextTable(new TableColumn("Kod"), new TableColumn("Antal") { Alignment = Alignment.Right }, new TableColumn("Anm"));
        table.Add("Bemötande", "7", "漢字");
        table.Add("漢字👍", "1 024", "");
        table.Add("bra\u030Ak", "", "sist");
        Assert.Equal(
            """
            Kod        Antal  Anm
            ─────────  ─────  ────
            Bemötande      7  漢字
            漢字👍     1 024
            bråk              sist

            """.Replace("å", "a\u030A", StringComparison.Ordinal),
            Written(table, 40));
    }

    [Fact]
    public void Without_Unicode_rule_and_ellipsis_are_ASCII()
    {
        var table = new TextTable(new TableColumn("Ord") { MaxWidth = 8 });
        table.Add("kommunikation");
        Assert.Equal("Ord\n--------\nkommu...\n", Written(table, 40, unicode: false));
    }

    [Fact]
    public void The_flexible_column_gives_way_first_and_wraps_if_asked()
    {
        var table = new TextTable(new TableColumn("Källa"), new TableColumn("Citat") { IsFlexible = true, Wraps = true }, new TableColumn("n"));
        table.Add("Intervju D07", "de lyssnar på en i alla fall", "12");
        Assert.Equal(
            """
            Källa         Citat             n
            ────────────  ────────────────  ──
            Intervju D07  de lyssnar på en  12
                          i alla fall

            """,
            Written(table, 34));
    }

    [Fact]
    public void A_flexible_column_that_does_not_wrap_is_cut()
    {
        var table = new TextTable(new TableColumn("Källa"), new TableColumn("Citat") { IsFlexible = true });
        table.Add("D07", "de lyssnar på en\ni alla fall");
        Assert.Equal("Källa  Citat\n─────  ───────────────────\nD07    de lyssnar på en i…\n", Written(table, 26));
    }

    [Fact]
    public void Without_a_limit_nothing_is_cut_and_every_row_is_one_line()
    {
        var text = string.Join(' ', Enumerable.Repeat("ord", 500));
        var table = new TextTable(
            new TableColumn("A") { MaxWidth = 5 }, new TableColumn("B") { IsFlexible = true, Wraps = true });
        table.Add("längre än fem", "rad\nrad " + text);
        table.Add("kort", "x");
        Assert.Equal($"A      B\n─────  ───\nlängre än fem  rad rad {text}\nkort   x\n", Written(table, 0));
    }

    [Fact]
    public void Marks_and_styles_do_not_move_the_columns()
    {
        var table = new TextTable(new TableColumn("Ord"), new TableColumn("n"));
        table.Add(new TableCell("bra stöd", Marks: [(4, 4)]), "1");
        table.Add(new TableCell("nej", TextStyle.Dim), "2");
        Assert.Equal("Ord         n\n──────────  ─\nbra «stöd»  1\nnej         2\n", Written(table, 40));
        Assert.Equal(
            "\u001b[1mOrd\u001b[0m       \u001b[1mn\u001b[0m\n────────  ─\nbra \u001b[1;4mstöd\u001b[0m  1\n\u001b[2mnej\u001b[0m       2\n",
            Written(table, 40, emphasis: Emphasis.Styled));
    }

    [Fact]
    public void Text_that_commands_the_terminal_comes_out_harmless()
    {
        var table = new TextTable(new TableColumn("K\u001b[31m"), new TableColumn("B"));
        table.Add("a\u009b2J\r", "\u001b]0;x\u0007\nb");
        Assert.Equal("K·[31m  B\n──────  ────────\na·2J·   ·]0;x· b\n", Written(table, 40));
    }

    [Fact]
    public void A_table_without_headings_has_no_rule()
    {
        var table = new TextTable(new TableColumn(""), new TableColumn(""));
        table.Add("a", "b");
        Assert.Equal("a  b\n", Written(table, 40));
    }

    [Fact]
    public void Wrong_tables_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new TextTable());
        Assert.Throws<ArgumentException>(() => new TextTable(new TableColumn("a") { IsFlexible = true }, new TableColumn("b") { IsFlexible = true }));
        Assert.Throws<ArgumentException>(() => new TextTable(new TableColumn("a")).Add("x", "y"));
    }

    [Fact]
    public void The_facts_decide_how_a_table_is_written()
    {
        var table = new TextTable(new TableColumn("Ord") { IsFlexible = true });
        table.Add("ett långt citat om stödet från handläggaren");
        using var redirected = new StringWriter { NewLine = "\n" };
        table.Write(redirected, TerminalFacts.None);
        Assert.EndsWith("\nett långt citat om stödet från handläggaren\n", redirected.ToString(), StringComparison.Ordinal);
        using var shown = new StringWriter { NewLine = "\n" };
        table.Write(shown, new TerminalFacts(true, true, 20, false, true, true));
        Assert.Equal("\u001b[1mOrd\u001b[0m\n--------------------\nett långt citat o...\n", shown.ToString());
    }

    [Fact]
    public void No_line_of_any_table_exceeds_its_width()
    {
        var column = from header in Gen.Elements("", "Kod", "漢字", "Antal\tx", "en lång rubrik")
                     from right in Gen.Elements(false, true)
                     from wraps in Gen.Elements(false, true)
                     from least in Gen.Choose(0, 12)
                     from greatest in Gen.Elements(0, 1, 2, 7, int.MaxValue)
                     select new TableColumn(header) { Alignment = right ? Alignment.Right : Alignment.Left, Wraps = wraps, MinWidth = least, MaxWidth = greatest };
        var tables = from count in Gen.Choose(1, 5)
                     from columns in column.ListOf(count)
                     from flexible in Gen.Choose(0, count)
                     from rows in AnyText.Texts.ListOf(count).ListOf(4)
                     from width in Gen.Choose(1, 90)
                     from styled in Gen.Elements(false, true)
                     select (columns, flexible, rows, width, styled);
        Prop.ForAll(Arb.From(tables), made =>
        {
            var table = new TextTable(made.columns.Select((one, at) => one with { IsFlexible = at == made.flexible }));
            foreach (var row in made.rows)
            {
                table.Add(row.Select(text => new TableCell(text, TextStyle.Dim, [(0, text.Length / 2)])));
            }

            var text = Written(table, made.width, emphasis: made.styled ? Emphasis.Styled : Emphasis.Plain);
            return text.Split('\n').All(line => Glyphs.Width(Sequences.Strip(line)) <= made.width)
                && AnyText.IsHarmless(Sequences.Strip(text));
        }).Holds(1_000);
    }

    private static string Written(TextTable table, int width, bool unicode = true, Emphasis? emphasis = null)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        table.Write(writer, width, unicode, emphasis);
        return writer.ToString();
    }
}
