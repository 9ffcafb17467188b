using MiaVoices.Terminal.Widgets;
using Xunit;

namespace MiaVoices.Tests.Terminal.Widgets;

public sealed class FuzzyMatchTests
{
    [Theory]
    [InlineData("exp", "Exportera matris", "Koda som expert på", "Till excel, exporten", "Extra rapport")]
    [InlineData("lyss", "lyssnad på", "bli lyssnad på", "avlyssning", "lära sig yrket, språket, samhället")]
    [InlineData("mk", "mk allt", "myndighetskontakter: mk", "omkring", "många kontakter")]
    [InlineData("vag", "vag", "väg ut", "Ny väg", "avvägning")]
    public void The_better_answer_stands_first(string typed, params string[] inOrder)
    {
        var scores = inOrder.Select(text => FuzzyMatch.Of(typed, text)?.Score ?? int.MinValue).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.DoesNotContain(int.MinValue, scores);
        Assert.Equal(scores.Count, scores.Distinct().Count());
    }

    [Theory]
    [InlineData("exp mat", "Exportera matris", "0+3 10+3")]
    [InlineData("TID", "mer tid", "4+3")]
    [InlineData("md", "mer tid och delaktighet", "0+1 12+1")]
    [InlineData("", "allt", "")]
    public void What_was_found_is_marked(string typed, string text, string marks) =>
        Assert.Equal(marks, string.Join(' ', FuzzyMatch.Of(typed, text)!.Marks.Select(m => FormattableString.Invariant($"{m.Start}+{m.Length}"))));

    [Theory]
    [InlineData("x", "mer tid")]
    [InlineData("mer x", "mer tid")]
    [InlineData("dit", "tid")]
    public void What_is_not_there_is_not_found(string typed, string text) => Assert.Null(FuzzyMatch.Of(typed, text));
}
