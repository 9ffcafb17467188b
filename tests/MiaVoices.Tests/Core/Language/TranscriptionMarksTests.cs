using FsCheck.Fluent;
using MiaVoices.Core.Language;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Language;

public class TranscriptionMarksTests
{
    [Theory]
    [InlineData("Det var (paus) svårt.", "(paus)")]
    [InlineData("Nio månader. [skratt] Det var kort.", "[skratt]")]
    [InlineData("Då sa jag (lång paus, 10 sek) nej.", "(lång paus, 10 sek)")]
    [InlineData("Ja (.) nej (..) kanske (0.5) så", "(.)|(..)|(0.5)")]
    [InlineData("Hon [namn-1] på [arbetsplats] sa [...]", "[namn-1]|[arbetsplats]|[...]")]
    [InlineData("Sen [ohörbart 00:12:31] kom (00:01:23) de", "[ohörbart 00:12:31]|(00:01:23)")]
    [InlineData("Jag var (I: mm) rädd (IP2: ja)", "(I: mm)|(IP2: ja)")]
    [InlineData("Så *skrattar* det {avbrot} <hostar> ((suckar djupt))", "*skrattar*|{avbrot}|<hostar>|((suckar djupt))")]
    [InlineData("Vi (hörs ej) sedan (both laugh) ok", "(hörs ej)|(both laugh)")]
    [InlineData("Coachen (hon som slutade) ringde (telefon).", "")]
    [InlineData("Kurser (t.ex. ekonomi) och (tystnadsplikt) är *viktigt*.", "")]
    [InlineData("5 < 7 och 9 > 3, (inte stängd, [inte heller", "")]
    [InlineData("(skratt\npaus)", "")]
    public void Marks_become_spaces_and_what_people_say_stays(string text, string marks)
    {
        var expected = marks.Split('|', StringSplitOptions.RemoveEmptyEntries).Aggregate(text, (left, mark) => left.Replace(mark, new string(' ', mark.Length), StringComparison.Ordinal));
        Assert.Equal(expected, TranscriptionMarks.Blank(text));
    }

    [Theory]
    [InlineData("Eh, jag sa öhm till hem xxx.", "  , jag sa     till hem    .")]
    [InlineData("😀 mm [skratt] Ehm", "😀                ")]
    [InlineData("Hemmet, mu och EU-xx1 du_eh", "Hemmet, mu och EU-xx1 du_eh")]
    public void Of_what_is_spoken_sounds_between_words_are_left_out_in_their_place(string text, string spoken) => Assert.Equal(spoken, TranscriptionMarks.Spoken(text));

    [Fact]
    public void Whatever_the_text_its_length_and_what_is_left_of_it_stay_in_place() =>
        Prop.ForAll(Gen.Elements('a', '(', ')', '[', ']', '<', '>', '{', '}', '*', ' ', '\n', 'å', '\uD83D', '1', ':').ListOf().Select(all => new string([.. all])).ToArbitrary(), text =>
        {
            var left = TranscriptionMarks.Blank(text);
            return left.Length == text.Length && left.Zip(text).All(pair => pair.First == pair.Second || pair.First == ' ') && TranscriptionMarks.Blank(left) is { } again && again.Length == left.Length;
        }).Holds();

    [Fact]
    public void A_long_text_of_open_brackets_costs_no_time()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        TranscriptionMarks.Blank(string.Concat(Enumerable.Repeat("((([[[{{{<a***", 20_000)));
        Assert.True(clock.Elapsed.TotalSeconds < 60, $"{clock.Elapsed}");
    }

    [Fact]
    public void Sounds_between_words_are_hesitations()
    {
        Assert.True(TranscriptionMarks.IsHesitation("eh") && TranscriptionMarks.IsHesitation("mm"));
        Assert.False(TranscriptionMarks.IsHesitation("ehandel"));
        Assert.True(TranscriptionMarks.IsBareAnswer("ja", isFirst: false) && TranscriptionMarks.IsBareAnswer("xxx", isFirst: false) && TranscriptionMarks.IsBareAnswer("nej", isFirst: true));
        Assert.False(TranscriptionMarks.IsBareAnswer("jakt", isFirst: true) || TranscriptionMarks.IsBareAnswer("nej", isFirst: false));
    }
}
