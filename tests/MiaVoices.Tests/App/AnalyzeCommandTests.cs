using MiaVoices.Tests.EndToEnd;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App;

public sealed class AnalyzeCommandTests
{
    [Fact]
    public void A_word_is_shown_with_its_stems_its_parts_and_why()
    {
        using var mia = Demo.Copy();
        var lines = mia.Ok("analyze", "händer", "läroböckerna", "och").OutLines;
        Assert.Contains(lines, line => line.Contains("händ", StringComparison.Ordinal) && line.Contains("oregelbunden form av hand", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("läro (lär) + böckerna (bok)", StringComparison.Ordinal) && line.Contains("egen ordlista", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("funktionsord", StringComparison.Ordinal));
    }

    [Fact]
    public void The_reasons_are_fields_too()
    {
        using var mia = Demo.Copy();
        var words = mia.Json("analyze", "gick", "läroböckerna").Each("words", "word:s stem:s furtherStems:a why:s lemmas:a");
        Assert.Equal("irregularForm", words[0].GetProperty("why").GetString());
        Assert.Equal("gå", words[0].GetProperty("lemmas")[0].GetString());
        Assert.Equal("ownLexicon", words[1].GetProperty("parts")[0].GetProperty("source").GetString());
    }

    [Fact]
    public void English_words_are_stemmed_as_english()
    {
        using var mia = Demo.Copy();
        var analysed = mia.Json("analyze", "--language", "en", "running");
        Assert.Equal("en", analysed.GetProperty("language").GetString());
        Assert.Equal("run", analysed.GetProperty("words")[0].GetProperty("stem").GetString());
        Assert.Equal(2, mia.Run("analyze", "--language", "no", "running").Exit);
    }
}
