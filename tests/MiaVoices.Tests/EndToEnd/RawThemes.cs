using MiaVoices.Tests.Support;

namespace MiaVoices.Tests.EndToEnd;

/// <summary>The office's codings of the sample corpus as its files have them.</summary>
internal sealed class RawThemes
{
    private readonly List<(string File, string Row, string Question, string Code)> codings;
    private readonly Dictionary<string, string> root;

    public RawThemes()
    {
        static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string name) => CsvRows.Read(Path.Combine(Repository.Root, "corpus-samples", name)).Rows;
        var codebook = Rows("kodbok.csv");
        var byTag = codebook.ToDictionary(c => c["code"]);
        string Top(IReadOnlyDictionary<string, string> code) => code["parent"].Length == 0 ? code["name"] : Top(byTag[code["parent"]]);
        root = codebook.SelectMany(c => new[] { (c["name"], Top(c)), (c["code"], Top(c)) }).DistinctBy(c => c.Item1).ToDictionary(c => c.Item1, c => c.Item2);
        Roots = [.. codebook.Where(c => c["parent"].Length == 0).Select(c => c["name"])];
        codings =
        [
            .. Rows("kodningar.csv").Where(r => r["code"].Length > 0)
                .SelectMany(r => r["code"].Split('|', StringSplitOptions.TrimEntries).Select(code => (r["source"], r["row"], r["question"], code))),
        ];
    }

    /// <summary>The main themes in the codebook's order.</summary>
    public IReadOnlyList<string> Roots { get; }

    /// <summary>Rows of a survey's file whose words in a question are coded with a main theme or a code below it.</summary>
    public IReadOnlySet<string> With(string file, string question, string theme) =>
        codings.Where(c => c.File == file && c.Question == question && root[c.Code] == theme).Select(c => c.Row).ToHashSet();
}
