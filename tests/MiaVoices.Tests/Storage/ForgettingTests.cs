using System.Text;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Storage;

public sealed class ForgettingTests : IDisposable
{
    private const string Rare = "xylofonverkstaden";
    private const string Said = "Jag byggde stora klangstavar i xylofonverkstaden varje onsdag. 😀 Det var fint.";
    private readonly ProjectBuilder project = new();
    private readonly Guid group;
    private readonly Guid alone;
    private readonly Guid survey;
    private readonly Code code;
    private readonly Code other;

    public ForgettingTests()
    {
        group = project.Import(Drafts.Interview(
            "Grupp.txt",
            ("I", Drafts.Asks, "Vad gjorde ni?"),
            ("D07", Drafts.Answers, Said),
            ("D08", Drafts.Answers, "Jag lagade mat åt alla."),
            ("D07", Drafts.Answers, "Sedan städade vi."),
            ("D08", Drafts.Answers, "Maten blev god 😀 till slut.")));
        alone = project.Import(Drafts.Interview("Intervju D07.txt", ("I", Drafts.Asks, "Du nämnde xylofonverkstaden?"), ("D07", Drafts.Answers, "Ja, xylofonverkstaden var bäst.")));
        survey = project.Import(Drafts.Survey("enkät.csv", "Avslutsenkät", "2025", new SurveyRow("1", "Allt var bra"), new SurveyRow("2", "Inget särskilt")));
        (code, other) = (project.Code("verkstad"), project.Code("mat"));
        var person = project.Person("D07x", ("grupp", "deltagare"), ("ort", Rare));
        foreach (var source in new[] { group, alone })
        {
            project.Store.Apply(new MapSpeaker(source, "D07", SpeakerRole.Respondent, person.Id));
        }

        Person = person;
    }

    private Case Person { get; }

    public void Dispose() => project.Dispose();

    [Fact]
    public void No_byte_of_what_a_person_said_is_left()
    {
        Fill();
        Assert.True(Holds(Rare));
        var told = project.Store.Forget(Person.Id);
        Assert.True(told.IsTidied);
        Assert.False(Holds(Rare), "the open file");
        Assert.False(Holds("klangstavar"));
        Assert.False(Holds("städade"));
        project.Reopen();
        Assert.False(Holds(Rare), "the file opened again");
        Assert.Empty(project.Store.Check());
    }

    [Fact]
    public void What_others_said_and_coded_stays_and_stands_where_it_stood()
    {
        Fill();
        project.Store.Forget(Person.Id);
        var segments = project.Store.Segments(new SegmentScope { Source = group }).ToList();
        Assert.Equal(["Vad gjorde ni?", "[…]", "Jag lagade mat åt alla.", "[…]", "Maten blev god 😀 till slut."], segments.Select(s => s.Text));
        Assert.Equal([1, 2, 3, 4, 5], segments.Select(s => s.Ordinal));
        var codings = project.Store.Codings(new CodingScope { Source = group }).Select(c => c.Coding).ToList();
        Assert.Equal(["Jag lagade mat", "Jag lagade mat åt alla.\n[…]\nMaten blev god 😀", "Maten blev god 😀 till slut."], codings.Select(c => c.Quote));
        Assert.All(codings, c => Assert.Equal(c.Quote, project.Store.Text(group, c.Start, c.End)));
        Assert.DoesNotContain(project.Store.Cases(), c => c.Id == Person.Id);
        Assert.DoesNotContain(project.Store.CountedCases(), c => c.Id == Person.Id);
        Assert.Equal("Den här maten nämnde flera.", Assert.Single(project.Store.Memos()).Text);
        Assert.Equal("Enligt en deltagare: […]. Så var det.", Assert.Single(project.Store.Passages()).Text);
        Assert.Equal(2, project.Store.Segments(new SegmentScope { Source = survey }).Count());
        Assert.Equal(["[…]", "[…]"], project.Store.Segments(new SegmentScope { Source = alone }).Select(s => s.Text));
        Assert.DoesNotContain("D07", string.Join('\n', project.Store.Sources().Select(s => s.Name + s.Label)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_entry_that_it_happened_stays_and_nothing_before_it_comes_back()
    {
        Fill();
        var bo = project.As("Bo");
        bo.Apply(new RemoveCoding(bo.Codings(CodingScope.All).First(c => c.Coding.Quote == "Jag lagade mat").Coding.Id));
        var steps = project.Store.Journal().Count();
        project.Store.Forget(Person.Id);
        Assert.Equal(steps + 1, project.Store.Journal().Count());
        Assert.True(project.Store.Journal().First().Change is Batch { Purpose: Forgotten.Purpose });
        Refusals.Refused("undo.forgotten", () => project.Store.Undo());

        // What another coder took away of what others said comes back to where it stands now.
        bo.Undo();
        Assert.Contains(bo.Codings(CodingScope.All), c => c.Coding.Quote == "Jag lagade mat" && bo.Text(group, c.Coding.Start, c.Coding.End) == "Jag lagade mat");
        Assert.Empty(bo.Check());
    }

    [Fact]
    public void What_another_coder_took_away_of_the_person_does_not_come_back()
    {
        Fill();
        var bo = project.As("Bo");
        bo.Apply(new RemoveCoding(bo.Codings(CodingScope.All).First(c => c.Coding.Quote.Contains(Rare, StringComparison.Ordinal)).Coding.Id));
        project.Store.Forget(Person.Id);
        Assert.ThrowsAny<MiaVoices.Core.RefusedException>(() => bo.Undo());
        Assert.Empty(bo.Check());
    }

    [Fact]
    public void Somebody_who_is_not_there_is_not_forgotten()
    {
        var before = project.Dump();
        Refusals.Refused("case.gone", () => project.Store.Forget(Guid.Empty));
        Assert.Equal(before, project.Dump());
    }

    private void Fill()
    {
        var store = project.Store;
        var own = project.Code(group, "klangstavar i xylofonverkstaden", code.Id, memo: "om xylofonverkstaden");
        project.Code(group, "Jag lagade mat", other.Id);
        project.Code(group, "Det var fint.\nJag lagade mat åt alla.\nSedan städade vi.\nMaten blev god 😀", other.Id, memo: "se xylofonverkstaden");
        project.Code(group, "Maten blev god 😀 till slut.", other.Id);
        project.Code(alone, "xylofonverkstaden var bäst", code.Id);
        project.Memo(MemoTarget.Coding, own.Id, "Minns xylofonverkstaden.");
        project.Memo(MemoTarget.Segment, store.Segments(new SegmentScope { Source = group }).First(s => s.Text == Said).Id, "xylofonverkstaden igen");
        project.Memo(MemoTarget.Case, Person.Id, "Känd för xylofonverkstaden.");
        project.Memo(MemoTarget.Code, other.Id, "Den här maten nämnde flera.");
        store.Apply(Quoting.Choose(store, own.Id));
        store.Apply(new WritePassage(new Passage { Report = ReportKind.Theme, Place = "meaning", Code = code.Id, Text = "Enligt en deltagare: byggde stora klangstavar i xylofonverkstaden varje onsdag. Så var det.", Coder = "Mia", Changed = store.Now }));
        store.Drafts.Save($"memo:new:coding:{own.Id}", "halvskrivet om xylofonverkstaden");
        var gone = project.Code(group, "xylofonverkstaden varje", code.Id);
        store.Apply(new EditCoding(gone with { Condensed = "xylofonverkstaden" }));
        store.Undo();
        store.Apply(new RemoveCoding(gone.Id));
        var segment = store.Segments(new SegmentScope { Source = group }).First(s => s.Text == Said);
        store.Apply(Suggesting.Answer(store, "m1", [new AnsweredSuggestion(new CodeSuggestion(SuggestionIdentity.Of(segment.Id, other.Id), segment.Key, other.Id, 0.8, [], []), segment)], accept: true, null));
        store.Apply(new ReviewSegments(group, [segment.Id], "Mia"));
    }

    private bool Holds(string word)
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(project.File)!, "projekt.mia*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            var bytes = copy.ToArray();
            if (bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(word)) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
