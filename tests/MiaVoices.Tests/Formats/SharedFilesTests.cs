using System.Globalization;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Formats;

/// <summary>Real and sample files beside the project: what comes out was counted in the files by hand or stands in their own tables.</summary>
public class SharedFilesTests
{
    private static string Folder(string name) => Path.Combine(SharedFolder.Path!, name.Replace('/', Path.DirectorySeparatorChar));

    private static IReadOnlyList<SourceDraft> Read(string path) =>
        Readers.Read(new SourceFile(Path.GetFileName(path), File.ReadAllBytes(path)), new ReadOptions());

    [SharedFact]
    public void The_sample_transcripts_have_their_turns_roles_and_times()
    {
        (string File, string Encoding, int Turns, double? FirstTime, string Roles)[] expected =
        [
            ("handskriven_intervju.txt", "utf-8", 4, null, "I:2 R:2"),
            ("f4_hash_time.txt", "windows-1252", 2, 6.4, "I:1 R:1"),
            ("word_transkribera.txt", "utf-8", 2, 3, "I:1 R:1"),
            ("teams.vtt", "utf-8", 2, 3.12, "I:1 R:1"),
            ("word_intervju.docx", "utf-8", 4, null, "I:2 R:2"),
            ("teams_new_brlines.docx", "utf-8", 2, 3, "I:1 R:1"),
            ("teams_old_arrow.docx", "utf-8", 2, 3.12, "I:1 R:1"),
        ];
        foreach (var e in expected)
        {
            var draft = Read(Folder("examples/" + e.File)).Single();
            var roles = string.Join(' ', draft.Speakers.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Role.ToString()[0]}:{s.Turns}")));
            Assert.Equal(e, (e.File, draft.Encoding, draft.Segments.Count, draft.Segments[0].Timecode, roles));
        }
    }

    [SharedFact]
    public void The_sample_surveys_have_their_rows_answers_and_encodings()
    {
        (string File, string Encoding, int Respondents, int Answers, int Questions)[] expected =
        [
            ("ms_forms.csv", "utf-8", 3, 2, 3),
            ("google_forms.csv", "utf-8", 1, 2, 5),
            ("excel_sv_cp1252.csv", "windows-1252", 2, 2, 2),
            ("trap_sep_line.csv", "utf-16le", 1, 0, 1),
            ("ms_forms.xlsx", "utf-8", 2, 2, 4),
            ("artologik_survey_report.xlsx", "utf-8", 2, 2, 4),
        ];
        foreach (var e in expected)
        {
            var draft = Read(Folder("examples/" + e.File)).Single();
            Assert.Equal(e, (e.File, draft.Encoding, draft.Survey!.Respondents.Count, draft.Segments.Count, draft.Survey.Questions.Count));
        }

        var artologik = Read(Folder("examples/artologik_survey_report.xlsx")).Single().Survey!;
        Assert.Equal([["för det mesta"], []], artologik.Respondents.Select(r => r.Answers[0].Points));
        Assert.Equal(["1", "2"], artologik.Respondents.Select(r => r.Row));
    }

    [SharedFact]
    public void The_sample_formats_that_are_not_read_yet_are_refused_by_name()
    {
        (string File, string Key)[] expected =
        [
            ("f4.rtf", "format.rtf"), ("whisper.json", "format.json"), ("whisperx.json", "format.json"), ("otranscribe.otr", "format.json"),
            ("whisper.tsv", "format.whisper"), ("srt_cp1252_crlf.srt", "format.srt"),
        ];
        Assert.Equal(expected, expected.Select(e => (e.File, Assert.Throws<RefusedException>(() => Read(Folder("examples/" + e.File))).Problem.Key)));
    }

    [SharedFact]
    public void Real_interviews_have_as_many_turns_a_speaker_as_their_table_says()
    {
        var folder = Folder("data/transcripts/swedish_interviews");
        foreach (var row in File.ReadLines(Path.Combine(folder, "interviews.tsv")).Skip(1).Select(l => l.Split('\t')).Where(r => r[1] == "NDC"))
        {
            var told = row[8].Split(';').Order(StringComparer.Ordinal);
            foreach (var path in (string[])[Path.Combine(folder, "ndc_txt", row[0] + ".txt"), .. ((string[])["docx", "csv", "utf16.txt"]).Select(e => Path.Combine(folder, "variants", $"{row[0]}.{e}"))])
            {
                if (File.Exists(path))
                {
                    var draft = Read(path).Single();
                    Assert.Equal(told, draft.Speakers.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Name}:{s.Turns}")).Order(StringComparer.Ordinal));
                    Assert.All(draft.Speakers, s => Assert.Equal(s.Name.StartsWith("int", StringComparison.Ordinal) ? SpeakerRole.Interviewer : SpeakerRole.Respondent, s.Role));
                }
            }
        }
    }

    [SharedFact]
    public void Interviews_given_in_two_spellings_are_read_in_one()
    {
        var folder = Folder("data/transcripts/swedish_interviews");
        foreach (var row in File.ReadLines(Path.Combine(folder, "interviews.tsv")).Skip(1).Select(l => l.Split('\t')).Where(r => r[1] == "CANS"))
        {
            Assert.Equal((row[0], row[4]), (row[0], $"{Read(Path.Combine(folder, "cans_txt", row[0] + ".ort.txt")).Single().Segments.Count}"));
        }
    }

    [SharedFact]
    public void Every_transcript_in_the_shared_data_is_read_or_refused()
    {
        var read = 0;
        foreach (var path in Directory.EnumerateFiles(Folder("data/transcripts"), "*", SearchOption.AllDirectories))
        {
            try
            {
                read += Read(path).Count;
            }
            catch (RefusedException e)
            {
                Assert.NotNull(e.Problem.Where);
            }
        }

        Assert.InRange(read, 180, int.MaxValue);
    }
}
