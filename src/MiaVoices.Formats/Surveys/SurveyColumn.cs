using MiaVoices.Core.Sources;
using MiaVoices.Formats.Tables;

namespace MiaVoices.Formats.Surveys;

/// <summary>A settled column with the ways to read its cells.</summary>
/// <param name="Index">Position in the table.</param>
/// <param name="Profile">The settled profile.</param>
/// <param name="Name">Attribute name or question id; null where the role has none.</param>
internal sealed record SurveyColumn(int Index, ColumnProfile Profile, string? Name)
{
    /// <summary>The kind of question, or null for a column that is none.</summary>
    public QuestionKind? Kind => Profile.Role switch
    {
        "closed" => QuestionKind.Closed,
        "multiple" => QuestionKind.Multiple,
        "freetext" => QuestionKind.FreeText,
        "number" => QuestionKind.Number,
        _ => null,
    };

    public static IReadOnlyList<SurveyColumn> All(IReadOnlyList<ColumnProfile> profiles) =>
        [.. profiles.Select((p, i) => new SurveyColumn(i, p, p.Role switch
        {
            "attribute" => (string.IsNullOrWhiteSpace(p.Name) ? p.Header : p.Name).Trim().ToLowerInvariant(),
            "closed" or "multiple" or "freetext" or "number" => string.IsNullOrWhiteSpace(p.Id) ? p.Header : p.Id.Trim(),
            _ => null,
        }))];

    public QuestionDraft Question() => new()
    {
        Id = Name!,
        Text = Profile.Header,
        Kind = Kind!.Value,
        Scale = Profile.Scale ?? [],
        Positive = Profile.Positive ?? [],
        Missing = Profile.Missing ?? (Kind == QuestionKind.FreeText ? FreeText.DefaultMissing : []),
        About = Profile.About,
    };

    /// <summary>The value as counted: folded, and mapped where the profile says so.</summary>
    public string Counted(string cell)
    {
        var folded = TextTable.Fold(cell);
        return Mapped(folded) ?? folded;
    }

    /// <summary>A free text as it was written, unless the profile maps it.</summary>
    public string Written(string text) => Profile.Values is null ? text : Mapped(TextTable.Fold(text)) ?? text;

    /// <summary>The chosen points, spelt as in the scale; none when the cell is empty.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="outside">True when something stands there that is neither in the scale nor a point of no answer, or no number where one is asked for.</param>
    public IReadOnlyList<string> Points(string cell, out bool outside)
    {
        outside = false;
        var value = Counted(cell);
        if (value.Length == 0)
        {
            return [];
        }

        if (Kind == QuestionKind.Number)
        {
            var number = Numbers.Parse(value);
            var missing = In(Profile.Missing, value);
            outside = number is null && missing is null;
            return missing is not null ? [missing] : number is { } n ? [Numbers.Format(n)] : [];
        }

        var scale = Profile.Scale ?? [];
        var chosen = Kind == QuestionKind.Multiple ? Options.Split(value, Profile.Separator is { Length: > 0 } s ? s : ";", scale).Select(Counted) : [value];
        var points = new List<string>();
        foreach (var point in chosen)
        {
            var known = In(scale, point) ?? In(Profile.Missing, point);

            // In a multiple answer what is not among the options is somebody's own "other".
            outside |= known is null && scale.Count > 0 && Kind == QuestionKind.Closed;
            points.Add(known ?? point);
        }

        return points;
    }

    /// <summary>Codes that a person set in the sheet.</summary>
    public IEnumerable<string> Codes(string cell)
    {
        var separators = Profile.Separator is { Length: > 0 } s ? (string[])[s] : ["|", ";"];
        return cell.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Counted).Where(c => c.Length > 0);
    }

    private string? Mapped(string folded)
    {
        if (Profile.Values is not { } values)
        {
            return null;
        }

        return values.FirstOrDefault(v => string.Equals(TextTable.Fold(v.Key), folded, StringComparison.Ordinal)).Value
            ?? values.FirstOrDefault(v => string.Equals(TextTable.Fold(v.Key), folded, StringComparison.OrdinalIgnoreCase)).Value;
    }

    /// <summary>The point of a list that is written so: letter by letter, else in any case, else as the same number ("4,0" is 4).</summary>
    private static string? In(IReadOnlyList<string>? points, string value)
    {
        if (points is null)
        {
            return null;
        }

        var number = Numbers.Parse(value);
        return points.FirstOrDefault(p => string.Equals(p, value, StringComparison.Ordinal))
            ?? points.FirstOrDefault(p => string.Equals(TextTable.Fold(p), value, StringComparison.OrdinalIgnoreCase))
            ?? (number is null ? null : points.FirstOrDefault(p => Numbers.Parse(p) == number));
    }
}
