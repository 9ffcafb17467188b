using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats;
using Xunit;

namespace MiaVoices.Tests.Formats;

/// <summary>What is beyond reason is refused with the limit in the message.</summary>
public class LimitsTests
{
    private static Problem Refused(SourceFile file) => Assert.Throws<RefusedException>(() => Readers.Read(file, new ReadOptions())).Problem;

    [Fact]
    public void A_line_longer_than_ten_hours_of_speech_is_refused()
    {
        Assert.Equal(("text.toolong", "a.txt:2"), (Refused(Build.Text("a.txt", "I: Hej?\nIP: " + new string('a', 1_000_001))).Key, Refused(Build.Text("a.txt", "I: Hej?\nIP: " + new string('a', 1_000_001))).Where));
        Assert.Equal("text.toolong", Refused(Build.Text("a.html", "<html><p>" + string.Concat(Enumerable.Repeat("ord ", 300_000)))).Key);
    }

    [Fact]
    public void A_table_of_more_columns_than_a_survey_can_have_is_refused()
    {
        var wide = string.Join(';', Enumerable.Range(0, 5000));
        Assert.Equal(["table.toowide"], new[] { Refused(Build.Text("a.csv", $"{wide}\n{wide}\n")).Key });
    }

    [Fact]
    public void Empty_columns_out_to_the_edge_of_the_sheet_do_not_count()
    {
        var edge = new string(';', 6000);
        Assert.Equal(2, Readers.Read(Build.Text("a.csv", $"SvarsID;Grupp;Berätta om stödet{edge}\n1;a;Det har gått bra för mig.{edge}\n2;b;Inte så bra för mig.{edge}\n"), new ReadOptions()).Single().Segments.Count);
    }

    [Fact]
    public void Groups_and_arrays_nested_without_end_are_refused()
    {
        Assert.Equal("rtf.nesting", Refused(Build.Text("a.rtf", "{\\rtf1 " + new string('{', 100_000))).Key);
        Assert.Equal("json.damaged", Refused(Build.Text("a.json", "[{\"a\":" + new string('[', 100_000))).Key);
    }

    [Fact]
    public void Half_a_letter_never_reaches_the_text()
    {
        foreach (var file in (SourceFile[])[Build.Text("a.rtf", "{\\rtf1 I: a\\u-10179?b\\par IP: c\\par}"), Build.Text("a.html", "<html><p>I: a&#xD83D;b<p>IP: c"), Build.Text("a.json", "[{\"start\":1,\"text\":\"a\\ud83d\"},{\"start\":5,\"text\":\"c\"}]")])
        {
            Assert.All(Readers.Read(file, new ReadOptions()).Single().Segments, s => Assert.DoesNotContain(s.Text, char.IsSurrogate));
        }
    }
}
