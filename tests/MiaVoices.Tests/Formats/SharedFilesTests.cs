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
            ("f4.rtf", "windows-1252", 2, 6.4, "I:1 R:1"),
            ("srt_cp1252_crlf.srt", "windows-1252", 2, 3.12, "I:1 R:1"),
            ("whisper.json", "utf-8", 1, 3.12, ""),
            ("whisper.tsv", "utf-8", 1, 3.12, ""),
            ("whisperx.json", "utf-8", 2, 3.12, "I:1 R:1"),
            ("otranscribe.otr", "utf-8", 2, 3.12, "I:1 R:1"),
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
    public void Letters_outside_ascii_survive_every_code_page()
    {
        Assert.Equal("öäåö–ä", string.Concat(Read(Folder("examples/f4.rtf")).Single().Segments[1].Text.Where(c => !char.IsAscii(c))));
        Assert.Equal("öäåö", string.Concat(Read(Folder("examples/srt_cp1252_crlf.srt")).Single().Segments[1].Text.Where(c => !char.IsAscii(c))));
    }

    [SharedFact]
    public void Real_subtitles_and_tables_have_the_turns_that_a_script_counted()
    {
        // Joined by hand-written rules in Python: one speaker, pauses up to five seconds, and a clock that goes back by more than a minute (it does once within a speaker) ends a turn.
        var folder = Folder("data/transcripts/norwegian_interviews");
        foreach (var (ending, format) in ((string, string)[])[("srt", "srt"), ("tsv", "tsv"), ("vtt", "vtt")])
        {
            var drafts = Directory.EnumerateFiles(Path.Combine(folder, ending)).ToDictionary(f => Path.GetFileNameWithoutExtension(f), f => Read(f).Single());
            Assert.All(drafts.Values, d => Assert.Equal(format, d.Format));
            Assert.Equal((32, 5558, 71), (drafts.Count, drafts.Values.Sum(d => d.Segments.Count), drafts.Values.Sum(d => d.Speakers.Count)));
            foreach (var (name, turns, first) in ((string, int, double)[])[("aal_01um-sl", 62, 5.246), ("aal_04gk-sl", 132, 74.163), ("aal_uio_02", 129, 42.422), ("aal_uio_06", 30, 14.605)])
            {
                Assert.Equal((name, turns, first, 2), (name, drafts[name].Segments.Count, drafts[name].Segments[0].Timecode!.Value, drafts[name].Speakers.Count));
            }
        }
    }

    [SharedFact]
    public void Saved_pages_in_latin_1_have_their_turns()
    {
        // Headings with something under them, counted by a regular expression in Python.
        var drafts = Directory.EnumerateFiles(Folder("data/transcripts/swedish_interviews/html_latin1")).Select(f => Read(f).Single()).ToList();
        Assert.Equal((76, 23723), (drafts.Count, drafts.Sum(d => d.Segments.Count)));
        Assert.All(drafts, d => Assert.Equal(("html", true), (d.Format, d.Segments.All(s => s.Speaker is not null))));
    }

    [SharedFact]
    public void Real_documents_in_odt_have_their_paragraphs()
    {
        // Paragraphs with words, and those by the moderator, counted in content.xml.
        (string File, int Paragraphs)[] expected =
        [
            ("P1_GMT20211118", 207), ("P2_GMT20211119", 207), ("P3_GMT20211125", 237), ("P4_GMT20211125", 144),
            ("P5_GMT20211125", 218), ("P6_GMT20211126", 189), ("P7_GMT20211126", 131), ("P8_GMT20211129", 176),
        ];
        foreach (var (file, paragraphs) in expected)
        {
            var draft = Read(Folder($"data/transcripts/serdif_odt/{file}.odt")).Single();
            var titles = draft.Notices.Where(n => n.Problem.Key == "transcript.titles").Sum(n => (int)n.Problem.Facts[0]);
            Assert.Equal((file, paragraphs), (file, draft.Segments.Sum(s => s.Text.Split('\n').Length) + titles));
        }
    }

    [PdfFact]
    public void Real_pdf_interviews_have_their_turns()
    {
        // Lines that begin with a name and a colon in the output of pdftotext, counted by a regular expression.
        (string File, int First, int Second)[] expected = [("P1", 47, 47), ("P2", 81, 84), ("P3", 61, 61)];
        foreach (var e in expected)
        {
            var draft = Read(Folder($"data/transcripts/pdpilot_pdf/results/transcripts/{e.File}.pdf")).Single();
            Assert.Equal((2, e), (draft.Speakers.Count, (e.File, draft.Speakers[0].Turns, draft.Speakers[1].Turns)));
        }
    }

    [SharedFact]
    public void Real_interviews_have_as_many_turns_a_speaker_as_their_table_says()
    {
        var folder = Folder("data/transcripts/swedish_interviews");
        foreach (var row in File.ReadLines(Path.Combine(folder, "interviews.tsv")).Skip(1).Select(l => l.Split('\t')).Where(r => r[1] == "NDC"))
        {
            var told = row[8].Split(';').Order(StringComparer.Ordinal);
            foreach (var path in (string[])[Path.Combine(folder, "ndc_txt", row[0] + ".txt"), .. ((string[])["docx", "csv", "utf16.txt", "odt", "rtf", "html", .. PdfFactAttribute.Installed ? (string[])["pdf"] : []]).Select(e => Path.Combine(folder, "variants", $"{row[0]}.{e}"))])
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
