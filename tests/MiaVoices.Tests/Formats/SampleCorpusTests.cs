using MiaVoices.Core.Sources;
using MiaVoices.Formats;
using Xunit;

namespace MiaVoices.Tests.Formats;

/// <summary>The project's own corpus reads as its README says.</summary>
public class SampleCorpusTests
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Build.Folder(), "..", "..", "..", "corpus-samples"));

    private static IReadOnlyList<SourceDraft> Read(string name, params SurveyProfile[] profiles) =>
        Readers.Read(new SourceFile(name, File.ReadAllBytes(Path.Combine(Folder, name))), new ReadOptions { Profiles = profiles });

    [Fact]
    public void Every_interview_has_the_turns_that_its_row_in_the_table_says()
    {
        var rows = File.ReadLines(Path.Combine(Folder, "README.md")).Where(l => l.StartsWith("| `intervjuer/Intervju", StringComparison.Ordinal)).Select(l => l.Split('|')).ToList();
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var name = row[1].Trim(' ', '`');
            var draft = Read(name).Single();
            Assert.Equal((name, row[5].Trim()), (name, $"{draft.Speakers.Single(s => s.Role == SpeakerRole.Respondent).Turns}"));
            Assert.DoesNotContain(draft.Segments, s => s.Role == SpeakerRole.Unknown);
        }
    }

    [Fact]
    public void The_surveys_have_their_respondents_with_and_without_a_profile()
    {
        Assert.Equal([41], Read("enkater/Avslutsenkät 2025.csv").Select(d => d.Survey!.Respondents.Count));
        Assert.Equal([60, 80], Read("enkater/Indikatorenkät.xlsx").Select(d => d.Survey!.Respondents.Count));
        foreach (var (file, profile) in ((string, string)[])[("Avslutsenkät 2025.csv", "Avslutsenkät 2025.profil.json"), ("Indikatorenkät.xlsx", "Indikatorenkät.profil.json")])
        {
            var drafts = Read("enkater/" + file, [.. SurveyProfile.Parse(File.ReadAllText(Path.Combine(Folder, "enkater", profile)), profile)]);
            Assert.All(drafts, d => Assert.DoesNotContain(d.Notices, n => n.LeftOut || n.Problem.Key is "survey.outside" or "column.proposed"));
        }
    }

    [Fact]
    public void The_notes_stand_under_their_questions()
    {
        var draft = Read("anteckningar/Dialogmöte 2025-09-18.txt").Single();
        Assert.Equal((SourceKind.Notes, 24, 5), (draft.Kind, draft.Segments.Count, draft.Segments.Select(s => s.Question).Distinct().Count()));
    }
}
