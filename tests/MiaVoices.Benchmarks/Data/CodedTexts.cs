namespace MiaVoices.Benchmarks.Data;

/// <summary>A text with the codes that people gave it.</summary>
/// <param name="Text">The words.</param>
/// <param name="Codes">Places in the set's list of codes.</param>
/// <param name="Person">Who speaks, where known.</param>
internal sealed record CodedText(string Text, IReadOnlyList<int> Codes, string Person);

/// <summary>A set of coded texts that lies beside the project.</summary>
/// <param name="Name">Its name in the tables.</param>
/// <param name="Codes">Name and description of each code.</param>
/// <param name="Train">Texts to learn from.</param>
/// <param name="Test">Texts to judge; empty where folds of the others are judged.</param>
/// <param name="IsSingle">Whether each text has one code.</param>
internal sealed record CodedTexts(string Name, IReadOnlyList<(string Name, string Description)> Codes, IReadOnlyList<CodedText> Train, IReadOnlyList<CodedText> Test, bool IsSingle)
{
    public bool IsEnglish { get; init; }

    /// <summary>Whether a fold is a person.</summary>
    public bool ByPerson { get; init; }

    public static CodedTexts Sib(string data)
    {
        var codes = Descriptions(data, "sib200");
        return new CodedTexts("SIB-200 sv (10 folds)", codes, [.. Rows(data, "sib200_sv/train.tsv").Concat(Rows(data, "sib200_sv/dev.tsv")).Select(r => new CodedText(r[2], [Place(codes, r[1])], ""))], [], true);
    }

    /// <summary>Topic, and for or against where it is an argument. Its development part repeats its training part and is not used.</summary>
    public static CodedTexts Argumentation(string data)
    {
        var codes = Descriptions(data, "argumentation");
        return new CodedTexts(
            "argumentation, 8 codes (5 folds)",
            codes,
            [.. Rows(data, "superlim/argumentation-sentences/train.tsv").Select(r => new CodedText(r[3], [Place(codes, r[1]), .. r[2] switch { "pro" => [Place(codes, "för")], "con" => [Place(codes, "emot")], _ => Array.Empty<int>() }], ""))],
            [],
            false);
    }

    public static CodedTexts Committees(string data, bool headings)
    {
        var codes = Descriptions(data, "riksdag_utskott");
        IReadOnlyList<CodedText> Read(string part) => headings
            ? [.. Rows(data, $"riksdag_utskott/rubrik_{part}.tsv").Select(r => new CodedText(r[2], [Place(codes, r[1])], ""))]
            : [.. Rows(data, $"riksdag_utskott/beslut_{part}.tsv").Select(r => new CodedText(r[3], [Place(codes, r[1])], ""))];
        return new CodedTexts(headings ? "Riksdag headings" : "Riksdag decisions", codes, Read("train"), Read("dev"), true);
    }

    /// <summary>The title of a decision alone, of some words.</summary>
    public static CodedTexts Titles(string data)
    {
        var codes = Descriptions(data, "riksdag_utskott");
        IReadOnlyList<CodedText> Read(string part) => [.. Rows(data, $"riksdag_utskott/beslut_{part}.tsv").Select(r => new CodedText(r[2], [Place(codes, r[1])], ""))];
        return new CodedTexts("Riksdag titles", codes, Read("train"), Read("dev"), true);
    }

    public static CodedTexts Emotions(string data)
    {
        var codes = Descriptions(data, "xed");
        string[] english = ["anger", "anticipation", "disgust", "fear", "joy", "sadness", "surprise", "trust"];
        IReadOnlyList<CodedText> Read(string part) =>
            [.. Rows(data, $"xed_sv/{part}.tsv").Select(r => new CodedText(r[1], [.. r[0].Split(';').Select(l => Array.IndexOf(english, l))], ""))];
        return new CodedTexts("XED", codes, Read("train"), Read("dev"), false);
    }

    /// <summary>English interviews without descriptions; a code's name is all there is.</summary>
    public static CodedTexts Serdif(string data)
    {
        var rows = Rows(data, "coded/serdif_highlights_dev.tsv").ToList();
        string[] Of(string[] row) => row[4].Split([';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var names = rows.SelectMany(Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return new CodedTexts("SERDIF, one participant out", [.. names.Select(n => (n, ""))], [.. rows.Select(r => new CodedText(r[3], [.. Of(r).Select(n => names.IndexOf(n))], r[0]))], [], false) { IsEnglish = true, ByPerson = true };
    }

    private static List<(string Name, string Description)> Descriptions(string data, string set) =>
        [.. Rows(data, "descriptions.tsv").Where(r => r[0] == set).Select(r => (r[1], r[2]))];

    private static int Place(List<(string Name, string Description)> codes, string name) => codes.FindIndex(c => c.Name == name);

    private static IEnumerable<string[]> Rows(string data, string file) => File.ReadLines(Path.Combine(data, file)).Skip(1).Select(l => l.Split('\t'));
}
