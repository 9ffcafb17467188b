using System.Text.Json;
using System.Text.Json.Serialization;

namespace MiaVoices.Core.Sources;

/// <summary>How a survey sheet is to be read, as a person settled it; see the command contract for the JSON.</summary>
public sealed record SurveyProfile
{
    /// <summary>survey (default) or table.</summary>
    public string Kind { get; init; } = "survey";

    /// <summary>The survey's name; waves of one survey share it.</summary>
    public string? Name { get; init; }

    /// <summary>auto, utf-8, windows-1252 …</summary>
    public string Encoding { get; init; } = "auto";

    /// <summary>auto, or the separator itself.</summary>
    public string Delimiter { get; init; } = "auto";

    /// <summary>Name of the sheet in a workbook; null for the first (or for a profile that fits any sheet).</summary>
    public string? Sheet { get; init; }

    /// <summary>Number of header rows, 1 or more.</summary>
    public int HeaderRows { get; init; } = 1;

    /// <summary>Header of the column with the respondent's id.</summary>
    public string? RespondentId { get; init; }

    /// <summary>
    /// True when the same id in two waves is the same person, who then answers in both. What the project says of the person
    /// stands; a later wave adds what is missing.
    /// </summary>
    public bool PersistentIds { get; init; }

    /// <summary>The wave, as a value or a column.</summary>
    public WaveProfile? Wave { get; init; }

    /// <summary>How many the survey concerned.</summary>
    public int? Population { get; init; }

    /// <summary>How many could be reached.</summary>
    public int? Reached { get; init; }

    /// <summary>The columns; one that is not named is proposed a role and reported.</summary>
    public IReadOnlyList<ColumnProfile> Columns { get; init; } = [];

    /// <summary>Goals.</summary>
    public IReadOnlyList<GoalDraft> Goals { get; init; } = [];

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        WriteIndented = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new TextOrNumber() },
    };

    /// <summary>Reads one profile or a list of profiles.</summary>
    /// <exception cref="RefusedException">The text is not a profile; the line is named.</exception>
    public static IReadOnlyList<SurveyProfile> Parse(string json, string fileName)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var trimmed = json.AsSpan().TrimStart();
            return trimmed.StartsWith("[")
                ? JsonSerializer.Deserialize<List<SurveyProfile>>(json, Json) ?? []
                : [JsonSerializer.Deserialize<SurveyProfile>(json, Json) ?? new SurveyProfile()];
        }
        catch (JsonException e)
        {
            throw new RefusedException(Problem.At(fileName, "profile.json", (e.LineNumber ?? 0) + 1), e);
        }
    }

    /// <summary>Writes profiles as they are read.</summary>
    public static string Format(IReadOnlyList<SurveyProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        return (profiles.Count == 1 ? JsonSerializer.Serialize(profiles[0], Json) : JsonSerializer.Serialize(profiles, Json)) + "\n";
    }
}

/// <summary>Where the wave is told.</summary>
public sealed record WaveProfile
{
    /// <summary>The same wave for every row.</summary>
    public string? Value { get; init; }

    /// <summary>Header of the column that tells it.</summary>
    public string? Column { get; init; }
}

/// <summary>What a column is.</summary>
public sealed record ColumnProfile
{
    /// <summary>The header; matched after trimming and folding of white space.</summary>
    public required string Header { get; init; }

    /// <summary>id, attribute, closed, multiple, freetext, number, code, identity or ignore.</summary>
    public required string Role { get; init; }

    /// <summary>Name of an attribute.</summary>
    public string? Name { get; init; }

    /// <summary>Stable id of a question.</summary>
    public string? Id { get; init; }

    /// <summary>The points in order, lowest first.</summary>
    public IReadOnlyList<string>? Scale { get; init; }

    /// <summary>The points that count as positive.</summary>
    public IReadOnlyList<string>? Positive { get; init; }

    /// <summary>Points (closed) or whole texts (free text) that count as no answer.</summary>
    public IReadOnlyList<string>? Missing { get; init; }

    /// <summary>What stands between the options of a multiple answer or the codes of a code column.</summary>
    public string? Separator { get; init; }

    /// <summary>The id of the closed question that a free text is about.</summary>
    public string? About { get; init; }

    /// <summary>As written → as counted.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }
}
