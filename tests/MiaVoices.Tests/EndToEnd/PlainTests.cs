using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.EndToEnd;

/// <summary>The program as a conversation, through a pipe and by lines from elsewhere.</summary>
public sealed class PlainTests
{
    [Fact]
    public void A_conversation_through_a_pipe_codes_answers_undoes_and_reports()
    {
        using var mia = Demo.Copy();
        var before = mia.Json("codings", "list", Demo.Project).GetProperty("codings").GetArrayLength();

        var run = mia.RunApartWith("2\nk mer tid\ns kontakt\nk bemötande\nförslag\nja\nz\nrapport ut.md\n2\n", ["open", Demo.Project, "--plain"]).Ends(0);

        Assert.Equal("", run.Err);
        Assert.Contains("Kodade som «mer tid»", run.Out, StringComparison.Ordinal);
        Assert.Contains("Träff 1 av", run.Out, StringComparison.Ordinal);
        Assert.Contains("Ångrat: godkände 1 förslag", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("Allt är sparat.\n", run.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.True(File.Exists(mia.File("ut.md")));
        Assert.Equal(before + 2, mia.Json("codings", "list", Demo.Project).GetProperty("codings").GetArrayLength());
    }

    [Fact]
    public void Without_a_project_one_is_chosen_and_a_missing_one_is_refused()
    {
        using var mia = new Mia();

        Assert.Contains("Skriv", mia.RunWith("q\n", ["--plain"]).Ends(0).Out, StringComparison.Ordinal);
        mia.Run("open", "saknas.mia", "--plain").Refuses();
    }
}
