using System.Text;
using MiaVoices.Terminal;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;
using Xunit;

namespace MiaVoices.Tests.Terminal.Lines;

public sealed class ProgressLineTests : IDisposable
{
    private static readonly TerminalFacts OnTerminal = new(true, true, 40, true, true, true);

    private readonly HandClock clock = new();
    private readonly StringWriter writer = new() { NewLine = "\n" };

    public void Dispose() => writer.Dispose();

    [Fact]
    public void A_terminal_shows_bar_percentage_and_label_in_one_line()
    {
        using var progress = Bar("Läser in filer");
        Assert.Equal("\r░░░░░░░░░░░░░░░░░░░░░   0 %  Läser in…", writer.ToString());
        clock.Advance(100);
        progress.Report(0.5);
        Assert.EndsWith("\r██████████▌░░░░░░░░░░  50 %  Läser in…", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_is_rewritten_at_most_ten_times_a_second()
    {
        using var progress = Bar("x");
        for (var i = 1; i <= 1000; i++)
        {
            clock.Advance(1);
            progress.Report(i / 1000.0);
        }

        Assert.Equal(11, writer.ToString().Count(character => character == '\r'));
    }

    [Fact]
    public void What_was_held_back_is_shown_a_moment_later()
    {
        using var progress = Bar("först");
        progress.Report(0.25, "sedan");
        Assert.DoesNotContain("sedan", writer.ToString(), StringComparison.Ordinal);
        clock.Advance(100);
        Assert.EndsWith(" 25 %  sedan", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_is_cleared_at_the_end()
    {
        var progress = Bar("x");
        progress.Finish("klart");
        progress.Report(1);
        progress.Dispose();
        clock.Advance(1000);
        Assert.Equal("", Screen(writer.ToString()));
        Assert.DoesNotContain("klart", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shorter_line_covers_the_longer_one()
    {
        using var progress = Bar("en längre");
        clock.Advance(100);
        progress.Report(0, "kort");
        Assert.EndsWith("   0 %  kort", Screen(writer.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_stands_above_the_bar()
    {
        using var progress = Bar("x");
        progress.WriteLine("svar.csv, rad 12: \u001b[31mtom");
        Assert.Equal("svar.csv, rad 12: ·[31mtom\n░░░░░░░░░░░░░░░░░░░░░   0 %  x", Screen(writer.ToString()));
    }

    [Fact]
    public void Elsewhere_a_line_is_written_at_start_and_end_or_nothing()
    {
        using (var progress = new ProgressLine(writer, TerminalFacts.None, clock, "Läser in", ProgressShow.StartAndEnd))
        {
            progress.Report(0.5);
            progress.Finish("12 filer inlästa");
        }

        Assert.Equal("Läser in\n12 filer inlästa\n", writer.ToString());
        writer.GetStringBuilder().Clear();
        foreach (var show in new[] { ProgressShow.Nothing, ProgressShow.Bar })
        {
            using var progress = new ProgressLine(writer, TerminalFacts.None, clock, "Läser in", show);
            progress.Report(0.5);
            progress.Finish("klart");
        }

        Assert.Equal("", writer.ToString());
    }

    [Fact]
    public void Quiet_wins_over_the_terminal_and_the_terminal_over_lines()
    {
        Assert.Equal(ProgressShow.Nothing, ProgressLine.ShowFor(OnTerminal, quiet: true, ProgressShow.StartAndEnd));
        Assert.Equal(ProgressShow.Bar, ProgressLine.ShowFor(OnTerminal, quiet: false, ProgressShow.StartAndEnd));
        Assert.Equal(ProgressShow.StartAndEnd, ProgressLine.ShowFor(OnTerminal with { AllowsControl = false }, quiet: false, ProgressShow.StartAndEnd));
        Assert.Equal(ProgressShow.Nothing, ProgressLine.ShowFor(TerminalFacts.None, quiet: false));
    }

    [Fact]
    public void A_closed_writer_disturbs_nothing()
    {
        var closed = new StreamWriter(new MemoryStream());
        closed.Dispose();
        foreach (var show in Enum.GetValues<ProgressShow>())
        {
            using var progress = new ProgressLine(closed, OnTerminal, clock, "x", show);
            clock.Advance(200);
            progress.Report(0.5);
            progress.WriteLine("hej");
            progress.Finish("klart");
        }
    }

    [Fact]
    public void Many_threads_may_report()
    {
        using var progress = new ProgressLine(writer, OnTerminal, TimeProvider.System, "x", ProgressShow.Bar);
        Parallel.For(0, 10_000, i => progress.Report(i / 10_000.0));
        progress.Finish("klart");
        Assert.Equal("", Screen(writer.ToString()));
    }

    [Theory]
    [InlineData(double.NaN, "  0 %")]
    [InlineData(-1, "  0 %")]
    [InlineData(7, "100 %")]
    [InlineData(0.999, " 99 %")]
    public void Shares_out_of_range_are_taken_as_the_nearer_end(double value, string percent)
    {
        using var progress = Bar("x");
        progress.Report(value);
        clock.Advance(100);
        Assert.Contains(percent, Screen(writer.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_Unicode_the_bar_is_ASCII()
    {
        using var progress = new ProgressLine(writer, OnTerminal with { SupportsUnicode = false }, clock, "x", ProgressShow.Bar);
        progress.Report(0.5);
        clock.Advance(100);
        Assert.EndsWith("\r[#########----------]  50 %  x", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_never_reaches_the_last_column() => AnyText.Holds(1, 120, (label, width) =>
    {
        var output = new StringWriter();
        using var progress = new ProgressLine(output, OnTerminal with { Width = width }, clock, label, ProgressShow.Bar);
        var line = output.ToString();
        return Glyphs.Width(line.TrimStart('\r')) < width && AnyText.IsHarmless(line.TrimStart('\r'));
    });

    private ProgressLine Bar(string label) => new(writer, OnTerminal, clock, label, ProgressShow.Bar);

    /// <summary>What a terminal shows after carriage returns have let text write over text; trailing spaces are not seen.</summary>
    private static string Screen(string output)
    {
        var screen = new StringBuilder();
        foreach (var line in output.Split('\n'))
        {
            var cells = new List<char>();
            foreach (var piece in line.Split('\r'))
            {
                for (var i = 0; i < piece.Length; i++)
                {
                    if (i < cells.Count)
                    {
                        cells[i] = piece[i];
                    }
                    else
                    {
                        cells.Add(piece[i]);
                    }
                }
            }

            screen.Append(screen.Length > 0 ? "\n" : "").Append(new string([.. cells]).TrimEnd());
        }

        return screen.ToString();
    }
}
