using System.Text;
using FsCheck.Fluent;
using MiaVoices.Core;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Formats.Codebooks;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Formats.Codebooks;

public sealed class CodebookMarkdownTests
{
    private static readonly CodebookWords Words = new("Kodbok", new Dictionary<string, string>
    {
        ["code"] = "Tagg",
        ["parent"] = "Hör till",
        ["definition"] = "Definition",
        ["include"] = "Hör hit",
        ["exclude"] = "Hör inte hit",
        ["keywords"] = "Nyckelord",
        ["example"] = "Typiskt exempel",
        ["color"] = "Färg",
    });

    [Fact]
    public void A_codebook_is_headings_as_deep_as_its_codes_with_what_they_say_below()
    {
        var text = Written(
            new Code { Id = Id(1), Name = "Stöd", Tag = "St", Definition = "Vad stödet\nhar bestått av.", Color = "#1f6feb" },
            new Code { Id = Id(2), Name = "mer tid", Parent = Id(1), Keywords = ["tid", "stress"] });

        Assert.Equal(
            """
            # Kodbok

            ## Stöd

            - **Tagg:** St
            - **Definition:** Vad stödet
              har bestått av.
            - **Färg:** #1f6feb

            ### mer tid

            - **Nyckelord:** tid, stress

            """,
            text,
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void What_a_person_writes_as_headings_and_paragraphs_is_a_codebook()
    {
        var sheet = Read("""
            Några ord före.

            # Stöd
            Det som har hjälpt.

            Även det som fattades.

            ## mer tid ##
            * Nyckelord: tid
            definition: Att hinna.
            Anmärkning: detta hör till definitionen.
            # Inflytande
            """);

        Assert.Equal(["Stöd", "mer tid", "Inflytande"], sheet.Rows.Select(r => r["name"]));
        Assert.Equal("Det som har hjälpt.\n\nÄven det som fattades.", sheet.Rows[0]["definition"]);
        Assert.Equal(("Stöd", "tid", "Att hinna.\nAnmärkning: detta hör till definitionen."), (sheet.Rows[1]["parent"], sheet.Rows[1]["keywords"], sheet.Rows[1]["definition"]));
        Assert.Equal("", sheet.Rows[2]["parent"]);
        Assert.Equal(6, sheet.Rows[1].Line - 2);
        Assert.False(sheet.Has("include"));
    }

    [Fact]
    public void A_document_of_a_title_is_an_empty_table_and_one_without_headings_is_refused()
    {
        Assert.Empty(Read("# Kodbok\n").Rows);
        Assert.Equal("codebook.noHeadings", Assert.Throws<RefusedException>(() => Read("Bara ord.")).Problem.Key);
        Assert.Single(Read("# Stöd").Rows);
    }

    [Fact]
    public void Codes_below_the_deepest_heading_say_where_they_belong()
    {
        Code[] codes = [.. Enumerable.Range(1, 8).Select(n => new Code { Id = Id(n), Name = $"nivå {n}", Parent = n == 1 ? null : Id(n - 1) })];

        Back(codes);
        Assert.Contains("###### nivå 6\n\n- **Hör till:** nivå 5\n", Written(codes), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_a_codebook_says_comes_back_as_it_was()
    {
        var texts = Gen.Elements("ord", "#", "## Rubrik", "- **Tagg:** X", "Definition: y", "* punkt", "1. ett", "a|b", "<b>", "\\", "`kod`", "C #", "--", "=", "&amp;", "*", "_", "\n", "\n\n", " ", "😀", "  in").ListOf().Select(l => string.Concat(l).Trim());
        var code = from definition in texts
                   from example in texts
                   from name in texts
                   select new Code { Id = Id(2), Parent = Id(1), Name = ("x" + name.Replace('\n', ' ').Replace('|', '/')).TrimEnd(), Definition = definition, Example = example };

        Prop.ForAll(code.ToArbitrary(), c => Back([new Code { Id = Id(1), Name = "Stöd", Tag = "St" }, c])).Holds();
    }

    /// <summary>Importing what was written changes nothing, and into an empty project it makes the same codes.</summary>
    private static void Back(Code[] codes)
    {
        var sheet = Read(Written(codes));
        Assert.All(CodebookSheet.Export(codes).Rows.Zip(sheet.Rows), r => Assert.Equal(CodebookSheet.Headers.Select(h => r.First[h]), CodebookSheet.Headers.Select(h => r.Second[h])));
        Assert.Null(CodebookSheet.Import(sheet, codes, new NoIds()));
    }

    private static string Written(params Code[] codes)
    {
        var tree = new CodeTree(codes);
        return CodebookMarkdown.Write(CodebookSheet.Export(codes), [.. tree.Codes.Select(c => tree.Depth(c.Id))], Words);
    }

    private static Sheet Read(string text) => CodebookMarkdown.Read(new SourceFile("kodbok.md", Encoding.UTF8.GetBytes(text)), [Words]);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private sealed class NoIds : IIdSource
    {
        public Guid Next() => Guid.Empty;
    }
}
