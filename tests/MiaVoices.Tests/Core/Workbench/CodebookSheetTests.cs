using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Storage;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public sealed class CodebookSheetTests : IDisposable
{
    private readonly ProjectBuilder project = new();

    [Fact]
    public void An_exported_codebook_makes_the_same_codebook_elsewhere()
    {
        Fill();
        var sheet = Tables.AsFile(CodebookSheet.Export(project.Store.Codes()));
        using var other = new ProjectBuilder("Bo");
        other.Store.Apply(CodebookSheet.Import(sheet, other.Store.Codes(), other.Store.NewIds())!);
        Assert.Equal(Told(project.Store), Told(other.Store));
        Assert.Equal(CodebookSheet.Export(project.Store.Codes()).Rows.Select(r => string.Join('|', r.Cells)), CodebookSheet.Export(other.Store.Codes()).Rows.Select(r => string.Join('|', r.Cells)));
    }

    [Fact]
    public void An_unchanged_table_changes_nothing_not_even_with_gaps_in_the_order()
    {
        Fill();
        project.Store.Apply(CodeVerbs.Remove(project.Store, Code("Mitten"), withAll: false));
        Assert.Null(Import(CodebookSheet.Export(project.Store.Codes())));
    }

    [Fact]
    public void Codes_are_updated_by_tag_or_by_name_under_their_parent_and_the_rest_is_added()
    {
        Fill();
        var before = project.Store.Codes().ToDictionary(c => c.Id);
        Apply("code;parent;name;definition", "ST;;Stödet;Ny text", ";St;KONTAKT;Under stöd", ";Be;Kontakt;Under bemötande", "Ny;St;Ny;");
        Assert.Equal(before.Count + 1, project.Store.Codes().Count);
        var support = project.Store.Codes().Single(c => c.Tag == "ST");
        Assert.Equal(("Stödet", "Ny text", "hör hit"), (support.Name, support.Definition, support.Include));
        Assert.Equal("Stöd", before[support.Id].Name);
        Assert.Equal("Under stöd", project.Store.Codes().Single(c => c.Name == "KONTAKT").Definition);
        Assert.Equal("Under bemötande", project.Store.Codes().Single(c => c.Name == "Kontakt").Definition);
        Assert.Equal(["Stödet", "KONTAKT", "Ny", "Bemötande", "Kontakt", "lyssna", "Mitten", "Sist"], project.Store.Codes().Select(c => c.Name));
        project.Store.Undo();
        Assert.Equal(before.Values, project.Store.Codes(), (a, b) => a.Name == b.Name && a.Position == b.Position && a.Definition == b.Definition);
    }

    [Fact]
    public void A_column_that_the_table_lacks_leaves_the_code_as_it_was()
    {
        Fill();
        var before = Told(project.Store);
        Assert.Null(Import(Tables.Of("code;example", "St;ett exempel", "Be;")));
        Apply("code;example", "St;ett annat");
        Assert.Equal(before.Replace("ett exempel", "ett annat", StringComparison.Ordinal), Told(project.Store));
        Apply("name;keywords", "lyssna;höra,höra; hört|örat");
        Assert.Equal("Kontakt", project.Store.Codes().Single(c => c.Id == Code("lyssna").Parent).Name);
        Assert.Equal(["höra"], Code("lyssna").Keywords);
    }

    [Fact]
    public void A_code_is_moved_by_its_parent_and_ends_last_among_its_siblings()
    {
        Fill();
        Apply("code;parent;name", "Be;St;Bemötande");
        Assert.Equal(["Stöd", "kontakt", "Bemötande", "Kontakt", "lyssna", "Mitten", "Sist"], project.Store.Codes().Select(c => c.Name));
        Apply("code;parent;name", "Be;;Bemötande");
        Assert.Equal("Bemötande", project.Store.Codes().Last(c => c.Parent is null).Name);
    }

    [Fact]
    public void Siblings_stand_in_the_order_of_the_rows()
    {
        Fill();
        Apply("code;parent;name", ";;Sist", "Be;;Bemötande", ";;Mitten", "St;;Stöd");
        Assert.Equal(["Sist", "Bemötande", "Mitten", "Stöd"], project.Store.Codes().Where(c => c.Parent is null).Select(c => c.Name));
    }

    [Theory]
    [InlineData("code.cycle", 2, "A;B;A", "B;A;B")]
    [InlineData("code.cycle", 2, "A;A;A")]
    [InlineData("codebook.parent", 2, "A;finns inte;A")]
    [InlineData("codebook.noName", 2, ";;;x")]
    [InlineData("codebook.twice", 3, "A;;A", "a;;B")]
    [InlineData("codebook.twice", 3, ";;A", ";;a")]
    [InlineData("codebook.twice", 3, "St;;Stöd", ";;Stöd")]
    [InlineData("code.badName", 2, "A;;A|B")]
    [InlineData("codebook.color", 2, "A;;A;;röd")]
    [InlineData("codebook.parentTwice", 4, "A;;X", "B;A;X", "C;X;Y")]
    [InlineData("codebook.parentTwice", 2, "C;Kontakt!;Y")]
    public void What_cannot_be_is_refused_at_its_line(string key, int line, params string[] rows)
    {
        Fill();
        project.Code("kontakt!");
        project.Code("KONTAKT!", Code("Sist").Id);
        var before = Told(project.Store);
        var problem = Refusals.Refused(key, () => Import(Tables.Of(["code;parent;name;definition;color", .. rows])));
        Assert.Equal($"tabell.csv:{line}", problem.Where);
        Assert.Equal(before, Told(project.Store));
    }

    [Fact]
    public void A_circle_with_codes_outside_the_table_is_refused_when_applied()
    {
        Fill();
        Refusals.Refused("code.cycle", () => Apply("code;parent;name", "Be;lyssna;Bemötande"));
    }

    [Fact]
    public void A_table_that_names_no_codes_is_refused() =>
        Refusals.Refused("codebook.headers", () => Import(Tables.Of("kod;text", "a;b")));

    [Fact]
    public void A_parent_may_be_told_by_tag_name_or_path()
    {
        Fill();
        Apply("parent;name", "St;ett", "Bemötande;två", "Bemötande / Kontakt;tre", "lyssna;fyra", "två;fem");
        Assert.Equal(
            ["Stöd / ett", "Bemötande / två", "Bemötande / Kontakt / tre", "Bemötande / Kontakt / lyssna / fyra", "Bemötande / två / fem"],
            new[] { "ett", "två", "tre", "fyra", "fem" }.Select(n => new CodeTree(project.Store.Codes()).Path(Code(n).Id)));
    }

    public void Dispose() => project.Dispose();

    private void Fill()
    {
        var support = project.Store.NewIds().Next();
        project.Store.Apply(CodeVerbs.Add(project.Store, new Code
        {
            Id = support,
            Name = "Stöd",
            Tag = "St",
            Definition = "= det som hjälper",
            Include = "hör hit",
            Exclude = "hör \"inte\" hit; alls",
            Keywords = ["hjälp", "stötta"],
            Example = "ett exempel",
            Color = "#00ff00",
        }));
        var treatment = project.Code("Bemötande", tag: "Be");
        project.Code("kontakt", support);
        var contact = project.Code("Kontakt", treatment.Id);
        project.Code("lyssna", contact.Id);
        project.Code("Mitten");
        project.Code("Sist");
    }

    private Code Code(string name) => project.Store.Codes().Single(c => c.Name == name);

    private MiaVoices.Core.Changes.Batch? Import(Sheet sheet) => CodebookSheet.Import(sheet, project.Store.Codes(), project.Store.NewIds());

    private void Apply(params string[] lines) => project.Store.Apply(Import(Tables.Of(lines))!);

    private static string Told(ProjectFile store)
    {
        var tree = new CodeTree(store.Codes());
        return string.Join('\n', tree.Codes.Select(c => $"{tree.Path(c.Id)} {c.Tag} {c.Definition} {c.Include} {c.Exclude} {string.Join(',', c.Keywords)} {c.Example} {c.Color}"));
    }
}
