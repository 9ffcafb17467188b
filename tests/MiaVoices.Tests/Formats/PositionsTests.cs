using System.Text;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Formats;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Formats;

/// <summary>The same two turns in every text format, written the awkward way: byte order mark, CRLF, decomposed letters, an emoji before the place that is looked for.</summary>
public class PositionsTests
{
    private const string Asked = "Hur g\u00e5r det \U0001F60A nu?";
    private const string Answered = "F\u00f6rr kom jag f\u00f6rst.";

    // "g\u00e5r" and "F\u00f6rr" in decomposed form.
    private const string A = "Hur ga\u030Ar det \U0001F60A nu?";
    private const string B = "Fo\u0308rr kom jag fo\u0308rst.";

    public static TheoryData<string, string> Files() => new()
    {
        { "a.txt", $"I: {A}\nIP: {B}\n" },
        { "a.md", $"**I:** {A}\n\n**IP:** {B}\n" },
        { "a.srt", $"1\n00:00:01,000 --> 00:00:02,000\nI: {A}\n\n2\n00:00:03,000 --> 00:00:04,000\nIP: {B}\n" },
        { "a.vtt", $"WEBVTT\n\n00:01.000 --> 00:02.000\n<v I>{A}</v>\n\n00:03.000 --> 00:04.000\n<v IP>{B}</v>\n" },
        { "a.tsv", $"start\tend\tspeaker\ttext\n1000\t2000\tI\t{A}\n3000\t4000\tIP\t{B}\n" },
        { "a.json", $"{{\"segments\": [{{\"start\": 1, \"end\": 2, \"text\": \" {A}\", \"speaker\": \"I\"}},\n{{\"start\": 3, \"end\": 4, \"text\": \" {B}\", \"speaker\": \"IP\"}}]}}" },
        { "a.otr", $"{{\"text\": \"<p>I: {A}</p><p>IP: {B}</p>\", \"media\": \"\", \"media-time\": 1}}" },
        { "a.html", $"<html><body>\n<p>I: {A}</p>\n<p>IP: {B}</p>\n</body></html>" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_place_is_the_same_however_the_file_spells_it(string name, string text)
    {
        foreach (var bom in (bool[])[false, true])
        {
            foreach (var line in (string[])["\n", "\r\n"])
            {
                byte[] bytes = [.. bom ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text.Replace("\n", line, StringComparison.Ordinal))];
                Holds(new SourceFile(name, bytes));
            }
        }

        byte[] wide = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)];
        Holds(new SourceFile(name, wide));
    }

    [Fact]
    public void Rich_text_and_packages_give_the_same_places()
    {
        const string Spelt = "{\\rtf1\\ansi I: Hur ga\\u778?r det \\u-10179?\\u-8694? nu?\\par IP: Fo\\u776?rr kom jag f\\'f6rst.\\par}";
        Holds(Build.Text("a.rtf", Spelt));
        Holds(Build.Docx("a.docx", $"I: {A}\nIP: {B}"));
        Holds(Build.Zip("a.odt", ("content.xml", $"<o:document-content xmlns:o=\"o\" xmlns:t=\"t\"><o:body><o:text><t:p>I: {A}</t:p><t:p>IP: {B}</t:p></o:text></o:body></o:document-content>"), ("META-INF/manifest.xml", "<m/>")));
    }

    private static void Holds(SourceFile file)
    {
        using var project = new ProjectBuilder();
        var id = project.Import(Readers.Read(file, new ReadOptions()).Single());
        var segments = project.Store.Segments(new SegmentScope { Source = id }).ToList();
        var whole = project.Store.Text(id, 0, project.Store.Sources().Single().Length);
        Assert.Equal($"{Asked}\n{Answered}", whole);
        Assert.Equal(whole, string.Join('\n', segments.Select(s => s.Text)));
        Assert.All(segments, s => Assert.Equal(s.Text, project.Store.Text(id, s.Start, s.End)));
        Assert.Equal("kom ja", project.Store.Text(id, whole.IndexOf("kom ja", StringComparison.Ordinal), whole.IndexOf("kom ja", StringComparison.Ordinal) + 6));
        Assert.Equal((0, Asked.Length, Asked.Length + 1), (segments[0].Start, segments[0].End, segments[1].Start));
    }
}
