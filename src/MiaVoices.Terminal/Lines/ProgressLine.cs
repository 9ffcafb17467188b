using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Lines;

/// <summary>What a <see cref="ProgressLine"/> shows.</summary>
public enum ProgressShow
{
    /// <summary>A bar that is rewritten in place: on a terminal only.</summary>
    Bar,

    /// <summary>One line when the work begins and one when it is finished: for logs.</summary>
    StartAndEnd,

    /// <summary>Nothing.</summary>
    Nothing,
}

/// <summary>
/// Shows on standard error how far a piece of work has come. On a terminal it is one line, rewritten at most ten times a second
/// and cleared at the end. Thread-safe; a writer that is closed or broken silences it and never disturbs the work.
/// </summary>
public sealed class ProgressLine : IProgress<double>, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly TextWriter writer;
    private readonly TimeProvider clock;
    private readonly ProgressBar bar;
    private readonly ITimer? timer;
    private ProgressShow show;
    private string label;
    private double fraction;
    private string drawn = string.Empty;
    private long? drawnAt;
    private bool isTimerSet;

    /// <summary>Begins; shows the label at once.</summary>
    /// <param name="writer">Standard error.</param>
    /// <param name="facts">What is known about the terminal.</param>
    /// <param name="clock">The time by which updates are held back.</param>
    /// <param name="label">What is being done, in words for the user; it is made safe.</param>
    /// <param name="show">What to show; usually from <see cref="ShowFor"/>. A bar on what is no terminal shows nothing.</param>
    public ProgressLine(TextWriter writer, TerminalFacts facts, TimeProvider clock, string label, ProgressShow show)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(label);
        this.writer = writer;
        this.clock = clock;
        this.label = label;
        this.show = show == ProgressShow.Bar && !CanRewrite(facts) ? ProgressShow.Nothing : show;
        bar = new ProgressBar(facts);
        switch (this.show)
        {
            case ProgressShow.Bar:
                timer = clock.CreateTimer(_ => DrawLate(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                Report(0);
                break;
            case ProgressShow.StartAndEnd:
                Put(Glyphs.OneLine(label) + writer.NewLine);
                break;
        }
    }

    /// <summary>What suits the place: nothing if the user wants quiet, a bar on a terminal, otherwise what the caller says.</summary>
    /// <param name="facts">What is known about the terminal.</param>
    /// <param name="quiet">Whether the user asked for no progress.</param>
    /// <param name="redirected">What to show where standard error is no terminal.</param>
    public static ProgressShow ShowFor(TerminalFacts facts, bool quiet, ProgressShow redirected = ProgressShow.Nothing)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return quiet ? ProgressShow.Nothing : CanRewrite(facts) ? ProgressShow.Bar : redirected;
    }

    /// <summary>Says how far the work has come.</summary>
    /// <param name="value">The share that is done, 0 to 1; what lies outside is taken as the nearer end, NaN as 0.</param>
    public void Report(double value)
    {
        lock (gate)
        {
            fraction = double.IsNaN(value) ? 0 : Math.Clamp(value, 0, 1);
            DrawOrWait();
        }
    }

    /// <summary>Says how far the work has come and what it is at now.</summary>
    /// <param name="value">The share that is done, as for <see cref="Report(double)"/>.</param>
    /// <param name="newLabel">What is being done now; it is made safe.</param>
    public void Report(double value, string newLabel)
    {
        ArgumentNullException.ThrowIfNull(newLabel);
        lock (gate)
        {
            label = newLabel;
            Report(value);
        }
    }

    /// <summary>Writes a line that stays, such as a warning, without tearing the bar. It is written whatever is shown, also when nothing is.</summary>
    /// <param name="line">The line; it is made safe.</param>
    public void WriteLine(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        lock (gate)
        {
            var bare = drawn;
            if (Put(Erasing() + Glyphs.Safe(line) + writer.NewLine + bare))
            {
                drawn = bare;
            }
        }
    }

    /// <summary>Ends: clears the bar, or writes the closing line where start and end are shown. Later calls do nothing.</summary>
    /// <param name="closingLine">What was done, in words for the user; it is made safe.</param>
    public void Finish(string closingLine)
    {
        ArgumentNullException.ThrowIfNull(closingLine);
        lock (gate)
        {
            if (show == ProgressShow.StartAndEnd)
            {
                Put(Glyphs.OneLine(closingLine) + writer.NewLine);
            }

            Dispose();
        }
    }

    /// <summary>Ends without a closing line: clears the bar.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            Put(Erasing());
            show = ProgressShow.Nothing;
            timer?.Dispose();
        }
    }

    private static bool CanRewrite(TerminalFacts facts) => facts.ErrorIsTerminal && facts.AllowsControl;

    private void DrawOrWait()
    {
        if (show != ProgressShow.Bar)
        {
            return;
        }

        var wait = drawnAt is { } before ? Interval - clock.GetElapsedTime(before) : TimeSpan.Zero;
        if (wait <= TimeSpan.Zero)
        {
            Draw();
        }
        else if (!isTimerSet)
        {
            // The last word before a long silence must be shown too.
            isTimerSet = timer!.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }

    private void DrawLate()
    {
        lock (gate)
        {
            isTimerSet = false;
            DrawOrWait();
        }
    }

    private void Draw()
    {
        var line = bar.Line(label, fraction);
        if (string.Equals(line, drawn, StringComparison.Ordinal))
        {
            return;
        }

        var rest = Math.Max(0, Glyphs.Width(drawn) - Glyphs.Width(line));
        drawnAt = clock.GetTimestamp();
        if (Put("\r" + line + new string(' ', rest)))
        {
            drawn = line;
        }
    }

    /// <summary>What clears the drawn line, by spaces: it works on every terminal.</summary>
    private string Erasing()
    {
        if (drawn.Length == 0)
        {
            return string.Empty;
        }

        var erasing = "\r" + new string(' ', Glyphs.Width(drawn)) + "\r";
        drawn = string.Empty;
        return erasing;
    }

    private bool Put(string text)
    {
        if (text.Length == 0)
        {
            return true;
        }

        try
        {
            writer.Write(text);
            writer.Flush();
            return true;
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException or NotSupportedException or UnauthorizedAccessException)
        {
            show = ProgressShow.Nothing;
            drawn = string.Empty;
            return false;
        }
    }
}
