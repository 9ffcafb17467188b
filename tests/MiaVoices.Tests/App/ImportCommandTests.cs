using System.Text.Json;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App;

/// <summary>What <c>mia import</c> brings beside the words: comments and speakers.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private const string Commented = "{\\rtf1\\ansi I: Hur?\\par IP: Bra.{\\*\\annotation Viktigt}\\par}";
    private readonly Mia mia = new();

    public ImportCommandTests() => mia.Ok("new", "p.mia");

    [Fact]
    public void Comments_are_told_and_come_in_as_memos_when_asked_for()
    {
        mia.Write("D07.rtf", Commented);
        Assert.Contains("--comments", mia.Ok("import", "p.mia", "D07.rtf", "--dry-run").Err, StringComparison.Ordinal);
        Assert.Contains("kommentarer som memon: 1", mia.Ok("import", "p.mia", "D07.rtf", "--comments", "--dry-run").Out, StringComparison.Ordinal);
        Assert.Equal(1, Only(mia.Json("import", "p.mia", "D07.rtf", "--dry-run")).GetProperty("comments").GetInt32());
        Assert.Equal(1, Only(mia.Json("import", "p.mia", "D07.rtf", "--comments")).GetProperty("comments").GetInt32());
        Assert.Contains("Viktigt", mia.Ok("memo", "list", "p.mia").Out, StringComparison.Ordinal);
        Assert.Contains("kommentarer som memon: 1", mia.Ok("log", "p.mia").Out, StringComparison.Ordinal);
        mia.Ok("undo", "p.mia");
        Assert.DoesNotContain("Viktigt", mia.Ok("memo", "list", "p.mia").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Speakers_get_their_labels_before_anything_is_stored()
    {
        mia.Write("samtal.txt", "Eva Ek: Hur var det då?\nQvist Alm: Det var bra och gick framåt.\nEva Ek: Jaså?\nQ. Alm: Ja det gjorde det.\nQvist Alm: Jo.\nQ. Alm: Så.\n");
        var proposed = mia.Ok("import", "p.mia", "samtal.txt", "--dry-run");
        Assert.Contains("talare Eva Ek: intervjuare, repliker: 2, föreslagen pseudonym: Intervjuare", proposed.Out, StringComparison.Ordinal);
        Assert.Contains("--pseudonyms", proposed.Err, StringComparison.Ordinal);
        string[] mapped = ["import", "p.mia", "samtal.txt", "--speaker", "qvist alm=D07", "--speaker", "Q. Alm=D07", "--pseudonyms"];
        var dry = mia.Ok([.. mapped, "--dry-run"]);
        Assert.Contains("talare D07: respondent, repliker: 4, i filen: qvist alm, Q. Alm", dry.Out, StringComparison.Ordinal);
        var done = mia.Ok(mapped);
        Assert.DoesNotContain("Alm", done.Out + done.Err, StringComparison.Ordinal);
        Assert.Equal(["D07", "Intervjuare"], mia.Json("segments", "p.mia").GetProperty("segments").EnumerateArray().Select(g => g.GetProperty("speaker").GetString()!).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Alm", System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(mia.File("p.mia"))), StringComparison.Ordinal);
        Assert.DoesNotContain("Alm", mia.Ok("log", "p.mia", "--json").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_speaker_that_is_not_there_is_told_without_the_name_and_a_bad_pair_is_wrong_usage()
    {
        mia.Write("samtal.txt", "I: Hur då?\nIP: Bra.\n");
        var run = mia.Run("import", "p.mia", "samtal.txt", "--speaker", "Qvist=D07").Ends(3);
        Assert.Contains(": 1.", run.Err, StringComparison.Ordinal);
        Assert.DoesNotContain("Qvist", run.Err, StringComparison.Ordinal);
        Assert.All(["Qvist", "Qvist=", "=D07", "Qvist=a=b"], p => Assert.DoesNotContain("Qvist", mia.Run("import", "p.mia", "samtal.txt", "--speaker", p).Ends(2).Err, StringComparison.Ordinal));
    }

    public void Dispose() => mia.Dispose();

    private static JsonElement Only(JsonElement report) => report.GetProperty("imported").EnumerateArray().Single();
}
