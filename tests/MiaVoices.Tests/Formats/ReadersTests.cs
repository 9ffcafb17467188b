using System.Text;
using FsCheck.Fluent;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Formats;

public class ReadersTests
{
    private static string Format(SourceFile file, SourceKind? kind = null) => Readers.Recognise(file, new ReadOptions { Kind = kind }).Format;

    [Fact]
    public void The_content_tells_the_format_whatever_the_ending()
    {
        Assert.Equal("docx", Format(Build.Docx("a.txt", "I: Hej?\nIP: Hej.")));
        Assert.Equal("xlsx", Format(Build.Xlsx("a.csv", ("Blad1", [["ID", "Text"], ["1", "Hej"]]))));
        Assert.Equal("vtt", Format(Build.Text("a.txt", "WEBVTT\n\n00:01.000 --> 00:02.000\nHej")));
        Assert.Equal("csv", Format(Build.Text("a.txt", "ID;Grupp;Fritext\n1;a;Hej\n2;b;Hå\n")));
        Assert.Equal("csv", Format(Build.Text("a.csv", "Fritext\nHej, du.\n")));
        Assert.Equal("txt", Format(Build.Text("a.txt", "I: Ja, du?\nIP: Nej, du.\n")));
        Assert.Equal("txt", Format(Build.Text("a.txt", "ID;Grupp;Fritext\n1;a;Hej\n2;b;Hå\n"), SourceKind.Notes));
    }

    [Theory]
    [InlineData("a.json", "{\"name\": 1}", "format.json")]
    [InlineData("a.rtf", "{\\rtf1 hej", "rtf.damaged")]
    [InlineData("a.xml", "<?xml version=\"1.0\"?><a/>", "format.xml")]
    [InlineData("a.qdc", "<?xml version=\"1.0\"?><CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\"/>", "format.exchange")]
    [InlineData("a.wav", "RIFF\u0001\u0001\u0001\u0001WAVEfmt ", "format.sound")]
    [InlineData("a.txt", "", "file.empty")]
    public void What_cannot_be_read_is_refused_by_name(string name, string content, string key) =>
        Assert.Equal(key, Assert.Throws<RefusedException>(() => Readers.Read(Build.Text(name, content), new ReadOptions())).Problem.Key);

    [Theory]
    [InlineData("{\\rtf1 I: Hej?\\par IP: Ja.\\par}", "rtf")]
    [InlineData("1\r\n00:00:03,120 --> 00:00:06,480\r\nHej", "srt")]
    [InlineData("\n<!DOCTYPE html><html><p>Hej</html>", "html")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html><p>Hej</p></html>", "html")]
    [InlineData("[ {\"start\": 1, \"text\": \" Hej\"} ]", "json")]
    [InlineData("{\"text\": \"<p>Hej</p>\", \"media\": \"\"}", "otr")]
    [InlineData("start\tend\ttext\n0\t100\tHej\n", "tsv")]
    [InlineData("**I:** Hej?\n\n**IP:** Ja.\n", "md")]
    public void The_newer_formats_too_are_told_by_content(string content, string format)
    {
        foreach (var name in (string[])["a.txt", "a", "a.csv.bak", "a.docx"])
        {
            Assert.Equal(format, Format(Build.Text(name, content)));
            if (format != "rtf")
            {
                Assert.Equal(format, Format(new SourceFile(name, (byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(content)])));
            }
        }
    }

    [Fact]
    public void Random_bytes_are_read_or_refused_and_nothing_else()
    {
        string[] starts = ["", "WEBVTT\n\n", "PK\u0003\u0004", "sep=;\n", "ID;Text\n1;", "[00:00:01] A: ", "0:0:1 --> 0:0:2\n", "- a\n- b\n", "I: "];
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            foreach (var start in starts)
            {
                foreach (var name in (string[])["a.txt", "a.csv"])
                {
                    ReadOrRefuse(new SourceFile(name, (byte[])[.. Encoding.Latin1.GetBytes(start), .. bytes]));
                }
            }

            return true;
        }).Holds();
    }

    [Fact]
    public void Documents_with_changed_bytes_are_read_or_refused_and_nothing_else()
    {
        SourceFile[] files = [Build.Docx("d.docx", "I: Hur?\nIP: Så.\n| A | B |\n| A | C |"), Build.Xlsx("s.xlsx", ("Blad1", [["ID", "Text"], ["1", "Hej på dig du"]]))];
        var random = new Random(7);
        foreach (var file in files)
        {
            for (var round = 0; round < 300; round++)
            {
                var bytes = file.Content.ToArray();
                for (var n = 0; n < 1 + (round % 5); n++)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }

                ReadOrRefuse(new SourceFile(file.Name, bytes));
            }
        }
    }

    [Fact]
    public void Segments_are_stored_text_and_never_empty()
    {
        string[] lines = ["I: Va\u030Ad?\r", "IP: Ja.", "", "  mer", "00:00:05 Talare 1", "[00:01:02] B: nå", "- punkt", "Rubrik?", "A – så", "\uFEFFx", "Obs: y", "#00:00:14-9#", "int ja", "\u00A0"];
        Prop.ForAll(Gen.Elements(lines).ListOf().ToArbitrary(), chosen =>
        {
            foreach (var draft in ReadOrRefuse(Build.Text("a.txt", string.Join('\n', chosen))))
            {
                foreach (var segment in draft.Segments)
                {
                    Assert.NotEqual("", segment.Text.Trim());
                    Assert.Equal(StoredText.Normalise(segment.Text), segment.Text);
                    Assert.True(segment.Speaker is null || draft.Speakers.Any(s => s.Name == segment.Speaker && s.Role == segment.Role));
                }

                Assert.Equal(draft.Segments.Count(s => s.Speaker is not null), draft.Speakers.Sum(s => s.Turns));
            }
        }).Holds();
    }

    [Fact]
    public void A_person_who_gives_roles_is_obeyed()
    {
        var options = new ReadOptions { Roles = new Dictionary<string, SpeakerRole> { ["eva"] = SpeakerRole.Respondent, ["Olle"] = SpeakerRole.Interviewer } };
        var draft = Readers.Read(Build.Text("a.txt", "Eva: Vad?\nOlle: Det där.\nEva: Vad då?\nOlle: Det."), options).Single();
        Assert.Equal([("Eva", SpeakerRole.Respondent, 2), ("Olle", SpeakerRole.Interviewer, 2)], draft.Speakers.Select(s => (s.Name, s.Role, s.Turns)));
    }

    private static IReadOnlyList<SourceDraft> ReadOrRefuse(SourceFile file)
    {
        try
        {
            return Readers.Read(file, new ReadOptions());
        }
        catch (RefusedException)
        {
            return [];
        }
    }
}
