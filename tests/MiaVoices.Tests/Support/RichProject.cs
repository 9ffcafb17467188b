using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;

namespace MiaVoices.Tests.Support;

/// <summary>A project that holds something of everything, and a change of each type that fits it.</summary>
public sealed class RichProject : IDisposable
{
    private readonly Guid hidden;

    public RichProject()
    {
        Interview = Builder.Import(Drafts.Interview(
            "Intervju D07.txt",
            ("I", Drafts.Asks, "Hur fick du kontakt med mottagningen?"),
            ("D", Drafts.Answers, "Det var min mamma som ringde. 😀 Sedan gick det fort."),
            ("I", Drafts.Asks, "Och sedan?"),
            ("D", Drafts.Answers, "Personalen lyssnade på mig.")));
        Survey = Builder.Import(Drafts.Survey("enkät.csv", "Avslutsenkät", "2025", new SurveyRow("1", "Personalen var snäll"), new SurveyRow("2", null, "ibland"), new SurveyRow("3", "Allt", null)));
        hidden = Builder.Import(Drafts.Notes("anteckning.txt", "Ett möte om boendet."));
        Store.Undo();
        Support = Builder.Code("Stöd", tag: "St");
        Contact = Builder.Code("Myndighetskontakt", Support.Id, "Mk");
        Unused = Builder.Code("Boende");
        Binned = Builder.Code("Gammal");
        Store.Apply(new RemoveCode(Binned.Id));
        Coding = Builder.Code(Interview, "min mamma som ringde. 😀", Support.Id, memo: "tänk på detta");
        Memo = Builder.Memo(MemoTarget.Code, Support.Id, "Gränsen mot kontakt är oklar.");
        Person = Builder.Person("D12", ("grupp", "anhörig"));
        Segments = [.. Store.Segments(SegmentScope.All)];
        Store.Apply(new ReviewSegments(Interview, [Segments[3].Id], "Mia"));
        Search = new SavedSearch { Id = Store.NewIds().Next(), Name = "Mamma", Query = "mamma OR \"snäll\"", Group = "deltagare", Coder = "Mia", Created = Store.Now };
        Store.Apply(new SaveSearch(Search));
        Quote = Quoting.Choose(Store, Coding.Id).Quote;
        Store.Apply(new ChooseQuote(Quote));
        Store.Apply(new TickReview(Tick));
        Store.Apply(new WritePassage(Passage));
        Answer = AnswerTo(Segments[1], Contact.Id);
        Store.Apply(new AnswerSuggestion(Answer));
    }

    public ProjectBuilder Builder { get; } = new();

    public IProjectStore Store => Builder.Store;

    public Guid Interview { get; }

    public Guid Survey { get; }

    public Code Support { get; }

    public Code Contact { get; }

    public Code Unused { get; }

    public Code Binned { get; }

    public Coding Coding { get; }

    public Memo Memo { get; }

    public Case Person { get; }

    public SuggestionAnswer Answer { get; }

    public SavedSearch Search { get; }

    public Quote Quote { get; }

    public ReviewTick Tick => new("names", "00", "Mia", Store.Project.Created);

    public Passage Passage => new() { Report = ReportKind.Theme, Place = "meaning", Code = Support.Id, Text = "Det betyder något.", Coder = "Mia", Changed = Store.Project.Created };

    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>A change of the type that can be applied to this project.</summary>
    public Change Of(Type type) => Changes()[type];

    /// <summary>The types that <see cref="Of"/> knows.</summary>
    public IReadOnlyCollection<Type> Known => Changes().Keys;

    public void Dispose() => Builder.Dispose();

    private Dictionary<Type, Change> Changes()
    {
        var ids = Store.NewIds();
        return new Change[]
        {
            new Batch("code.split", [new AddCode(new Code { Id = ids.Next(), Name = "Familj", Position = 9 }), new EditCode(Contact with { Name = "Kontakt" })]),
            new RenameProject("Annat namn"),
            new SetLimits(7, 25),
            ProjectBuilder.ImportOf(Drafts.Interview("Intervju D08.txt", ("I", Drafts.Asks, "Hej?"), ("D", Drafts.Answers, "Hej.")), null, Store),
            new HideSource(Survey),
            new ShowSource(hidden),
            new LabelSource(Interview, "Intervju X1"),
            new SetSourceLanguage(Interview, TextLanguage.English),
            new MapSpeaker(Interview, "D", SpeakerRole.Respondent, Person.Id),
            new AddCase(new Case { Id = ids.Next(), Name = "D13", Attributes = new Dictionary<string, string> { ["kön"] = "kvinna", ["grupp"] = "deltagare" } }),
            new EditCase(Person with { Name = "D14", Attributes = new Dictionary<string, string> { ["delprojekt"] = "Väst" } }),
            new RemoveCase(Person.Id),
            new AddCode(new Code { Id = ids.Next(), Name = "Ny", Tag = "Ny", Parent = Support.Id, Definition = "d", Include = "i", Exclude = "e", Keywords = ["a, b", "\"c\""], Example = "x", Color = "#ff0000" }),
            new EditCode(Contact with { Parent = null, Name = "Myndigheter", Keywords = ["soc"], Position = 7 }),
            new RemoveCode(Unused.Id),
            new RestoreCode(Binned.Id),
            new AddCoding(ProjectBuilder.CodingOf(Store, Interview, "lyssnade", Contact.Id) with { Origin = CodingOrigin.Suggestion, Confidence = 0.1 + 0.2, AcceptedAbove = 0.3, Polarity = Polarity.WorksWell }),
            new EditCoding(Coding with { Start = Coding.Start + 4, Quote = Coding.Quote[4..], Code = Contact.Id, Memo = "nytt", Condensed = "mamma ringde", Polarity = Polarity.Proposal }),
            new MoveCodings(Interview, [new CodingMove(Coding.Id, Coding.Start + 4, Coding.End)]),
            new RemoveCoding(Coding.Id),
            new ReviewSegments(Interview, [Segments[1].Id, Segments[3].Id], "Mia"),
            new UnreviewSegments(Interview, [Segments[1].Id, Segments[3].Id], "Mia"),
            new AddMemo(new Memo { Id = ids.Next(), Target = MemoTarget.Segment, TargetId = Segments[0].Id, Text = "se \"igen\"", Coder = "Mia", Created = Store.Now, Changed = Store.Now }),
            new EditMemo(Memo with { TargetId = Contact.Id, Title = "Ny titel", Text = "ny text", Changed = Store.Now }),
            new RemoveMemo(Memo.Id),
            new AnswerSuggestion(AnswerTo(Segments[3], Contact.Id) with { Verdict = SuggestionVerdict.Other, Other = Support.Id, AcceptedAbove = 0.7 }),
            new WithdrawAnswer(Answer.Id),
            new SaveSearch(Search with { Id = ids.Next(), Name = "Möten", Query = "möte*", Order = SearchOrder.Relevance, AnswersOnly = true, Group = null, Code = "Stöd", Source = "enkät.csv" }),
            new EditSearch(Search with { Name = "Föräldrar", Query = "pappa", Order = SearchOrder.Relevance, Group = null }),
            new RemoveSearch(Search.Id),
            new ChooseQuote(Quote with { Id = ids.Next(), Note = "en till", Consent = true, ConsentDate = new DateOnly(2025, 9, 18) }),
            new EditQuote(Quote with { Cuts = [new QuoteCut(0, 3), new QuoteCut(4, 9, "anhörig")], Status = QuoteStatus.Approved, Consent = false, Reviewer = "Bo", Reviewed = Store.Now }),
            new RemoveQuote(Quote.Id),
            new TickReview(Tick with { Quotes = "11", Coder = "Bo" }),
            new UntickReview(Tick.Point),
            new WritePassage(Passage with { Text = "" }),
        }.ToDictionary(c => c.GetType());
    }

    private SuggestionAnswer AnswerTo(Segment segment, Guid code) => new()
    {
        Id = SuggestionIdentity.Of(segment.Id, code),
        Source = segment.SourceId,
        Segment = segment.Id,
        Code = code,
        Verdict = SuggestionVerdict.Rejected,
        Coder = Store.Coder,
        At = Store.Now,
        Confidence = 0.73,
        Model = "m1",
    };
}
