using System.Diagnostics;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Workbench;
using MiaVoices.Storage;
using MiaVoices.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit;

namespace MiaVoices.Tests.Storage;

public sealed class ProjectFileTests : IDisposable
{
    private readonly ProjectBuilder project = new();

    [Fact]
    public void What_is_no_project_is_refused_with_a_reason()
    {
        var folder = project.Folder;
        Directory.CreateDirectory(folder.File("mapp.mia"));
        File.WriteAllBytes(folder.File("tom.mia"), []);
        File.WriteAllText(folder.File("text.mia"), "Det här är en lång text och ingen databas. " + new string('x', 200));
        File.WriteAllBytes(folder.File("kort.mia"), File.ReadAllBytes(project.File)[..50]);
        Assert.Equal("saknas.mia", Refused("project.missing", "saknas.mia").Where);
        Refused("project.missing", "ingen mapp/saknas.mia");
        Refused("project.isFolder", "mapp.mia");
        Refused("project.empty", "tom.mia");
        Refused("project.notProject", "text.mia");
        Refused("project.damaged", "kort.mia");
    }

    [Fact]
    public void Another_programs_database_is_refused_and_left_as_it_is()
    {
        var file = project.Folder.File("annan.db");
        Execute(file, "CREATE TABLE t (x); PRAGMA application_id = 42; PRAGMA user_version = 7");
        var before = File.ReadAllBytes(file);
        Refused("project.notProject", "annan.db");
        Assert.Equal(before, File.ReadAllBytes(file));
        Assert.DoesNotContain(project.Folder.Names(), n => n.StartsWith("annan.db-", StringComparison.Ordinal));
    }

    [Fact]
    public void A_project_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        project.Store.Backup(project.Folder.File("ny.mia"));
        Execute(project.Folder.File("ny.mia"), "PRAGMA user_version = 99");
        var before = File.ReadAllBytes(project.Folder.File("ny.mia"));
        Assert.Equal($"99 · {project.Store.Project.SchemaVersion}", Refused("project.newer", "ny.mia").Told());
        Assert.Equal(before, File.ReadAllBytes(project.Folder.File("ny.mia")));
    }

    [Fact]
    public void A_truncated_project_is_refused_or_found_damaged_whatever_its_length()
    {
        using var rich = new RichProject();
        rich.Store.Backup(project.Folder.File("hel.mia"));
        var whole = File.ReadAllBytes(project.Folder.File("hel.mia"));
        for (var share = 1; share < 10; share++)
        {
            var name = $"kapad{share}.mia";
            File.WriteAllBytes(project.Folder.File(name), whole[..(whole.Length * share / 10)]);
            var problem = Assert.ThrowsAny<MiaVoices.Core.RefusedException>(() =>
            {
                using var cut = ProjectFile.Open(project.Folder.File(name), project.Context("Mia"));
                _ = cut.Segments(SegmentScope.All).Count() + cut.Codings(CodingScope.All).Count() + cut.Journal().Count();
                cut.Apply(new RenameProject("x"));
            }).Problem;
            Assert.Equal(("project.damaged", name), (problem.Key, problem.Where));
        }
    }

    [Fact]
    public void A_file_with_our_mark_and_nothing_in_it_is_damaged()
    {
        Execute(project.Folder.File("märkt.mia"), "CREATE TABLE t (x); PRAGMA application_id = 1298751830; PRAGMA user_version = 1");
        Refused("project.damaged", "märkt.mia");
    }

    [Fact]
    public void Another_writer_is_waited_for_and_then_told_of()
    {
        using var other = Open(project.File);
        Execute(other, "BEGIN EXCLUSIVE");
        var clock = Stopwatch.StartNew();
        Assert.Equal("projekt.mia", Refusals.Refused("project.locked", () => project.Code("Stöd")).Where);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0.5, 60);
        Assert.Empty(project.Store.Codes());
        using (var reader = ProjectFile.Open(project.File, project.Context("Bo")))
        {
            Assert.Equal("Projekt", reader.Project.Name);
        }

        Execute(other, "ROLLBACK");
        project.Code("Stöd");
    }

    [Fact]
    public void A_lock_that_lets_nobody_read_is_told_of_too()
    {
        var file = project.Folder.File("kopia.mia");
        project.Store.Backup(file);
        using var other = Open(file);
        Execute(other, "BEGIN EXCLUSIVE");
        Refused("project.locked", "kopia.mia");
    }

    [RootlessFact]
    public void A_file_that_may_only_be_read_is_refused()
    {
        var file = project.Folder.File("läs.mia");
        project.Store.Backup(file);
        File.SetAttributes(file, FileAttributes.ReadOnly);
        Refused("project.readOnly", "läs.mia");
        File.SetAttributes(file, FileAttributes.Normal);
    }

    [Fact]
    public void A_project_is_not_made_where_something_is_or_where_nothing_can_be()
    {
        Refusals.Refused("project.exists", () => ProjectFile.Create(project.File, "x", project.Context("Mia")));
        Directory.CreateDirectory(project.Folder.File("mapp"));
        Refusals.Refused("project.exists", () => ProjectFile.Create(project.Folder.File("mapp"), "x", project.Context("Mia")));
        Assert.Equal("ny.mia", Refusals.Refused("project.cannotCreate", () => ProjectFile.Create(project.Folder.File("ingen/ny.mia"), "x", project.Context("Mia"))).Where);
        Assert.Equal("Projekt", project.Store.Project.Name);
    }

    [Fact]
    public void What_an_interrupted_run_left_does_not_stand_in_the_way()
    {
        File.WriteAllText(project.Folder.File("ny.mia.new"), "skräp");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(project.Folder.File("ny.mia.new"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        }

        ProjectFile.Create(project.Folder.File("ny.mia"), "x", project.Context("Mia")).Dispose();
        Assert.Equal(["ny.mia", "projekt.mia", "projekt.mia-shm", "projekt.mia-wal"], project.Folder.Names());
        OnlyTheOwnerMayRead("ny.mia");
    }

    [Fact]
    public void Only_the_owner_may_read_a_project_its_log_and_its_backup()
    {
        project.Code("Stöd");
        project.Store.Backup(project.Folder.File("kopia.mia"));
        foreach (var name in project.Folder.Names())
        {
            OnlyTheOwnerMayRead(name);
        }
    }

    [Fact]
    public void A_closed_project_is_one_file_also_when_a_reading_was_left_halfway()
    {
        project.Import(Drafts.Notes("a.txt", "Ett.", "Två."));
        using (var reading = project.Store.Segments(SegmentScope.All).GetEnumerator())
        {
            reading.MoveNext();
            project.Code("Stöd");
        }

        project.Store.Dispose();
        Assert.Equal(["projekt.mia"], project.Folder.Names());
    }

    [Fact]
    public void A_backup_is_the_whole_project_and_stands_alone()
    {
        using var rich = new RichProject();
        var file = project.Folder.File("kopia.mia");
        rich.Store.Backup(file);
        Assert.DoesNotContain(project.Folder.Names(), n => n.StartsWith("kopia.mia-", StringComparison.Ordinal) || n.EndsWith(".new", StringComparison.Ordinal));
        Assert.Equal(rich.Builder.Dump(), LogicalDump.Of(file));
        using var copy = ProjectFile.Open(file, project.Context("Mia"));
        Assert.Empty(copy.Check());
        Assert.Equal(rich.Store.Project, copy.Project);
        copy.Undo();
        Refusals.Refused("file.exists", () => rich.Store.Backup(file));
        Refusals.Refused("file.cannotWrite", () => rich.Store.Backup(project.Folder.File("ingen/kopia.mia")));
    }

    [Fact]
    public void An_analyser_of_another_version_gets_a_new_index()
    {
        project.Import(Drafts.Notes("a.txt", "Personalen lyssnade."));
        project.Store.Dispose();
        Execute(project.File, "UPDATE project SET value = 'gammal' WHERE key = 'analyser'");
        project.Reopen();
        Assert.Empty(project.Store.Check());
        project.Store.Undo();
        Assert.Empty(project.Store.Check());
    }

    [Fact]
    public void A_check_tells_what_is_wrong()
    {
        using var rich = new RichProject();
        Assert.Empty(rich.Store.Check());
        Execute(rich.Builder.File, "UPDATE coding SET quote = 'annat'");
        Assert.Equal(["check.coding"], rich.Store.Check().Select(p => p.Key));
        Execute(rich.Builder.File, "UPDATE segment SET start = start + 1 WHERE ordinal = 2; UPDATE source SET length = 1; DELETE FROM journal WHERE sequence = 2; UPDATE coding SET code = 999");
        var keys = rich.Store.Check().Select(p => p.Key).ToList();
        Assert.All(["check.coding", "check.segments", "check.source", "check.journal", "check.reference"], k => Assert.Contains(k, keys));
        Assert.DoesNotContain(rich.Store.Check().SelectMany(p => p.Facts), f => f is string s && s.Contains("mamma", StringComparison.Ordinal));
    }

    [Fact]
    public void With_a_set_clock_the_same_work_gives_the_same_identities()
    {
        List<Guid> Work(string name)
        {
            var context = new StoreContext(ProjectBuilder.Analyser, new Still(), "Mia", Repeatable: true);
            using var store = ProjectFile.Create(project.Folder.File(name), "Samma", context);
            store.Apply(ProjectBuilder.ImportOf(Drafts.Notes("a.txt", "Ett.", "Två."), null, store));
            store.Apply(CodeVerbs.Add(store, new MiaVoices.Core.Codes.Code { Id = store.NewIds().Next(), Name = "Ett" }));
            store.Undo();
            store.Apply(CodeVerbs.Add(store, new MiaVoices.Core.Codes.Code { Id = store.NewIds().Next(), Name = "Två" }));
            List<Guid> all = [store.Project.Id, .. store.Sources().Select(s => s.Id), .. store.Segments(SegmentScope.All).Select(s => s.Id), .. store.Codes().Select(c => c.Id)];
            Assert.Equal(all.Count, all.Distinct().Count());
            return all;
        }

        Assert.Equal(Work("ett.mia"), Work("två.mia"));
    }

    public void Dispose() => project.Dispose();

    private MiaVoices.Core.Problem Refused(string key, string name) =>
        Refusals.Refused(key, () => ProjectFile.Open(project.Folder.File(name), project.Context("Mia")).Dispose());

    private void OnlyTheOwnerMayRead(string name)
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(project.Folder.File(name)));
        }
    }

    private static SqliteConnection Open(string file)
    {
        var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        db.Open();
        return db;
    }

    private static void Execute(string file, string sql)
    {
        using var db = Open(file);
        Execute(db, sql);
    }

    private static void Execute(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
#pragma warning disable CA2100 // Texts of these tests.
        command.CommandText = "PRAGMA foreign_keys = OFF; " + sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private sealed class Still : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2025, 3, 1, 9, 0, 0, TimeSpan.Zero);
    }
}

/// <summary>A test of permissions, which do not hold for the superuser: skipped visibly then.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RootlessFactAttribute : FactAttribute
{
    public RootlessFactAttribute()
    {
        if (Environment.IsPrivilegedProcess)
        {
            Skip = "The superuser may write to any file.";
        }
    }
}
