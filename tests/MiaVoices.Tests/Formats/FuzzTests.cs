using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats;
using MiaVoices.Formats.Pdf;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Formats;

/// <summary>
/// Random bytes and changed files of every format: read, or refused in our own words, and never slow. The number of runs a
/// format is small here; <c>MIA_FUZZ_TIMES</c> makes it that many times as large.
/// </summary>
public class FuzzTests
{
    private const double MostSeconds = 60;

    private static readonly int Runs = RandomCases.Count(150);

    private static readonly (string Name, string Text)[] Seeds =
    [
        ("a.srt", "1\r\n00:00:03,120 --> 00:00:06,480\r\n<i>Hur</i> var det?\r\n\r\n2\r\n00:00:07,000 --> 00:00:11,250\r\nSiv: Bra \u00e5.\r\n"),
        ("a.vtt", "WEBVTT\n\nNOTE x\n\n1\n00:00:01.000 --> 00:00:02.000 align:start\n<v Moa>Hej &amp; h\u00e5</v>\n\n00:03.000 --> 00:04.000\nSiv: Ja.\n"),
        ("a.json", "{\"text\": \" Hej\", \"segments\": [{\"start\": 3.12, \"end\": 6.48, \"text\": \" Hej?\", \"speaker\": \"SPEAKER_00\", \"no_speech_prob\": NaN, \"words\": [{\"word\": \"Hej\", \"start\": 1}]}, {\"start\": 7, \"end\": 8, \"text\": \"\\u00e5\\ud83d\\ude0a\"}]}"),
        ("a.json", "[{\"timestamp\": [0, 3.16], \"text\": \" Hej.\"}, {\"timestamp\": [3, null], \"text\": \" H\u00e5.\"}]"),
        ("a.tsv", "start\tend\tspeaker\ttext\n1.5\t2\tsiv\tHej\n2.5\t4\tmoa\tH\u00e5?\n"),
        ("a.otr", "{\"text\": \"<p><span class=\\\"timestamp\\\" data-timestamp=\\\"3.12\\\">00:03</span>&nbsp;<b>I:</b> Hej?<br /></p><p><b>IP:</b> Ja.</p>\", \"media\": \"x\", \"media-time\": 1.5}"),
        ("a.rtf", "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset128 X;}}{\\*\\x y}\\f1\\'82\\'a0\\f0 I: Hej?\\par\n{\\b IP:} J\\'e4 \\u228?\\u-10179?\\u-8694? \\bin3 abc{\\footnote n}{\\*\\atrfstart 1}x{\\*\\annotation{\\*\\atnref 1}{\\*\\atndate 2}k\\par l}\\cell\\row}"),
        ("a.html", "<!DOCTYPE html><html><head><meta charset=iso-8859-2><title>x</title></head><body><nav>m</nav><h3>Moa</h3><p><b>I:</b> Hej &auml;?<table><tr><td>IP<td>Ja.</table><!-- x --><pre>a\nb</pre></body></html>"),
        ("a.md", "---\na: b\n---\n# R\n\n**I:** Hej?\n\n> **IP:** Ja.\n- x\n"),
        ("a.csv", "SvarsID;Grupp;Text\n1;a;\"Hej, \"\"du\"\"\nda\"\n2;b;H\u00e5\n"),
        ("a.txt", "1 I: Hej? #00:00:06-4#\n2 IP: Ja.\n\n00:00:05 Talare 1\nHej\n[00:01:02] B: n\u00e5\n"),
    ];

    public static TheoryData<int> Texts() => [.. Enumerable.Range(0, Seeds.Length)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_changed_text_is_read_or_refused(int seed)
    {
        var (name, text) = Seeds[seed];
        var whole = Encoding.UTF8.GetBytes(text);
        var random = new Random(seed);
        for (var run = 0; run < Runs; run++)
        {
            Read(new SourceFile(name, Changed(whole, random, run)), run);
        }
    }

    [Theory]
    [InlineData("a.docx")]
    [InlineData("a.xlsx")]
    [InlineData("a.odt")]
    [InlineData("a.ods")]
    public void A_changed_package_is_read_or_refused(string name)
    {
        var file = Package(name);
        var random = new Random(name.Length);
        for (var run = 0; run < Runs; run++)
        {
            // Half of the runs change the package itself, half the XML inside, which checksums otherwise guard.
            Read(new SourceFile(name, run % 2 == 0 ? Changed(file.Content.ToArray(), random, run) : ChangedInside(file, random, run)), run);
        }
    }

    [SharedFact]
    public void Changed_real_files_are_read_or_refused()
    {
        string[] files =
        [
            "examples/f4.rtf", "examples/whisperx.json", "examples/otranscribe.otr", "examples/srt_cp1252_crlf.srt", "examples/teams.vtt", "examples/artologik_survey_report.xlsx", "examples/google_forms.csv", "examples/whisper.tsv",
            "examples/dialoganteckningar.md", "data/transcripts/swedish_interviews/variants/ArjeplogOM_1.odt", "data/transcripts/swedish_interviews/variants/ArjeplogOM_1.rtf",
            "data/transcripts/swedish_interviews/variants/ArjeplogOM_1.html", "data/transcripts/swedish_interviews/variants/ArjeplogOM_1.docx",
        ];
        foreach (var file in files)
        {
            var whole = File.ReadAllBytes(Path.Combine(SharedFolder.Path!, file));
            var random = new Random(whole.Length);
            for (var run = 0; run < Runs / 10; run++)
            {
                var source = new SourceFile(Path.GetFileName(file), whole);
                var inside = whole is [0x50, 0x4B, ..] && run % 2 == 1;
                Read(new SourceFile(source.Name, inside ? ChangedInside(source, random, run) : Changed(whole, random, run)), run);
            }
        }
    }

    [PdfFact]
    public void A_changed_pdf_is_read_or_refused()
    {
        var whole = File.ReadAllBytes(Path.Combine(SharedFolder.Path!, "data/transcripts/pdpilot_pdf/results/transcripts/P1.pdf"));
        var random = new Random(11);

        // A process a run: fewer of them.
        for (var run = 0; run < Runs / 10; run++)
        {
            var bytes = whole.ToArray();
            for (var n = 0; n < 1 << (run % 8); n++)
            {
                bytes[random.Next(8, bytes.Length)] = (byte)random.Next(256);
            }

            Read(new SourceFile("a.pdf", run % 7 == 6 ? bytes[..random.Next(5, bytes.Length)] : bytes), run);
        }
    }

    [Fact]
    public void A_changed_text_of_a_pdf_is_read_or_refused()
    {
        // What pdftotext gives, without a process a run.
        string[] seeds =
        [
            "   Intervju D07\n\n 1   I: Hur gick det med allt?\n 2   IP: Det gick s\u00e5 d\u00e4r eftersom det inte fanns\n\n        Sida 1\n\f   Intervju D07\n\n     n\u00e5gon tid.\n 3   I: Jaha?\n\n        Sida 2\n\f   Intervju D07\n 4   IP: Ja sam\u00ad\n     verkan.\n        Sida 3\n\f",
            "00:00:03 Talare 1\nHej?\n\n00:00:07 Talare 2\nH\u00e5, det var en l\u00e5ng rad som g\u00e5r vidare\np\u00e5 n\u00e4sta.\n\f- 2 -\n\u2022 punkt\n1. tv\u00e5\n",
            "Moa Ek      Va?\nSiv Al      Ja.\nMoa Ek      S\u00e5?\n\f\f12\n",
        ];
        var random = new Random(13);
        for (var run = 0; run < Runs * 2; run++)
        {
            var changed = Changed(Encoding.UTF8.GetBytes(seeds[run % seeds.Length]), random, run);
            var text = Encoding.UTF8.GetString(changed);
            Read(new SourceFile("a.pdf", changed), run, f => [PdfReader.Draft(f.Name, run % 5 == 4 ? string.Concat(Enumerable.Repeat(text, 20)) : text, new ReadOptions())]);
        }
    }

    [Fact]
    public void Random_bytes_after_every_opening_are_read_or_refused()
    {
        string[] openings = ["", "{\\rtf1", "1\n00:00:01,000 --> 00:00:02,000\n", "{\"text\":\"<p>", "[{\"start\":1,", "<html>", "start\tend\ttext\n1\t2\t", "**I:** a\n**B:** ", "WEBVTT\n", "---\n", "PK\u0003\u0004", "sep=;\n"];
        var random = new Random(5);
        for (var run = 0; run < Runs * 4; run++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            Read(new SourceFile("a.txt", (byte[])[.. Encoding.Latin1.GetBytes(openings[run % openings.Length]), .. bytes]), run);
        }
    }

    [Theory]
    [InlineData("<v ", "WEBVTT\n\n00:01.000 --> 00:02.000\n")]
    [InlineData("<", "<html><body>")]
    [InlineData("<a x=\"", "<html><body>")]
    [InlineData("<!--", "<html><body>")]
    [InlineData("<div>", "<html><body>")]
    [InlineData("<nav>", "<html><body>")]
    [InlineData("<title>", "<html><body>")]
    [InlineData("&", "<html><body>")]
    [InlineData(" ", "I: a")]
    [InlineData(" #", "I: a")]
    [InlineData("[00:00:01 ", "I: a")]
    [InlineData("\t", "I: a")]
    [InlineData("{", "{\\rtf1 ")]
    [InlineData("{\\b a}", "{\\rtf1 ")]
    [InlineData("\\'", "{\\rtf1 ")]
    [InlineData("[", "[{\"start\":")]
    [InlineData("{\\", "1\n00:00:01,000 --> 00:00:02,000\n")]
    [InlineData("\\[", "**I:** a\n**B:** ")]
    [InlineData("a:", "")]
    [InlineData("- ", "")]
    public void The_same_piece_over_and_over_takes_no_more_than_its_length(string piece, string opening)
    {
        foreach (var ending in (string[])["", "]", "#", "\n"])
        {
            Read(Build.Text("a.txt", opening + string.Concat(Enumerable.Repeat(piece, 300_000 / piece.Length)) + ending), 0);
        }
    }

    private static void Read(SourceFile file, int run) => Read(file, run, f => Readers.Read(f, new ReadOptions()));

    private static void Read(SourceFile file, int run, Func<SourceFile, IReadOnlyList<SourceDraft>> read)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            foreach (var draft in read(file))
            {
                Assert.All(draft.Segments, s => Assert.Equal(StoredText.Normalise(s.Text), s.Text));
                Assert.All(draft.Comments, c => Assert.True(c.Text.Length > 0 && c.Text == StoredText.Normalise(c.Text) && c.Segment is null or >= 0 && !(c.Segment >= draft.Segments.Count)));
            }
        }
        catch (RefusedException)
        {
            // In our own words: that is what is asked for.
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"run {run} of {file.Name}: {Convert.ToBase64String(file.Content.Span[..Math.Min(600, file.Content.Length)])}", e);
        }

        Assert.True(Stopwatch.GetElapsedTime(started).TotalSeconds < MostSeconds, $"run {run} of {file.Name} hangs");
    }

    private static byte[] Changed(byte[] whole, Random random, int run)
    {
        var bytes = whole.Length == 0 ? [(byte)'x'] : whole.ToList();
        for (var n = 0; n <= run % 6; n++)
        {
            var at = random.Next(Math.Max(1, bytes.Count));
            var length = Math.Min(random.Next(1, 9), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0 when bytes.Count > 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 1:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 2:
                    bytes.Insert(at, (byte)"<>{}[]\"\\:;&#-\n\t\0\u00ff"[random.Next(17)]);
                    break;
                case 3 when bytes.Count > 40:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes[Math.Min(at, bytes.Count - 1)] = (byte)random.Next(256);
                    break;
            }

            if (bytes.Count == 0)
            {
                bytes.Add((byte)'x');
            }
        }

        return [.. bytes];
    }

    private static byte[] ChangedInside(SourceFile file, Random random, int run)
    {
        using var source = new ZipArchive(new MemoryStream(file.Content.ToArray()));
        var target = random.Next(source.Entries.Count);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (entry, index) in source.Entries.Select((e, i) => (e, i)))
            {
                using var from = entry.Open();
                using var copy = new MemoryStream();
                from.CopyTo(copy);
                using var to = zip.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                to.Write(index == target ? Changed(copy.ToArray(), random, run) : copy.ToArray());
            }
        }

        return stream.ToArray();
    }

    private static SourceFile Package(string name) => name[2..] switch
    {
        "docx" => Build.Docx(name, "# R\n**I:** Hur?\nIP: S\u00e5.\n* p\n| A | B |\n| A | C |", ("word/comments.xml", "<w:comments xmlns:w=\"w\"><w:comment w:id=\"1\"><w:p><w:r><w:t>k</w:t></w:r></w:p></w:comment><w:comment w:id=\"2\"/></w:comments>")),
        "xlsx" => Build.Xlsx(name, ("Blad1", [["ID", "Text"], ["1", "Hej p\u00e5 dig"], ["2", "@44684.43"], ["3", "!#REF!"]])),
        var kind => Build.Zip(name, ("content.xml", "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\" xmlns:style=\"s\"><office:body>" + (kind == "odt"
            ? "<office:text><text:h>R</text:h><text:p>I: Hur<text:s text:c=\"2\"/>?</text:p><text:list><text:list-item><text:p>IP: <text:span text:style-name=\"T1\">S\u00e5</text:span><office:annotation><text:p>k<text:s/></text:p></office:annotation></text:p></text:list-item></text:list></office:text>"
            : "<office:spreadsheet><table:table table:name=\"A\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>ID</text:p></table:table-cell><table:table-cell office:value-type=\"string\"><text:p>Text</text:p></table:table-cell></table:table-row>"
                + "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"2\"/></table:table-row></table:table></office:spreadsheet>")
            + "</office:body></office:document-content>"), ("META-INF/manifest.xml", "<manifest/>")),
    };
}
