using System.Text;
using System.Text.Json;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Text;

namespace MiaVoices.Formats.Json;

/// <summary>Parses JSON as transcription programs write it: Python's NaN and Infinity are no values, half letters are replaced.</summary>
internal static class JsonText
{
    /// <summary>Deepest nesting; transcripts need five.</summary>
    public const int Deepest = 64;

    /// <exception cref="RefusedException"><c>json.damaged</c> with its line: not JSON, cut off, or nested deeper than <see cref="Deepest"/>.</exception>
    public static JsonDocument Parse(SourceFile file, DecodedText decoded)
    {
        var text = decoded.Text.TrimStart('\uFEFF');
        var options = new JsonDocumentOptions { MaxDepth = Deepest, AllowTrailingCommas = true };
        try
        {
            return JsonDocument.Parse(text, options);
        }
        catch (JsonException) when (text.Contains("NaN", StringComparison.Ordinal) || text.Contains("Infinity", StringComparison.Ordinal))
        {
            return Again(file, WithoutNaN(text), options);
        }
        catch (JsonException e)
        {
            throw Damaged(file, e);
        }
    }

    /// <summary>The string of an element in stored form, or null where it is none.</summary>
    public static string? String(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return StoredText.Normalise(element.GetString() ?? "");
        }
        catch (InvalidOperationException)
        {
            // Half of a letter outside the basic plane (\ud83d without its second half), which is no text.
            return null;
        }
    }

    private static JsonDocument Again(SourceFile file, string text, JsonDocumentOptions options)
    {
        try
        {
            return JsonDocument.Parse(text, options);
        }
        catch (JsonException e)
        {
            throw Damaged(file, e);
        }
    }

    private static RefusedException Damaged(SourceFile file, JsonException e) =>
        new(Problem.At(e.LineNumber is { } line ? $"{file.Name}:{line + 1}" : file.Name, "json.damaged"), e);

    private static string WithoutNaN(string text)
    {
        var plain = new StringBuilder(text.Length);
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var rest = text.AsSpan(i);
            var word = quoted ? 0
                : rest.StartsWith("NaN", StringComparison.Ordinal) ? 3
                : rest.StartsWith("Infinity", StringComparison.Ordinal) ? 8
                : rest.StartsWith("-Infinity", StringComparison.Ordinal) ? 9
                : 0;
            if (word > 0)
            {
                plain.Append("null");
                i += word - 1;
                continue;
            }

            if (quoted && text[i] == '\\' && i + 1 < text.Length)
            {
                plain.Append(text[i++]);
            }
            else if (text[i] == '"')
            {
                quoted = !quoted;
            }

            plain.Append(text[i]);
        }

        return plain.ToString();
    }
}
