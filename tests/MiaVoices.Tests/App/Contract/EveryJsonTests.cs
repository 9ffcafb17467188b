using System.Text.Json;
using MiaVoices.Tests.EndToEnd;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App.Contract;

/// <summary>With <c>--json</c> every command writes one JSON document, and nothing else, to standard output.</summary>
public sealed class EveryJsonTests
{
    private const string Project = Demo.Project;

    /// <summary>Those that show help or a screen, or make the practice project, which another test looks at.</summary>
    private static readonly string[] Others = ["completion", "demo", "help", "open"];

    [Fact]
    public void Every_command_writes_one_document_with_fields_of_its_own()
    {
        using var mia = Demo.Copy();
        mia.Write("samtal.txt", "I: Hur gick det?\nIP: Det gick bra och 3 av 2 var nöjda.\n");
        mia.Write("svar.csv", "SvarsID;Grupp;Vad har varit bra?\n1;deltagare;Att någon lyssnade på mig hela vägen.\n2;deltagare;Inget var bra med det här.\n");
        mia.Write("koder.csv", "source;segment;code\nIntervju D09.docx;4;gemenskap\n");
        JsonElement Codings(params string[] more) => mia.Json(["codings", "list", Project, .. more]);
        string Memo() => mia.Json("memo", "list", Project).List("memos")[^1].Text("id");
        string Coding() => Codings("--source", "Intervju D01").List("codings")[0].Text("id");
        string Quote() => mia.Json("quotes", "list", Project).List("quotes")[0].Text("id");
        var open = new Lazy<IReadOnlyList<JsonElement>>(() => mia.Json("suggest", Project, "--limit", "2").List("suggestions"));
        (string Fields, Func<string[]> Command)[] commands =
        [
            ("project:s id:s name:s", () => ["new", "ny"]),
            ("suppression:n percentFrom:n", () => ["project", Project]),
            ("imported:a refused:a", () => ["import", "ny.mia", "samtal.txt"]),
            ("file:s profiles:n", () => ["import", "ny.mia", "svar.csv", "--propose-profile", "profil.json"]),
            ("sources:a", () => ["sources", Project]),
            ("id:s source:s label:s language:s speakers:a", () => ["sources", "set", Project, "Intervju D02", "--label", "Samtal 2"]),
            ("segments:a", () => ["segments", Project]),
            ("query:s hits:a", () => ["search", Project, "tid"]),
            ("segment:o hits:a", () => ["like", Project, "--source", "Intervju D03", "--segment", "2"]),
            ("id:s name:s", () => ["searches", "save", Project, "tiden", "tid"]),
            ("searches:a", () => ["searches", "list", Project]),
            ("id:s name:s query:s", () => ["searches", "rename", Project, "tiden", "tid"]),
            ("query:s hits:a name:s", () => ["searches", "run", Project, "tid"]),
            ("removed:a", () => ["searches", "remove", Project, "tid"]),
            ("on:b searches:a", () => ["searches", "history", Project, "on"]),
            ("query:s codings:a", () => ["autocode", Project, "kontakt", "--code", "Mk", "--dry-run"]),
            ("codes:a removed:a", () => ["codebook", "add", Project, "en ny"]),
            ("codes:a", () => ["codebook", "list", Project]),
            ("codes:a removed:a", () => ["codebook", "edit", Project, "en ny", "--definition", "Ny."]),
            ("codes:a removed:a", () => ["codebook", "rename", Project, "en ny", "en annan"]),
            ("codes:a removed:a", () => ["codebook", "move", Project, "en annan", "--parent", "Stöd"]),
            ("codes:a removed:a", () => ["codebook", "merge", Project, "en annan", "Mk"]),
            ("codes:a removed:a", () => ["codebook", "split", Project, "Mk", "en del", Codings("--code", "Mk").List("codings")[0].Text("id")]),
            ("codes:a removed:a", () => ["codebook", "remove", Project, "en del", "--with-codings"]),
            ("file:s rows:n", () => ["codebook", "export", Project, "kodbok.csv"]),
            ("file:s? rows:n table:a", () => ["codebook", "export", Project]),
            ("added:n changed:n", () => ["codebook", "import", Project, "kodbok.csv"]),
            ("codings:a", () => ["codings", "list", Project]),
            ("codings:a", () => ["codings", "add", Project, "--code", "Mk", "--source", "Intervju D09", "--segment", "2"]),
            ("removed:a", () => ["codings", "remove", Project, Coding()]),
            ("imported:n leftOut:a", () => ["codings", "import", Project, "koder.csv"]),
            ("file:s rows:n", () => ["codings", "export", Project, "kodningar.csv"]),
            ("waiting:a", () => ["codings", "waiting", Project]),
            ("codings:a", () => ["codings", "place", "ny.mia", Waiting(mia), "--quote", "fyra av två"]),
            ("cases:a", () => ["cases", "list", Project]),
            ("file:s rows:n", () => ["cases", "export", Project, "personer.csv"]),
            ("cases:n leftOut:a", () => ["cases", "import", Project, "personer.csv"]),
            ("memos:a", () => ["memo", "add", Project, "en tanke"]),
            ("memos:a", () => ["memo", "list", Project]),
            ("memos:a", () => ["memo", "edit", Project, Memo(), "en annan"]),
            ("removed:a", () => ["memo", "remove", Project, Memo()]),
            ("model:o suggestions:a", () => ["suggest", Project]),
            ("answers:a", () => ["suggest", "accept", Project, open.Value[0].Text("id")]),
            ("answers:a", () => ["suggest", "reject", Project, open.Value[1].Text("id")]),
            ("leads:a", () => ["suggest", "leads", Project]),
            ("folds:n codes:a", () => ["evaluate", Project]),
            ("coders:a codes:a", () => ["agreement", Project]),
            ("themes:a", () => ["summarise", Project]),
            ("rows:a columns:a", () => ["matrix", Project, "--columns", "grupp"]),
            ("response:o questions:a", () => ["survey", Project, "--survey", "Avslutsenkät"]),
            ("quotes:a", () => ["quotes", "choose", Project, Coding()]),
            ("quotes:a", () => ["quotes", "list", Project]),
            ("quotes:a", () => ["quotes", "shorten", Project, Quote(), "--whole"]),
            ("quotes:a", () => ["quotes", "approve", Project, Quote()]),
            ("quotes:a", () => ["quotes", "consent", Project, Quote(), "yes"]),
            ("quotes:a", () => ["quotes", "withdraw", Project, Quote()]),
            ("points:a", () => ["quotes", "checklist", Project]),
            ("file:s? rows:n table:a", () => ["quotes", "export", Project]),
            ("passages:a", () => ["passages", "set", Project, "theme", "background", "--text", "Av 2 var 3 nöjda."]),
            ("passages:a places:a", () => ["passages", "list", Project]),
            ("findings:a", () => ["passages", "check", Project, "survey"]),
            ("removed:a", () => ["passages", "remove", Project, "theme", "background"]),
            ("report:s file:s", () => ["report", Project, "theme", "--out", "rapport.md"]),
            ("files:a", () => ["export", Project, "ut"]),
            ("words:a", () => ["analyze", "tid"]),
            ("findings:a", () => ["check-figures", mia.Write("text.md", "Det regnade.\n")]),
            ("entries:a", () => ["log", Project]),
            ("undone:a", () => ["undo", Project]),
            ("redone:a", () => ["redo", Project]),
            ("ok:b problems:a", () => ["check", Project]),
            ("file:s", () => ["backup", Project, "kopia.mia"]),
            ("project:s", () => ["restore", "kopia.mia", "åter"]),
            ("segments:n codings:n", () => ["forget", Project, "--case", "D01", "--yes"]),
        ];

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (fields, command) in commands)
        {
            var words = command();
            mia.Json(words).Has(fields);
            seen.Add(App.Commands.All.Any(c => c.SequenceEqual(words.Take(2))) ? $"{words[0]} {words[1]}" : words[0]);
        }

        Assert.Equal(App.Commands.Leaves.Select(c => string.Join(' ', c)).Append("sources").Except(Others).Distinct().Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Answers_to_suggestions_tell_what_was_coded()
    {
        using var mia = Demo.Copy();
        var three = mia.Json("suggest", Project, "--limit", "3").List("suggestions");

        var one = mia.Json("suggest", "accept", Project, three[0].Text("id")).Each("answers", "id:s segmentId:s source:s ordinal:n suggested:s answer:s code:s? codingId:s?")[0];
        var two = mia.Json("suggest", "reject", Project, three[1].Text("id")).List("answers")[0];
        var other = mia.Json("suggest", "reject", Project, three[2].Text("id"), "--as", "tacksamhet").List("answers")[0];

        Assert.Equal(("accepted", three[0].Text("code"), three[0].Text("segmentId")), (one.Text("answer"), one.Text("code"), one.Text("segmentId")));
        Assert.Equal(("rejected", JsonValueKind.Null, JsonValueKind.Null), (two.Text("answer"), two.GetProperty("code").ValueKind, two.GetProperty("codingId").ValueKind));
        Assert.Equal(("other", "tacksamhet", three[2].Text("code")), (other.Text("answer"), other.Text("code"), other.Text("suggested")));
        var made = mia.Json("codings", "list", Project).List("codings").Where(c => c.Text("origin") != "import").Select(c => (c.Text("id"), c.Text("code"))).ToList();
        Assert.Equal(new[] { (one.Text("codingId"), one.Text("code")), (other.Text("codingId"), "tacksamhet") }.Order(), made.Order());
    }

    [Fact]
    public void Findings_are_told_in_one_language()
    {
        using var mia = new Mia();
        mia.Write("text.md", "Av de 12 som svarade var 14 nöjda (117 %).\n");

        var swedish = mia.Run("check-figures", "text.md", "--json").Ends(3);

        Assert.NotEmpty(swedish.Json.List("findings"));
        Assert.Equal(swedish.Out, mia.Run("check-figures", "text.md", "--json", "--lang", "en").Ends(3).Out);
        Assert.NotEqual(mia.Run("check-figures", "text.md").Out, mia.Run("check-figures", "text.md", "--lang", "en").Out);
    }

    /// <summary>Makes a coding wait for a place, in a project of its own.</summary>
    private static string Waiting(Mia mia)
    {
        mia.Ok("codebook", "add", "ny.mia", "nöjd");
        mia.Ok("codings", "add", "ny.mia", "--code", "nöjd", "--quote", "bra och 3 av 2 var");
        mia.Write("samtal.txt", "I: Hur gick det?\nIP: Det gick bra, och fyra av två var rätt så nöjda.\n");
        mia.Run("import", "ny.mia", "samtal.txt", "--update").Ends(3);
        return mia.Json("codings", "waiting", "ny.mia").List("waiting")[0].Text("id");
    }
}
