using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App;

/// <summary>Corrected files by command: what is told, what waits, and where it is put.</summary>
public sealed class UpdateCommandsTests
{
    private const string First = "I: Hur var det?\nIP: Det gick för fort. Jag hann inte tänka efter.\nI: Vad hade hjälpt?\nIP: Mer tid, och någon att ringa till.\n";

    [Fact]
    public void A_corrected_file_says_what_it_changes_and_what_waits_is_placed_by_command()
    {
        using var mia = new Mia();
        mia.Ok("new", "p.mia");
        mia.Write("D07.txt", First);
        mia.Ok("import", "p.mia", "D07.txt");
        mia.Ok("codebook", "add", "p.mia", "tid");
        mia.Ok("codings", "add", "p.mia", "--code", "tid", "--quote", "Mer tid");
        mia.Ok("codings", "add", "p.mia", "--code", "tid", "--quote", "Det gick för fort.");
        mia.Write("D07.txt", First.Replace("Det gick för fort", "Allt var över på en vecka", StringComparison.Ordinal).Replace("att ringa till", "att ringa", StringComparison.Ordinal));

        var dry = mia.Run("import", "p.mia", "D07.txt", "--update", "--dry-run", "--json");
        Assert.Equal(3, dry.Exit);
        Assert.Equal(2, mia.Json("codings", "list", "p.mia").List("codings").Count);
        var update = dry.Json.List("imported").Single().GetProperty("update").Has("replaces:s same:n changed:n added:n removed:n codingsMoved:n codingsWaiting:a respondents:o");
        Assert.Equal((2, 2, 0, 0, 1), (update.Count("same"), update.Count("changed"), update.Count("added"), update.Count("removed"), update.Count("codingsMoved")));

        var told = mia.Run("import", "p.mia", "D07.txt", "--update");
        Assert.Equal(3, told.Exit);
        Assert.Contains("ny version av Intervju D07", told.Out, StringComparison.Ordinal);
        Assert.Contains("mia codings waiting", told.Err, StringComparison.Ordinal);
        Assert.DoesNotContain("fort", told.Out + told.Err, StringComparison.Ordinal);
        var waiting = mia.Json("codings", "waiting", "p.mia").Each("waiting", "id:s source:s code:s coder:s oldOrdinal:n oldQuote:s likeness:n? start:n? end:n? proposed:s?").Single();
        Assert.Equal(("Det gick för fort.", 2), (waiting.Text("oldQuote"), waiting.Count("oldOrdinal")));
        Assert.Equal(["Mer tid"], mia.Json("codings", "list", "p.mia").List("codings").Select(c => c.Text("quote")));

        mia.Run("codings", "place", "p.mia", "finnsinte", "--quote", "över").Refuses();
        mia.Run("codings", "place", "p.mia", waiting.Text("id"), "--quote", "står inte här").Refuses();
        mia.Ok("codings", "place", "p.mia", waiting.Text("id"), "--quote", "över på en vecka");
        Assert.Equal(["över på en vecka", "Mer tid"], mia.Json("codings", "list", "p.mia").List("codings").Select(c => c.Text("quote")));
        Assert.Empty(mia.Json("codings", "waiting", "p.mia").List("waiting"));
        mia.Ok("undo", "p.mia", "2");
        Assert.Equal(["Det gick för fort.", "Mer tid"], mia.Json("codings", "list", "p.mia").List("codings").Select(c => c.Text("quote")));
        mia.Ok("check", "p.mia");
    }

    [Fact]
    public void A_file_saved_with_other_line_ends_marks_and_letters_in_two_parts_is_the_same_text()
    {
        using var mia = new Mia();
        const string text = First + "IP: Nån på mottagningen 😀 följde med. Å så räckte det.\n";
        mia.Ok("new", "p.mia");
        mia.Write("D07.txt", text);
        mia.Ok("import", "p.mia", "D07.txt");
        mia.Ok("codebook", "add", "p.mia", "stöd");
        mia.Ok("codings", "add", "p.mia", "--code", "stöd", "--quote", "på mottagningen 😀 följde med");
        var before = mia.Json("segments", "p.mia").List("segments").Select(s => (s.Count("start"), s.Text("text"))).ToList();
        var decomposed = text.Replace("å", "a\u030A", StringComparison.Ordinal).Replace("Å", "A\u030A", StringComparison.Ordinal).Replace("ö", "o\u0308", StringComparison.Ordinal);
        mia.Write("D07.txt", "\uFEFF" + decomposed.Replace("\n", "\r\n", StringComparison.Ordinal));
        var update = mia.Json("import", "p.mia", "D07.txt", "--update").List("imported").Single().GetProperty("update");
        Assert.Equal((before.Count, 0, 0, 0, 1), (update.Count("same"), update.Count("changed"), update.Count("added"), update.Count("removed"), update.Count("codingsMoved")));
        Assert.Equal(before, mia.Json("segments", "p.mia").List("segments").Select(s => (s.Count("start"), s.Text("text"))));
        Assert.Equal("på mottagningen 😀 följde med", mia.Json("codings", "list", "p.mia").List("codings").Single().Text("quote"));
    }

    [Fact]
    public void A_folder_that_comes_again_brings_what_is_new_and_leaves_the_rest()
    {
        using var mia = new Mia();
        mia.Ok("new", "p.mia");
        mia.Write("intervjuer/D07.txt", First);
        mia.Ok("import", "p.mia", "intervjuer");
        mia.Write("intervjuer/D08.txt", First.Replace("Mer tid", "Längre tid", StringComparison.Ordinal));
        var again = mia.Run("import", "p.mia", "intervjuer", "--update", "--json");
        Assert.Equal(0, again.Exit);
        Assert.Equal(["Intervju D07"], again.Json.List("unchanged").Select(u => u.GetString()));
        Assert.Single(again.Json.List("imported"));
        Assert.Equal(0, mia.Run("import", "p.mia", "intervjuer", "--update").Exit);
        mia.Run("import", "p.mia", "intervjuer", "--replaces", "D07").Ends(2);
    }
}
