using MiaVoices.Tests.EndToEnd;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App;

/// <summary>New projects, import, undo and redo, copies.</summary>
public sealed class JournalCommandsTests
{
    private const string Project = Demo.Project;

    [Fact]
    public void A_new_project_gets_its_ending_and_is_never_written_over()
    {
        using var mia = new Mia();

        mia.Json("new", "Min studie å", "--name", "Studien").Has("project:s id:s name:s");

        Assert.True(File.Exists(mia.File("Min studie å.mia")));
        mia.Ok("sources", "Min studie å");
        mia.Run("new", "Min studie å.mia").Refuses();
        mia.Run("new", Path.Combine("ingen mapp", "p.mia")).Refuses();
        mia.Run("search", "Min studie å", "x").Ends(0);
    }

    [Fact]
    public void A_dry_run_says_what_an_import_would_do_and_does_nothing()
    {
        using var mia = new Mia();
        mia.Ok("new", "p");
        var before = LogicalDump.Of(mia.File("p.mia"));
        const string Source = "source:s format:s encoding:s segments:n speakers:a warnings:a";

        var dry = mia.Json("import", "p", Demo.File("material", "intervjuer"), Demo.File("material", "enkater"), "--dry-run");

        Assert.Equal(before, LogicalDump.Of(mia.File("p.mia")));
        var real = mia.Json("import", "p", Demo.File("material", "intervjuer"), Demo.File("material", "enkater"));
        Assert.Equal(dry.Each("imported", Source).Select(i => (i.Text("source"), i.Count("segments"))), real.Each("imported", Source).Select(i => (i.Text("source"), i.Count("segments"))));
        Assert.All(dry.List("imported").SelectMany(i => i.List("speakers")), s => s.Has("name:s role:s turns:n"));
        Assert.All(dry.List("imported").SelectMany(i => i.List("warnings")), w => w.Has("at:s? message:s"));
        Assert.Contains(dry.List("imported"), i => i.List("columns").Count > 0);
        var again = mia.Run("import", "p", Demo.File("material", "intervjuer", "Intervju D01.docx"));
        again.Ends(1);
        Assert.Single(again.ErrLines);
    }

    [Fact]
    public void A_profile_is_proposed_and_used()
    {
        using var mia = new Mia();
        mia.Ok("new", "p");
        mia.Write("svar.csv", "SvarsID;Grupp;Trivs du?;Vad har varit bra?\n1;deltagare;ja;Att någon lyssnade på mig hela vägen.\n2;deltagare;nej;Inget var bra med det här.\n3;medarbetare;ja;Att vi hade tid för varandra.\n");

        mia.Ok("import", "p", "svar.csv", "--propose-profile", "profil.json");
        Assert.Empty(mia.Json("sources", "p").List("sources"));
        mia.Ok("import", "p", "svar.csv", "--profile", "profil.json", "--set", "delprojekt=Norrmo");

        Assert.Equal(3, mia.Json("sources", "p").List("sources")[0].Count("segments"));
        Assert.All(mia.Json("cases", "list", "p").List("cases"), c => Assert.Equal("Norrmo", c.GetProperty("attributes").Text("delprojekt")));
        mia.Write("trasig.json", "{ \"columns\": [ ");
        mia.Run("import", "p", "svar.csv", "--profile", "trasig.json").Refuses();
        mia.Run("import", "p", "svar.csv", "--set", "utan likhetstecken").Ends(2);
        mia.Run("import", "p", "svar.csv", "--kind", "roman").Ends(2);
        mia.Run("import", "p", "svar.csv", "--role", "Anna=chef").Ends(2);
        mia.Run("import", "p").Ends(2);
    }

    [Fact]
    public void Undo_and_redo_go_back_and_forth_over_runs()
    {
        using var mia = Demo.Copy();
        var states = new List<string> { LogicalDump.Of(mia.File(Project)) };
        foreach (var step in new string[][]
        {
            ["codebook", "add", Project, "ett"], ["codings", "add", Project, "--code", "ett", "--source", "Intervju D01", "--segment", "2"],
            ["memo", "add", Project, "tanke"], ["codebook", "rename", Project, "ett", "två"], ["import", Project, mia.Write("s.txt", "A: Hej du.\nB: Hej själv.\n")],
        })
        {
            mia.Ok(step);
            states.Add(LogicalDump.Of(mia.File(Project)));
        }

        for (var i = states.Count - 2; i >= 0; i--)
        {
            mia.Json("undo", Project).Each("undone", "sequence:n change:s summary:s");
            Assert.Equal(states[i], LogicalDump.Of(mia.File(Project)));
        }

        mia.Json("redo", Project, "3").Each("redone", "sequence:n change:s summary:s");
        Assert.Equal(states[3], LogicalDump.Of(mia.File(Project)));
        mia.Ok("redo", Project, "2");
        Assert.Equal(states[^1], LogicalDump.Of(mia.File(Project)));
        mia.Run("redo", Project).Refuses();
        mia.Coder = "Annan";
        mia.Run("undo", Project).Refuses();
        mia.Run("undo", Project, "0").Ends(2);
        mia.Run("undo", Project, "-1").Ends(2);
        mia.Ok("check", Project);
    }

    [Fact]
    public void More_steps_than_there_are_undo_what_can_be_undone_and_tell()
    {
        using var mia = new Mia();
        mia.Ok("new", "p");
        mia.Ok("codebook", "add", "p", "ett");
        mia.Ok("codebook", "add", "p", "två");

        var run = mia.Run("undo", "p", "5", "--json").Ends(3);

        Assert.Equal(2, run.Json.List("undone").Count);
        Assert.NotEmpty(run.ErrLines);
    }

    [Fact]
    public void A_copy_is_whole_never_written_over_and_restored_as_it_was()
    {
        using var mia = Demo.Copy();
        var before = LogicalDump.Of(mia.File(Project));

        mia.Ok("backup", Project, "kopia.mia");
        mia.Ok("codebook", "add", Project, "efteråt");

        Assert.Equal(before, LogicalDump.Of(mia.File("kopia.mia")));
        mia.Run("backup", Project, "kopia.mia").Refuses();
        mia.Run("restore", "kopia.mia", Project).Refuses();
        mia.Ok("restore", "kopia.mia", "åter");
        Assert.Equal(before, LogicalDump.Of(mia.File("åter.mia")));
        Assert.NotEqual(before, LogicalDump.Of(mia.File(Project)));
    }
}
