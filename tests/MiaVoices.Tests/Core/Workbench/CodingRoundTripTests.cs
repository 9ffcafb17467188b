using FsCheck.Fluent;
using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Workbench;
using MiaVoices.Storage;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

/// <summary>What a project exports, a copy of it without codings takes in again as it was.</summary>
public class CodingRoundTripTests
{
    private static readonly string[] Memos = ["", "en tanke", "=1+1", "rad ett\nrad två", "\"citat\"; med semikolon", "'apostrof", "- streck"];

    [Fact]
    public void Exported_codings_come_back_as_they_were()
    {
        var span = from source in Gen.Choose(0, 2)
                   from start in Gen.Choose(0, 70)
                   from length in Gen.Choose(1, 40)
                   from code in Gen.Choose(0, 4)
                   from rest in Gen.Choose(0, 10_000)
                   select new Span(source, start, length, code, rest);
        Prop.ForAll(span.ListOf().ToArbitrary(), spans => Try([.. spans])).Holds(20);
    }

    private static void Try(IReadOnlyList<Span> spans)
    {
        using var project = new ProjectBuilder();
        project.Import(Drafts.Interview("a.txt", ("I", Drafts.Asks, "Hur då? 😀"), ("D", Drafts.Answers, "Det  var 👩‍👩‍👧 ”bra”\n\n=sa hon; \"så\" – e\u0323 myndig\u00ADhet\u00AD"), ("D", Drafts.Answers, "😀😀 -slut ")));
        project.Import(Drafts.Survey("bok.xlsx", "Enkät", "2024", new SurveyRow("1", "+Lika 😀"), new SurveyRow("2", "Lika")));
        project.Import(Drafts.Survey("bok.xlsx", "Enkät", "2025", new SurveyRow("1", "+Lika 😀"), new SurveyRow("2", "Lika")));
        var support = project.Code("Stöd", tag: "St");
        project.Code("kontakt", support.Id);
        var housing = project.Code("Boende/hem");
        project.Code("Kontakt", housing.Id);
        project.Code("=kod");
        var copy = project.Folder.File("kopia.mia");
        project.Store.Backup(copy);

        foreach (var span in spans)
        {
            Code(project.Store, span);
        }

        var sheet = CodingSheet.Export(project.Store);
        using var other = ProjectFile.Open(copy, project.Context("Annan"));
        var result = CodingSheet.Import(Tables.AsFile(sheet), other, createCodes: false);
        Assert.Empty(result.LeftOut);
        if (result.Change is { } change)
        {
            other.Apply(change);
        }

        Assert.Equal(All(project.Store), All(other));
        Assert.Empty(other.Check());
        Assert.Null(CodingSheet.Import(Tables.AsFile(sheet), other, createCodes: false).Change);
    }

    private static void Code(ProjectFile store, Span span)
    {
        var source = store.Sources()[span.Source];
        var start = Math.Min(span.Start, source.Length - 1);
        var end = Math.Min(source.Length, start + span.Length);
        var coding = ProjectBuilder.CodingAt(store, source.Id, start, end, store.Codes()[span.Code].Id, Memos[span.Rest % Memos.Length]) with
        {
            Coder = span.Rest % 2 == 0 ? "Mia" : "Bo =x",
            Origin = (CodingOrigin)(span.Rest % 4),
            Polarity = span.Rest % 5 == 0 ? Polarity.WorksLessWell : null,
            Confidence = span.Rest % 3 == 0 ? (span.Rest % 1000) / 1000.0 : null,
            Condensed = span.Rest % 7 == 0 ? "kort" : "",
        };
        if (store.Codings(CodingScope.All).Any(p => Key(p.Coding) == Key(coding)))
        {
            return;
        }

        try
        {
            store.Apply(new AddCoding(coding));
        }
        catch (RefusedException e) when (e.Problem.Key is "coding.blank" or "coding.halfCharacter")
        {
            // A span that no one could mean is refused, and does not come into the export.
        }

        if (span.Rest % 6 == 0)
        {
            var segment = store.Segments(new SegmentScope { Source = source.Id }).First();
            store.Apply(new ReviewSegments(source.Id, [segment.Id], coding.Coder));
        }
    }

    private static (Guid, int, int, Guid, string) Key(Coding c) => (c.Source, c.Start, c.End, c.Code, c.Coder);

    private static List<Coding> All(ProjectFile store) =>
    [
        .. store.Codings(CodingScope.All).Select(p => p.Coding with { Id = Guid.Empty })
            .OrderBy(c => c.Source).ThenBy(c => c.Start).ThenBy(c => c.End).ThenBy(c => c.Code).ThenBy(c => c.Coder, StringComparer.Ordinal),
    ];

    private sealed record Span(int Source, int Start, int Length, int Code, int Rest);
}
