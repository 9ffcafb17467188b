using MiaVoices.Core.Language;
using MiaVoices.Core.Search;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Storage.Index;

/// <summary>What is marked in a hit is what the analyser saw, whatever the text is made of.</summary>
public sealed class MarkedRangesTests
{
    private const int Texts = 400;

    private static readonly string[] Pieces =
    [
        "kontakt", "Myndighetskontakterna", "gick", "händer", "ha\u0308nder", "A\u030Aret", "café", "cafe\u0301", "inte", "EU:s", "e-post", "3,5", "😀", "👩‍👧", "🇸🇪", "kon\u00ADtakt",
        "𝔎𝔬𝔫", "日本", "\uD83D", "\uDE00", "Ü", "ﬁn", "İ", "ß", "arbetsträningsplatsen", "BÖCKER", "läroböckerna", "mer-tid", "c#", "\u200Dx", "ẍ", "한국", "عربي", "x\u0301\u0302",
    ];

    private static readonly string[] Between = [" ", "\r\n", "\n", ", ", ".", "\u00A0", "-", "\t", " – ", "", "\u2028", "\uFEFF", "/"];

    [Fact]
    public void Every_mark_is_a_word_or_a_part_of_one_and_every_word_asked_for_is_marked()
    {
        using var project = new ProjectBuilder();
        var chance = new Random(5);
        project.Import(Drafts.Notes("a.txt", [.. Enumerable.Range(0, Texts).Select(_ => Text(chance)).Where(t => t.Trim().Length > 0)]));
        var words = project.Store.SearchWords;
        var segments = project.Store.Segments(SegmentScope.All).ToList();
        var marks = 0;
        foreach (var segment in segments)
        {
            var tokens = Tokens(segment.Text);
            if (tokens.Count == 0)
            {
                continue;
            }

            var wanted = tokens[chance.Next(tokens.Count)];
            var mode = (TermMode)chance.Next(3);
            var node = new TermQuery(segment.Text.Substring(wanted.Start, wanted.Length), mode);
            var found = project.Store.Index.Find(new SearchRequest(node) { Limit = 0 }).Hits.Select(h => h.Segment).ToHashSet();
            var finder = words.Finder(node)!;
            Assert.Contains(segment.Key, found);
            foreach (var hit in segments.Where(s => found.Contains(s.Key)))
            {
                var matches = finder.Find(hit.Text);
                Assert.NotNull(matches);
                Assert.NotEmpty(matches);
                var seen = Tokens(hit.Text).SelectMany(Ranges).ToHashSet();
                Assert.All(matches, m => Assert.Contains((m.Start, m.End), seen));
                Assert.All(matches, m => Assert.False(char.IsLowSurrogate(hit.Text[m.Start]) && m.Start > 0 && char.IsHighSurrogate(hit.Text[m.Start - 1])));
                marks += matches.Count;
            }

            Assert.Contains(finder.Find(segment.Text)!, m => m.Start <= wanted.Start && m.End >= wanted.End);
        }

        Assert.True(marks > Texts, marks.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Text(Random chance) =>
        string.Concat(Enumerable.Range(0, chance.Next(1, 9)).Select(_ => Pieces[chance.Next(Pieces.Length)] + Between[chance.Next(Between.Length)]));

    private static List<Token> Tokens(string text)
    {
        var tokens = new List<Token>();
        ProjectBuilder.Analyser.Analyse(text, tokens);
        return tokens;
    }

    private static IEnumerable<(int Start, int End)> Ranges(Token token) =>
        [(token.Start, token.End), .. token.Word.Parts.Select(p => (token.Start + p.Start, token.Start + p.Start + p.Length))];
}
