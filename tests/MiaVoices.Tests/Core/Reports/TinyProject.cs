using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Language;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Storage;

namespace MiaVoices.Tests.Core.Reports;

/// <summary>A small project in a real file, built as a person would build it.</summary>
public sealed class TinyProject : IDisposable
{
    private static readonly SwedishAnalyser Swedish = new();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mia-tiny-");
    private readonly Dictionary<string, Guid> _codes = [];
    private readonly HashSet<string> _labels = [];

    public TinyProject(string name = "Provprojekt", string coder = "Kim") =>
        Store = ProjectFile.Create(Path.Combine(_folder.FullName, "p.mia"), name, new StoreContext(Swedish, new FixedClock(), coder, Repeatable: true));

    public ProjectFile Store { get; }

    public ITextAnalyser Analyser { get; } = Swedish;

    public Guid Code(string name, string? under = null, string tag = "", string definition = "", string include = "", string example = "")
    {
        var id = Store.NewIds().Next();
        Store.Apply(new AddCode(new Code
        {
            Id = id,
            Name = name,
            Parent = under is null ? null : _codes[under],
            Tag = tag,
            Definition = definition,
            Include = include,
            Example = example,
            Position = _codes.Count,
        }));
        return _codes[name] = id;
    }

    /// <summary>An interview with one respondent of a group; what begins with "?" is the interviewer's.</summary>
    public Guid Interview(string code, string group, params string[] turns) => Add(new SourceDraft
    {
        Name = $"{code}.txt",
        Kind = SourceKind.Interview,
        Format = "txt",
        Encoding = "utf-8",
        Speakers = [new("I", SpeakerRole.Interviewer, 1), new("R", SpeakerRole.Respondent, turns.Length)],
        Attributes = group.Length == 0 ? new Dictionary<string, string>() : new() { ["grupp"] = group },
        Segments =
        [
            .. turns.Select((t, i) => new SegmentDraft
            {
                Kind = SegmentKind.Turn,
                Text = t.TrimStart('?'),
                Speaker = t[0] == '?' ? "I" : "R",
                Role = t[0] == '?' ? SpeakerRole.Interviewer : SpeakerRole.Respondent,
                Timecode = i * 30,
            }),
        ],
    });

    /// <summary>A survey with one free-text question; an empty text is a row without an answer.</summary>
    public Guid Survey(string name, int? population, int? reached, params (string Group, string Text)[] rows) => Add(new SourceDraft
    {
        Name = $"{name}.csv",
        Kind = SourceKind.Survey,
        Format = "csv",
        Encoding = "utf-8",
        Survey = new SurveyDraft
        {
            Name = name,
            Population = population,
            Reached = reached,
            Questions = [new QuestionDraft { Id = "T1", Text = "Vad har varit bra?", Kind = QuestionKind.FreeText }],
            Respondents = [.. rows.Select((r, i) => new RespondentDraft { Row = $"{i + 101}", Attributes = new Dictionary<string, string> { ["grupp"] = r.Group }, Answers = [] })],
        },
        Segments =
        [
            .. rows.Index().Where(r => r.Item.Text.Length > 0)
                .Select(r => new SegmentDraft { Kind = SegmentKind.Answer, Text = r.Item.Text, Row = $"{r.Index + 101}", Question = "T1" }),
        ],
    });

    /// <summary>What a reader has made of a file.</summary>
    public Guid Import(SourceDraft draft) => Add(draft);

    public Guid Paragraphs(string name, SourceKind kind, params string[] texts) => Add(new SourceDraft
    {
        Name = name,
        Kind = kind,
        Format = "txt",
        Encoding = "utf-8",
        Segments = [.. texts.Select(t => new SegmentDraft { Kind = SegmentKind.Paragraph, Text = t })],
    });

    /// <summary>Codes segments of a source, from one ordinal to another.</summary>
    public void Coding(
        Guid source, int ordinal, string code, int? to = null, string? coder = null, CodingOrigin origin = CodingOrigin.Manual, Polarity? polarity = null, string condensed = "")
    {
        var start = Segment(source, ordinal).Start;
        var end = Segment(source, to ?? ordinal).End;
        Span(source, start, end, code, coder, origin, polarity, condensed);
    }

    /// <summary>Codes a part of a segment.</summary>
    public void Words(Guid source, int ordinal, string words, string code)
    {
        var segment = Segment(source, ordinal);
        var start = segment.Start + segment.Text.IndexOf(words, StringComparison.Ordinal);
        Span(source, start, start + words.Length, code, null, CodingOrigin.Manual);
    }

    public void Review(Guid source, int ordinal) => Store.Apply(new ReviewSegments(source, [Segment(source, ordinal).Id], Store.Coder));

    public ProjectSummary Summary(int threshold = Suppression.Default, params (string, string)[] where) =>
        Summarising.Run(Store, Analyser, new SummaryScope { Threshold = threshold, Where = where });

    public string Report(Audience audience = Audience.Steering, params (string, string)[] where) =>
        Report(new ReportOrder { Kind = ReportKind.Theme, Audience = audience, Where = where });

    public string Report(ReportOrder order) => MarkdownWriter.Write(Reporting.Compose(Store, order, "0.1.0").Blocks);

    public Guid CodeOf(string name) => _codes[name];

    /// <summary>Chooses and approves the coding of a code at a segment as a quote.</summary>
    public PlacedQuote Approve(Guid source, int ordinal, string code, bool? consent = null)
    {
        var coding = Store.Codings(new CodingScope { Source = source, Codes = [_codes[code]] }).First(c => c.Ordinal == ordinal).Coding.Id;
        var chosen = Quoting.Choose(Store, coding);
        Store.Apply(chosen);
        Store.Apply(Quoting.Review(Store, Quoting.All(Store).Single(q => q.Quote.Id == chosen.Quote.Id), QuoteStatus.Approved));
        if (consent is not null)
        {
            var quote = Store.Quotes().Single(q => q.Id == chosen.Quote.Id);
            Store.Apply(new EditQuote(quote with { Consent = consent, ConsentDate = new DateOnly(2025, 9, 17) }));
        }

        return Quoting.All(Store).Single(q => q.Quote.Id == chosen.Quote.Id);
    }

    public void Dispose()
    {
        Store.Dispose();
        _folder.Delete(recursive: true);
    }

    private Guid Add(SourceDraft draft)
    {
        var id = Store.NewIds().Next();
        var label = SourceLabel.Propose(draft, _labels);
        _labels.Add(label);
        var cases = draft.Survey?.Respondents.Count ?? draft.Speakers.Count(s => s.Role == SpeakerRole.Respondent);
        Store.Apply(new ImportSource(id, draft.Name, label, draft.Kind, new string('0', 64), draft.Segments.Count, cases) { Draft = draft });
        return id;
    }

    private Segment Segment(Guid source, int ordinal) => Store.Segments(new SegmentScope { Source = source, Ordinal = ordinal }).Single();

    private void Span(Guid source, int start, int end, string code, string? coder, CodingOrigin origin, Polarity? polarity = null, string condensed = "") => Store.Apply(new AddCoding(new Coding
    {
        Id = Store.NewIds().Next(),
        Source = source,
        Start = start,
        End = end,
        Quote = Store.Text(source, start, end),
        Code = _codes[code],
        Coder = coder ?? Store.Coder,
        Origin = origin,
        Created = Store.Now,
        Polarity = polarity,
        Condensed = condensed,
    }));

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2025, 9, 18, 8, 0, 0, TimeSpan.Zero);
    }
}
