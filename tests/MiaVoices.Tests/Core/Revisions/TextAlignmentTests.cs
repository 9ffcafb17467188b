using FsCheck.Fluent;
using MiaVoices.Core.Revisions;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Revisions;

public class TextAlignmentTests
{
    private const string Old =
        "Hur gick det sedan?\nDet var svårt först. 😀 Jag visste inte vem jag skulle ringa, och handläggaren byttes två gångar.\nVad hjälpte?\nAtt någon hade tid. Man fick sitta tills man var klar.";

    [Fact]
    public void Words_that_stand_as_they_were_are_found_wherever_they_have_moved()
    {
        var text = "En rad om när det spelades in.\n" + Old;
        Assert.Equal("Jag visste inte vem jag skulle ringa", Found("Jag visste inte vem jag skulle ringa", text, PlaceKind.Same));
        Assert.Equal("😀 Jag", Found("😀 Jag", text, PlaceKind.Same));
        Assert.Equal("svårt först", Found("svårt först", text, PlaceKind.Same));
    }

    [Theory]
    [InlineData("handläggaren byttes två gångar", "handläggaren byttes två gånger")]
    [InlineData("gångar", "gånger")]
    [InlineData("byttes två gångar.\nVad hjälpte?", "byttes två gånger.\nVad hjälpte?")]
    public void A_corrected_spelling_is_still_the_same_place(string quote, string expected) =>
        Assert.Equal(expected, Found(quote, Old.Replace("gångar", "gånger", StringComparison.Ordinal), PlaceKind.Sure));

    [Fact]
    public void A_word_put_in_is_part_of_what_it_stands_in_and_not_of_what_it_stands_beside()
    {
        var text = Old.Replace("vem jag skulle", "vem på kontoret jag skulle", StringComparison.Ordinal);
        Assert.Equal("Jag visste inte vem på kontoret jag skulle ringa, och handläggaren byttes", Found("Jag visste inte vem jag skulle ringa, och handläggaren byttes", text, PlaceKind.Sure));
        Assert.Equal("Jag visste inte vem", Found("Jag visste inte vem", text, PlaceKind.Same));
        Assert.Equal("jag skulle ringa", Found("jag skulle ringa", text, PlaceKind.Same));
    }

    [Fact]
    public void What_was_largely_rewritten_is_doubtful_and_what_is_gone_is_lost()
    {
        var text = Old.Replace("Att någon hade tid.", "Att någon lyssnade på mig utan att titta på klockan.", StringComparison.Ordinal);
        Assert.Equal(PlaceKind.Doubtful, Place("Att någon hade tid.", text).Kind);
        Assert.Equal(PlaceKind.Lost, Place("och handläggaren byttes två gångar", Old.Replace(", och handläggaren byttes två gångar", "", StringComparison.Ordinal)).Kind);
    }

    [Fact]
    public void A_passage_moved_whole_is_found_if_it_is_long_and_stands_nowhere_else()
    {
        const string moved = "Man fick sitta tills man var klar.";
        var text = moved + "\n" + Old.Replace(" " + moved, "", StringComparison.Ordinal);
        Assert.Equal(moved, Found(moved, text, PlaceKind.Sure, PlaceKind.Same));
        Assert.Equal(PlaceKind.Doubtful, Place(moved, moved + "\n" + moved + "\n" + Old.Replace(" " + moved, "", StringComparison.Ordinal)).Kind);
    }

    [Fact]
    public void Half_a_word_stays_half_a_word() =>
        Assert.Equal("lägg", Found("lägg", "Nytt. " + Old, PlaceKind.Same));

    [Fact]
    public void Spans_outside_what_was_edited_keep_their_words_whatever_the_edit()
    {
        string[] pieces = ["hjälp", "kontakt", "😀", "en", "tid", "å̈", "MER", "ringa", "—", "nu", "12", "igen"];
        var words = from n in Gen.Choose(3, 60) from list in Gen.Elements(pieces).ListOf(n) select list.ToArray();
        var cut = from a in Gen.Choose(0, 60) from b in Gen.Choose(0, 4) from put in Gen.Elements("stöd", "Tack", "mer").ListOf(3) select (At: a, Take: b, Put: put);
        Prop.ForAll(words.ToArbitrary(), cut.ToArbitrary(), (text, edit) =>
        {
            // Each word is numbered, so that only the edit itself can be in doubt.
            string[] named = [.. text.Select((w, i) => $"{w}{i}")];
            var at = edit.At % named.Length;
            var end = Math.Min(named.Length, at + edit.Take);
            string[] changed = [.. named[..at], .. edit.Put, .. named[end..]];
            var (old, @new) = (string.Join(' ', named), string.Join(' ', changed));
            var alignment = new TextAlignment(old, @new);
            return Enumerable.Range(0, named.Length).Where(i => i < at || i >= end).All(i =>
            {
                var start = named[..i].Sum(w => w.Length + 1);
                var place = alignment.Find(start, start + named[i].Length);
                return place.Kind == PlaceKind.Same && @new[place.Start..place.End] == named[i];
            });
        }).Holds();
    }

    [Fact]
    public void Every_span_of_any_two_texts_has_an_answer_within_the_new_one()
    {
        var any = from list in Gen.Elements("ab", "c", " ", "\n", "😀", "ö", ".", "abc", "Ab").ListOf() select string.Concat(list);
        Prop.ForAll(any.ToArbitrary(), any.ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), (old, @new, from) =>
        {
            var start = old.Length == 0 ? 0 : from % old.Length;
            if (old.Length == 0)
            {
                return true;
            }

            var alignment = new TextAlignment(old, @new);
            return Enumerable.Range(start + 1, old.Length - start).All(end =>
            {
                var place = alignment.Find(start, end);
                return place.Likeness is >= 0 and <= 1 && (place.Kind == PlaceKind.Lost || (place.Start >= 0 && place.Start < place.End && place.End <= @new.Length))
                    && (place.Kind != PlaceKind.Same || old[start..end] == @new[place.Start..place.End]);
            });
        }).Holds();
    }

    private static TextPlace Place(string quote, string text)
    {
        var start = Old.IndexOf(quote, StringComparison.Ordinal);
        return new TextAlignment(Old, text).Find(start, start + quote.Length);
    }

    private static string Found(string quote, string text, params PlaceKind[] kinds)
    {
        var place = Place(quote, text);
        Assert.Contains(place.Kind, kinds);
        return text[place.Start..place.End];
    }
}
