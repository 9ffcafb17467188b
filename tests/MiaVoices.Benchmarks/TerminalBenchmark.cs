using System.Text;
using MiaVoices.Benchmarks.Data;
using MiaVoices.Benchmarks.Support;
using MiaVoices.Terminal;
using MiaVoices.Terminal.Flow;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.Benchmarks;

/// <summary>From the bytes of a key to the bytes of the frame that shows what it did; the terminal's own time is not in it.</summary>
internal static class TerminalBenchmark
{
    private const int Width = 200;
    private const int Height = 60;
    private const int Characters = 1_000_000;
    private const int Spans = 5_000;
    private const int Runs = 500;

    public static void Run(Bench bench)
    {
        var table = new Table("ms, 200×60", "p50", "p95", "least", "most", "bytes");
        var text = Text();
        var driver = Driver(text, out var view);
        table.Add("open 1 MB and show it first", Samples.Of(1, 20, () => Driver(text, out _).Key("")), driver.Key(""));
        Measure(table, "caret a row down or up", driver, "\u001b[B", "\u001b[A");
        view.MoveTo(default);
        Measure(table, "caret a character on", driver, "\u001b[C");
        Measure(table, "a page down or up", driver, "\u001b[6~", "\u001b[5~");
        Measure(table, "selection a row down or up", driver, "\u001b[1;2B", "\u001b[1;2A");
        view.MoveTo(new TextPosition(text.Count / 2, 0));
        Measure(table, "wheel", driver, "\u001b[<65;60;20M", "\u001b[<64;60;20M");
        Measure(table, "unchanged frame", driver, "");
        var far = 0;
        table.Add("to a place far away", Samples.Of(20, Runs, () =>
        {
            far = (far + (text.Count * 3 / 7) + 1) % text.Count;
            view.MoveTo(new TextPosition(far, 0));
            driver.Key("");
        }), driver.Bytes);
        var at = text.Start(view.Visible.First);
        table.Add("a span more, all 5,000 laid out, shown", Samples.Of(20, Runs, () =>
        {
            text.Add(at += 3, at + 200);
            driver.Key("");
        }), driver.Bytes);
        view.MoveTo(default);
        var down = string.Concat(Enumerable.Repeat("\u001b[B", 300));
        var up = string.Concat(Enumerable.Repeat("\u001b[A", 300));
        Measure(table, "300 rows down or up at once", driver, down, up);
        var list = new ListView(() => 1_000_000, (canvas, row, _) => canvas.WriteWithin(0, 0, canvas.Width, $"träff {row}: någon som följde med"));
        var rows = new Person(list);
        Measure(table, "list of 1,000,000: a row down or up", rows, "\u001b[B", "\u001b[A");
        Measure(table, "list of 1,000,000: a page down or up", rows, "\u001b[6~", "\u001b[5~");
        var end = false;
        table.Add("list of 1,000,000: from end to end", Samples.Of(20, Runs, () => rows.Key((end = !end) ? "\u001b[F" : "\u001b[H")), rows.Bytes);
        table.Print();
    }

    private static void Measure(Table table, string name, Person person, string keys) => table.Add(name, Samples.Of(50, Runs, () => person.Key(keys)), person.Bytes);

    // Some there and some back, so that the end of the text is never reached.
    private static void Measure(Table table, string name, Person person, string there, string back)
    {
        var run = 0;
        table.Add(name, Samples.Of(50, Runs, () => person.Key(run++ / 25 % 2 == 0 ? there : back)), person.Bytes);
    }

    private static Person Driver(Interview text, out FlowView view)
    {
        view = new FlowView(text) { LaneColumns = 6 };
        return new Person(view);
    }

    private static Interview Text()
    {
        var answers = new AnswerWriter(3);
        var paragraphs = new List<string>();
        var length = 0;
        while (length < Characters)
        {
            paragraphs.Add(string.Join(' ', answers.Answers(2)));
            length += paragraphs[^1].Length + 1;
        }

        var text = new Interview(paragraphs);
        text.Fill(Spans, length);
        return text;
    }

    /// <summary>Keys in, bytes out.</summary>
    private sealed class Person
    {
        private readonly InputParser _parser = new();
        private readonly List<InputEvent> _events = [];
        private readonly TerminalApp _app = new(TimeProvider.System, Theme.Of(ColorDepth.Full, isLight: false), Width, Height);

        public Person(IWidget widget) => _app.Push(new Whole(widget));

        public int Bytes { get; private set; }

        public int Key(string raw)
        {
            _events.Clear();
            _parser.Feed(Encoding.UTF8.GetBytes(raw), TimeSpan.Zero, _events);
            _app.Step(_events);
            return Bytes = _app.Paint().Length;
        }
    }

    private sealed class Whole(IWidget widget) : Layer
    {
        public override void Draw(Canvas canvas) => widget.Draw(Box.Draw(canvas, "D07", hasFocus: true), hasFocus: true);

        public override bool Handle(InputEvent input) => widget.Handle(input);
    }

    /// <summary>A text in memory with spans by place in the whole.</summary>
    private sealed class Interview : IFlowSource
    {
        private readonly IReadOnlyList<string> _paragraphs;
        private readonly int[] _starts;
        private SpanMap<int> _spans = new([]);

        public Interview(IReadOnlyList<string> paragraphs)
        {
            _paragraphs = paragraphs;
            _starts = new int[paragraphs.Count];
            for (var i = 1; i < _starts.Length; i++)
            {
                _starts[i] = _starts[i - 1] + paragraphs[i - 1].Length + 1;
            }
        }

        public int Count => _paragraphs.Count;

        public int Start(int paragraph) => _starts[paragraph];

        public string Text(int paragraph) => _paragraphs[paragraph];

        public FlowHead? Head(int paragraph) => paragraph % 2 == 0 ? new FlowHead("Deltagare 07", "00:10:00", Role.Dim) : null;

        public bool HasGap(int paragraph) => paragraph % 2 == 0;

        public void Fill(int count, int length) => _spans = new SpanMap<int>(Enumerable.Range(0, count).Select(i => new LanedSpan<int>((int)((long)i * length / count), (int)((long)i * length / count) + 150 + (i % 5 * 60), i)));

        public void Add(int start, int end) => _spans = new SpanMap<int>(_spans.Spans.Take(Spans - 1).Append(new LanedSpan<int>(start, end, 1)));

        public void AddSpans(int paragraph, ICollection<FlowSpan> spans) => spans.Add(new FlowSpan(3, 9, Role.Match));

        public void AddLanes(int paragraph, ICollection<FlowLane> lanes)
        {
            var start = _starts[paragraph];
            foreach (var span in _spans.Touching(start, start + _paragraphs[paragraph].Length))
            {
                lanes.Add(new FlowLane(span.Start - start, span.End - start, span.Lane, Roles.Code(span.Value), span.Start < start));
            }
        }
    }
}
