using System.Text.Json;

namespace MiaVoices.Tests.App.Contract;

/// <summary>What the contract says of a JSON value, written as JSON whose fields have no values: <c>{"hits":[{…segment,"kind":"turn|answer"}]}</c>.</summary>
internal sealed class ContractShape
{
    private readonly List<(string Name, ContractShape Shape)> _fields = [];
    private ContractShape? _element;
    private string[] _words = [];
    private JsonValueKind? _kind;

    /// <summary>Reads a shape.</summary>
    /// <param name="text">The shape.</param>
    /// <param name="named">Shapes that it may name.</param>
    public static ContractShape Read(string text, IReadOnlyDictionary<string, ContractShape> named)
    {
        var at = 0;
        return Value(text, ref at, named);
    }

    /// <summary>What a value lacks or has otherwise; extra fields are none, and what may not be told is null.</summary>
    public IEnumerable<string> Faults(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return _kind == JsonValueKind.Array ? [$"{path} is null instead of a list"] : [];
        }

        if (_kind is { } kind ? value.ValueKind != kind : value.ValueKind is JsonValueKind.Object)
        {
            return [$"{path} is {value.ValueKind} instead of {_kind?.ToString() ?? "a value"}"];
        }

        if (_words.Length > 0)
        {
            return _words.Contains(value.GetString()) ? [] : [$"{path} is {value}"];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => _fields.SelectMany(f => value.TryGetProperty(f.Name, out var found) ? f.Shape.Faults(found, $"{path}.{f.Name}") : [$"{path}.{f.Name} is missing"]),
            JsonValueKind.Array when _element is not null => value.EnumerateArray().SelectMany(e => _element.Faults(e, path + "[]")),
            _ => [],
        };
    }

    /// <summary>Lists of objects, at any depth, that are empty in all of the values, so that nothing is known of their fields.</summary>
    public IEnumerable<string> Unseen(IReadOnlyList<JsonElement> values, string path)
    {
        if (_kind == JsonValueKind.Array)
        {
            var elements = values.Where(v => v.ValueKind == JsonValueKind.Array).SelectMany(v => v.EnumerateArray()).ToList();
            return _element?._kind is null ? [] : elements.Count == 0 ? [path] : _element.Unseen(elements, path + "[]");
        }

        return _fields.SelectMany(f => f.Shape.Unseen([.. values.Where(v => v.ValueKind == JsonValueKind.Object && v.TryGetProperty(f.Name, out _)).Select(v => v.GetProperty(f.Name))], $"{path}.{f.Name}"));
    }

    private static ContractShape Value(string text, ref int at, IReadOnlyDictionary<string, ContractShape> named)
    {
        switch (text[at])
        {
            case '{':
                return Object(text, ref at, named);
            case '[':
                return List(text, ref at, named);
            case '"':
                var words = Quoted(text, ref at);
                return new ContractShape { _words = words.Contains('|', StringComparison.Ordinal) ? words.Split('|') : [] };
            default:
                var word = Word(text, ref at);
                return named.GetValueOrDefault(word) ?? new ContractShape();
        }
    }

    private static ContractShape Object(string text, ref int at, IReadOnlyDictionary<string, ContractShape> named)
    {
        var shape = new ContractShape { _kind = JsonValueKind.Object };
        for (at++; text[at] != '}';)
        {
            if (text[at] == '"')
            {
                var name = Quoted(text, ref at);
                var of = new ContractShape();
                if (text[at] == ':')
                {
                    at++;
                    of = Value(text, ref at, named);
                }

                shape._fields.Add((name, of));
            }
            else if (char.IsLetter(text[at]))
            {
                shape._fields.AddRange(named[Word(text, ref at)]._fields);
            }
            else
            {
                at++;
            }
        }

        at++;
        return shape;
    }

    private static ContractShape List(string text, ref int at, IReadOnlyDictionary<string, ContractShape> named)
    {
        var shape = new ContractShape { _kind = JsonValueKind.Array };
        for (at++; text[at] != ']';)
        {
            if (text[at] is '{' or '[' or '"' || char.IsLetter(text[at]))
            {
                shape._element = Value(text, ref at, named);
            }
            else
            {
                at++;
            }
        }

        at++;
        return shape;
    }

    private static string Quoted(string text, ref int at)
    {
        var end = text.IndexOf('"', at + 1);
        var quoted = text[(at + 1)..end];
        at = end + 1;
        return quoted;
    }

    private static string Word(string text, ref int at)
    {
        var start = at;
        while (char.IsLetter(text[at]))
        {
            at++;
        }

        return text[start..at];
    }
}
