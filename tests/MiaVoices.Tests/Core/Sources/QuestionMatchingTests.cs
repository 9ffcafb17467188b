using FsCheck;
using FsCheck.Fluent;
using MiaVoices.Core.Sources;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Sources;

public class QuestionMatchingTests
{
    private static readonly string[] Wordings =
    [
        "Får du det stöd du behöver?", "Får du det stöd som du behöver?", "får du det stöd du behöver", "Vad har varit bra?", "Vad har varit bra", "Något mer du vill säga?",
        "Har du varit med och bestämt om ditt stöd?", "Har du varit med och bestämt över ditt stöd?", "F1", "F2",
    ];

    [Fact]
    public void A_question_is_found_by_id_then_by_wording_then_by_likeness()
    {
        var matches = QuestionMatching.Match(
            [Closed("F1", "Får du stöd?"), Closed("F2", "Har du varit med och bestämt om ditt stöd?"), Closed("F3", "Litar du på oss?"), Text("T1", "Vad har varit bra?")],
            [Text("Vad har varit bra"), Closed("F1", "Hur ofta får du hjälp?"), Closed("Har du varit med och bestämt över ditt stöd?"), Closed("Sover du gott?")]);
        Assert.Equal(
            [
                ("T1", "Vad har varit bra", QuestionChange.Same, MatchedBy.Wording),
                ("F1", "F1", QuestionChange.Reworded, MatchedBy.Id),
                ("F2", "Har du varit med och bestämt över ditt stöd?", QuestionChange.Reworded, MatchedBy.Likeness),
                (null, "Sover du gott?", QuestionChange.New, MatchedBy.Nothing),
                ("F3", null, QuestionChange.Gone, MatchedBy.Nothing),
            ],
            matches.Select(m => (m.Earlier?.Id, m.Later?.Id, m.Change, m.By)));
    }

    [Fact]
    public void Questions_without_an_id_of_their_own_take_over_the_earlier_one()
    {
        var matches = QuestionMatching.Match(
            [Closed("F1", "Får du stöd?"), Closed("F2", "Litar du på oss?"), Closed("Sover du gott?")],
            [Closed("Sover du gott"), Closed("X9", "Litar du på oss?"), Closed("Får du stöd?")]);
        Assert.Equal([("Får du stöd?", "F1"), ("Sover du gott", "Sover du gott?")], QuestionMatching.Ids(matches).Select(i => (i.Key, i.Value)).Order());
    }

    [Fact]
    public void An_id_that_another_question_keeps_is_not_taken_over()
    {
        // A profile that gave F1 to another column stands in the way.
        var matches = QuestionMatching.Match([Closed("F1", "Litar du på oss?")], [Closed("F1", "Får du stöd?"), Closed("Litar du på oss?")]);
        Assert.Empty(QuestionMatching.Ids(matches));
    }

    [Fact]
    public void A_question_that_keeps_its_id_for_that_reason_may_stand_in_the_way_of_a_third()
    {
        QuestionMatch[] matches =
        [
            new(Closed("A", "Frågan B"), Closed("Frågan B"), MatchedBy.Likeness, 1),
            new(Closed("Frågan B", "Frågan C"), Closed("Frågan C"), MatchedBy.Likeness, 1),
            new(null, Closed("A", "En ny"), MatchedBy.Nothing, 0),
        ];
        Assert.Empty(QuestionMatching.Ids(matches));
    }

    [Fact]
    public void Free_text_is_never_like_a_closed_question_but_may_have_its_id()
    {
        Assert.Equal(
            [QuestionChange.New, QuestionChange.Gone],
            QuestionMatching.Match([Closed("F2", "Har du varit med och bestämt om ditt stöd?")], [Text("Har du varit med och bestämt över ditt stöd?")]).Select(m => m.Change));
        Assert.Equal(ScaleDifference.Other, QuestionMatching.Match([Closed("F2", "Stöd?")], [Text("F2", "Stöd?")]).Single().Scale);
    }

    [Theory]
    [InlineData("aldrig|ibland|alltid", "Aldrig|ibland|alltid ", ScaleDifference.None)]
    [InlineData("aldrig|ibland|alltid", "aldrig|alltid", ScaleDifference.MorePoints)]
    [InlineData("aldrig|alltid", "aldrig|ibland|alltid", ScaleDifference.MorePoints)]
    [InlineData("aldrig|alltid", "alltid|aldrig", ScaleDifference.Other)]
    [InlineData("1|2|3|4|5", "nej|ja", ScaleDifference.Other)]
    [InlineData("", "nej|ja", ScaleDifference.None)]
    public void Scales_that_differ_are_told(string before, string now, ScaleDifference difference)
    {
        static IReadOnlyList<string> Points(string s) => s.Length == 0 ? [] : s.Split('|');
        Assert.Equal(difference, QuestionMatching.Match([Closed("F1", "Stöd?") with { Scale = Points(before) }], [Closed("F1", "Stöd?") with { Scale = Points(now) }]).Single().Scale);
    }

    [Fact]
    public void Every_question_stands_once_and_no_id_is_used_twice() => Prop.ForAll(Waves(), Waves(), (earlier, later) =>
    {
        var matches = QuestionMatching.Match(earlier, later);
        var ids = QuestionMatching.Ids(matches);
        var given = later.Select(q => ids.GetValueOrDefault(q.Id, q.Id)).ToList();
        return matches.Select(m => m.Later).OfType<QuestionDraft>().SequenceEqual(later)
            && matches.Select(m => m.Earlier).OfType<QuestionDraft>().Select(q => q.Id).Order(StringComparer.Ordinal).SequenceEqual(earlier.Select(q => q.Id).Order(StringComparer.Ordinal))
            && given.Distinct(StringComparer.Ordinal).Count() == given.Count
            && ids.Keys.All(k => later.Any(q => q.Id == k && q.Text == k));
    }).Holds();

    [Fact]
    public void Questions_that_are_the_same_are_so_both_ways() => Prop.ForAll(Waves(), Waves(), (earlier, later) =>
    {
        static IEnumerable<(string?, string?)> Same(IEnumerable<QuestionMatch> matches, Func<QuestionMatch, (string?, string?)> pair) => matches.Where(m => m.Change == QuestionChange.Same).Select(pair).Order();
        return Same(QuestionMatching.Match(earlier, later), m => (m.Earlier?.Id, m.Later?.Id)).SequenceEqual(Same(QuestionMatching.Match(later, earlier), m => (m.Later?.Id, m.Earlier?.Id)));
    }).Holds();

    [Fact]
    public void The_order_of_the_columns_plays_no_part() => Prop.ForAll(Waves(), Waves(), (earlier, later) =>
    {
        static IEnumerable<(string?, string?, MatchedBy)> Pairs(IEnumerable<QuestionMatch> matches) => matches.Select(m => (m.Earlier?.Id, m.Later?.Id, m.By)).Order();
        return Pairs(QuestionMatching.Match(earlier, later)).SequenceEqual(Pairs(QuestionMatching.Match([.. earlier.AsEnumerable().Reverse()], [.. later.OrderBy(q => q.Text, StringComparer.Ordinal)])));
    }).Holds();

    [Fact]
    public void The_short_way_past_what_is_not_alike_passes_nothing_that_is() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), Gen.Choose(0, 3).ToArbitrary(), (text, changes) =>
    {
        var (one, other) = ("Hur väl stämmer det här påståendet " + text.Get, "Hur väl stämmer det här påståendet " + text.Get + new string('x', changes));
        var likeness = QuestionLikeness.Of(one, other);
        var found = QuestionMatching.Match([Closed("A", one)], [Closed("B", other)])[0];
        return found.Earlier is null == likeness < QuestionLikeness.Alike;
    }).Holds();

    private static Arbitrary<QuestionDraft[]> Waves()
    {
        var question =
            from wording in Gen.Elements(Wordings)
            from id in Gen.Elements("", "", "F1", "F2", "F3", "Vad har varit bra?")
            from text in Gen.Elements(true, false)
            select new QuestionDraft { Id = id.Length == 0 ? wording : id, Text = wording, Kind = text ? QuestionKind.FreeText : QuestionKind.Closed };
        return question.ArrayOf().Select(a => a.DistinctBy(q => q.Id).ToArray()).ToArbitrary();
    }

    private static QuestionDraft Closed(string id, string? text = null) => new() { Id = id, Text = text ?? id, Kind = QuestionKind.Closed };

    private static QuestionDraft Text(string id, string? text = null) => new() { Id = id, Text = text ?? id, Kind = QuestionKind.FreeText };
}
