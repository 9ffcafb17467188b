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

    public void Dispose() => mia.Dispose();

    private static JsonElement Only(JsonElement report) => report.GetProperty("imported").EnumerateArray().Single();
}
