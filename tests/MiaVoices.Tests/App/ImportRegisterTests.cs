using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App;

public sealed class ImportRegisterTests : IDisposable
{
    private readonly Mia mia = new();

    public ImportRegisterTests()
    {
        mia.Write("Intervju D07.txt", "I: Hur var det?\nIP: Det var bra.\nI: Och sedan?\nIP: Sedan var det slut.\n");
        mia.Ok("new", "p");
        mia.Ok("import", "p", "Intervju D07.txt");
    }

    [Fact]
    public void A_dry_run_shows_which_person_gets_what_and_the_import_is_one_step()
    {
        mia.Write("sus.csv", "Person;Kommun;Personnummer\nD07;Väst;811218-9876\nD08;Öst;640823-3234\n");
        var dry = mia.Run("import", "p", "sus.csv", "--kind", "table", "--dry-run").Ends(3);
        Assert.Contains("sus.csv: tabell (csv, utf-8), rader: 2. Kolumnen ”Person” pekar ut 1 personer i projektet.", dry.OutLines);
        Assert.Contains("    D07: kommun = Väst", dry.OutLines);
        Assert.Contains("sus.csv:3: Raden hör inte till någon person i projektet och lästes inte.", dry.ErrLines);
        Assert.DoesNotContain("811218", dry.Out + dry.Err, StringComparison.Ordinal);
        mia.Run("import", "p", "sus.csv", "--kind", "table").Ends(3);
        Assert.Equal("Väst", mia.Json("cases", "list", "p").GetProperty("cases")[0].GetProperty("attributes").GetProperty("kommun").GetString());
        Assert.Contains("läste in uppgifter om personer ur en tabell (personer: 1)", mia.Ok("log", "p").Out, StringComparison.Ordinal);
        mia.Ok("undo", "p");
        Assert.False(mia.Json("cases", "list", "p").GetProperty("cases")[0].GetProperty("attributes").TryGetProperty("kommun", out _));
    }

    [Fact]
    public void Counts_are_listed_as_rows()
    {
        mia.Write("SUS.csv", "Grupp;Antal\nkvinnor;12\nmän;9\n");
        var register = mia.Json("import", "p", "SUS.csv", "--kind", "table", "--set", "datum=2025-12-31").GetProperty("imported")[0];
        Assert.Equal(("table", "rows", "2025-12-31"), (register.GetProperty("kind").GetString(), register.GetProperty("register").GetProperty("way").GetString(), register.GetProperty("register").GetProperty("date").GetString()));
        var rows = mia.Json("segments", "p", "--source", "SUS.csv").GetProperty("segments");
        Assert.Equal(["Grupp: kvinnor\nAntal: 12", "Grupp: män\nAntal: 9"], rows.EnumerateArray().Select(r => r.GetProperty("text").GetString()!));
        mia.Ok("export", "p", "ut");
        Assert.Contains("SUS.csv;SUS;2025-12-31;2;Antal;9", File.ReadAllText(mia.File("ut/table-rows.csv")), StringComparison.Ordinal);
        mia.Ok("codebook", "add", "p", "Kvinnor");
        Assert.DoesNotContain(mia.Json("suggest", "p", "--all").GetProperty("suggestions").EnumerateArray(), x => x.GetProperty("source").GetString() == "SUS.csv");
    }

    [Fact]
    public void A_proposed_profile_says_table_and_reads_the_same()
    {
        mia.Write("sus.csv", "Person;Kommun\nD07;Väst\n");
        mia.Ok("import", "p", "sus.csv", "--kind", "table", "--propose-profile", "sus.profil.json");
        Assert.Contains("\"kind\": \"table\"", File.ReadAllText(mia.File("sus.profil.json")), StringComparison.Ordinal);
        Assert.Equal("cases", mia.Json("import", "p", "sus.csv").GetProperty("imported")[0].GetProperty("register").GetProperty("way").GetString());
    }

    public void Dispose() => mia.Dispose();
}
