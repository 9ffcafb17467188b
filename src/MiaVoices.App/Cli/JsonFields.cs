using System.Globalization;
using System.Text.Json;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;

namespace MiaVoices.App.Cli;

/// <summary>Fields of the command contract.</summary>
internal static class JsonFields
{
    public static void Text(this Utf8JsonWriter w, string name, string? value)
    {
        if (value is null)
        {
            w.WriteNull(name);
        }
        else
        {
            w.WriteString(name, value);
        }
    }

    public static void Count(this Utf8JsonWriter w, string name, int? value)
    {
        if (value is { } number)
        {
            w.WriteNumber(name, number);
        }
        else
        {
            w.WriteNull(name);
        }
    }

    public static void Real(this Utf8JsonWriter w, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            w.WriteNumber(name, Math.Round(number, 6));
        }
        else
        {
            w.WriteNull(name);
        }
    }

    public static void Texts(this Utf8JsonWriter w, string name, IEnumerable<string> values)
    {
        w.WriteStartArray(name);
        foreach (var value in values)
        {
            w.WriteStringValue(value);
        }

        w.WriteEndArray();
    }

    public static void Objects<T>(this Utf8JsonWriter w, string name, IEnumerable<T> values, Action<T> fields)
    {
        w.WriteStartArray(name);
        foreach (var value in values)
        {
            w.WriteStartObject();
            fields(value);
            w.WriteEndObject();
        }

        w.WriteEndArray();
    }

    public static void Segment(this Utf8JsonWriter w, Segment s)
    {
        w.WriteString("id", s.Id);
        w.WriteString("source", s.Source);
        w.WriteString("sourceId", s.SourceId);
        w.WriteNumber("ordinal", s.Ordinal);
        w.WriteString("kind", Word(s.Kind));
        w.Text("speaker", s.Speaker);
        w.WriteString("role", Word(s.Role));
        w.Text("respondent", s.Respondent);
        w.Text("question", s.Question);
        w.Text("row", s.Row);
        w.Text("wave", s.Wave);
        w.Real("timecode", s.Timecode);
        w.WriteNumber("start", s.Start);
        w.WriteNumber("end", s.End);
        w.WriteString("text", s.Text);
    }

    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    public static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string? Word(Polarity? polarity) => polarity switch
    {
        Polarity.WorksWell => "well",
        Polarity.WorksLessWell => "less",
        Polarity.Proposal => "proposal",
        _ => null,
    };
}
