using System.Text.Json;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.EndToEnd;

public sealed class SearchTests
{
    [Fact]
    public void Kontakt_finds_myndighetskontakterna()
    {
        using var mia = Demo.Copy();

        var hits = mia.Json("search", Demo.Project, "kontakt", "--limit", "0").GetProperty("hits").EnumerateArray();
        var words = hits.SelectMany(h => h.GetProperty("matches").EnumerateArray().Select(m => (Word: Around(h, m), Why: m.GetProperty("why").GetString()))).ToList();

        Assert.Contains(("myndighetskontakterna", "compound"), words);
    }

    [Fact]
    public void A_phrase_keeps_its_small_words()
    {
        using var mia = With("Samtal.txt", "A: Jag fick mer tid.\nB: Det var tid som blev mer.\nA: Mer om tid.\nB: De ville ha MER TID!\nA: merparten av tiden\n");

        var phrase = mia.Json("search", "p.mia", "\"mer tid\"", "--limit", "0");

        Assert.Equal([1, 4], phrase.GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("ordinal").GetInt32()));
        Assert.Equal(["mer", "tid"], phrase.List("hits")[0].List("matches").Select(m => m.Text("text")));
        Assert.Equal(1, mia.Json("search", "p.mia", "\"Det var tid\"").GetProperty("total").GetInt32());
        Assert.Equal(0, mia.Json("search", "p.mia", "\"Det är tid\"").GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("möte")]
    [InlineData("ånger")]
    [InlineData("HÄLSA")]
    public void Composed_and_decomposed_letters_are_the_same(string word)
    {
        const string Text = "A: Ett möte om hälsa.\nB: Jag kände ånger efter möten.\n";
        using var composed = With("Samtal.txt", Text);
        using var decomposed = With("Samtal.txt", Decomposed(Text));

        var results = new[] { composed, decomposed }.SelectMany(mia => new[] { word, Decomposed(word) }.Select(w => Hits(mia.Json("search", "p.mia", w)))).ToList();

        Assert.NotEmpty(results[0]);
        Assert.All(results, r => Assert.Equal(results[0], r));
    }

    [Fact]
    public void Hits_come_in_document_order_and_a_limit_takes_the_first()
    {
        using var mia = Demo.Copy();
        var order = mia.Json("sources", Demo.Project).GetProperty("sources").EnumerateArray().Index().ToDictionary(s => s.Item.GetProperty("id").GetString()!, s => s.Index);

        var all = mia.Json("search", Demo.Project, "tid", "--limit", "0").GetProperty("hits").EnumerateArray().Select(Place).ToList();
        var few = mia.Json("search", Demo.Project, "tid", "--limit", "7").GetProperty("hits").EnumerateArray().Select(Place).ToList();

        Assert.True(all.Count > 20);
        Assert.Equal(all.OrderBy(p => p).ToList(), all);
        Assert.Equal(all.Take(7), few);

        (int, int) Place(JsonElement hit) => (order[hit.GetProperty("sourceId").GetString()!], hit.GetProperty("ordinal").GetInt32());
    }

    [Fact]
    public void A_match_stands_where_it_says_in_its_source()
    {
        using var mia = With("Samtal.txt", "A: 😀 Vi hade kontakt 👩‍👩‍👧.\nB: Kontakterna bröts.\n");
        var text = string.Join('\n', mia.Json("segments", "p.mia").GetProperty("segments").EnumerateArray().Select(s => s.GetProperty("text").GetString()));

        var matches = mia.Json("search", "p.mia", "kontakt").GetProperty("hits").EnumerateArray().SelectMany(h => h.GetProperty("matches").EnumerateArray()).ToList();

        Assert.Equal(2, matches.Count);
        Assert.All(matches, m => Assert.Equal(m.GetProperty("text").GetString(), text[m.GetProperty("start").GetInt32()..m.GetProperty("end").GetInt32()]));
    }

    private static string Around(JsonElement hit, JsonElement match)
    {
        var text = hit.GetProperty("text").GetString()!;
        var at = hit.GetProperty("start").GetInt32();
        var (start, end) = (match.GetProperty("start").GetInt32() - at, match.GetProperty("end").GetInt32() - at);
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[start..end].ToLowerInvariant();
    }

    private static string Hits(JsonElement result) =>
        string.Join(" · ", result.GetProperty("hits").EnumerateArray().Select(h => $"{h.GetProperty("ordinal")} {h.GetProperty("text")} {h.GetProperty("matches")}"));

    private static Mia With(string name, string text)
    {
        var mia = new Mia();
        mia.Write(name, text);
        mia.Ok("new", "p");
        mia.Ok("import", "p.mia", name);
        return mia;
    }

    private static string Decomposed(string text) => string.Concat(text.Select(c => c switch
    {
        'å' => "a\u030A",
        'ä' => "a\u0308",
        'ö' => "o\u0308",
        'Å' => "A\u030A",
        'Ä' => "A\u0308",
        'Ö' => "O\u0308",
        _ => c.ToString(),
    }));
}
