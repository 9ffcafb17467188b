using MiaVoices.Tests.EndToEnd;
using Xunit;

namespace MiaVoices.Tests.App;

/// <summary><c>mia report</c>: a file by its ending, whole or not at all.</summary>
public sealed class ReportCommandTests
{
    private const string Project = Demo.Project;

    [Theory]
    [InlineData("r.md", "# Temarapport")]
    [InlineData("r.HTML", "<!DOCTYPE html>")]
    [InlineData("r.htm", "<!DOCTYPE html>")]
    [InlineData("r.docx", "PK\u0003\u0004")]
    [InlineData("r.xlsx", "PK\u0003\u0004")]
    public void The_format_follows_the_ending(string file, string begins)
    {
        using var mia = Demo.Copy();

        mia.Ok("report", Project, "theme", "--out", file);

        Assert.StartsWith(begins, File.ReadAllText(mia.File(file)), StringComparison.Ordinal);
        Assert.False(File.Exists(mia.File(file + ".new")));
    }

    [Fact]
    public void A_format_that_is_asked_for_goes_before_the_ending_and_csv_is_a_folder()
    {
        using var mia = Demo.Copy();

        mia.Ok("report", Project, "theme", "--out", "rapport.txt", "--format", "html");
        mia.Ok("report", Project, "theme", "--out", "tabeller", "--format", "csv");

        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(mia.File("rapport.txt")), StringComparison.Ordinal);
        Assert.Contains(Path.Combine(mia.File("tabeller"), "tabell-01.csv"), Directory.GetFiles(mia.File("tabeller")));
        Assert.Contains("finns redan en fil", mia.Run("report", Project, "theme", "--out", "rapport.txt", "--format", "csv").Ends(1).Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("r.odt", ".docx")]
    [InlineData("r", "ingen ändelse")]
    [InlineData("r.csv", "mapp")]
    public void An_ending_without_a_format_is_told_with_those_there_are(string file, string told)
    {
        using var mia = Demo.Copy();

        Assert.Contains(told, mia.Run("report", Project, "theme", "--out", file).Ends(2).Err, StringComparison.Ordinal);
        Assert.False(File.Exists(mia.File(file)));
    }
}
