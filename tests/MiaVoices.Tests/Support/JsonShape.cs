using System.Text.Json;
using Xunit;

namespace MiaVoices.Tests.Support;

/// <summary>Holds JSON to the fields of the command contract.</summary>
public static class JsonShape
{
    /// <summary>
    /// Checks that an object has fields of given types: <c>name:s</c> text, <c>n</c> number, <c>b</c> true or false, <c>a</c> list,
    /// <c>o</c> object, with <c>?</c> where null is allowed. More fields are allowed.
    /// </summary>
    public static JsonElement Has(this JsonElement element, string fields)
    {
        foreach (var field in fields.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, type) = (field[..field.IndexOf(':', StringComparison.Ordinal)], field[(field.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            Assert.True(element.TryGetProperty(name, out var value), $"no {name} in {element}");
            var fits = (value.ValueKind, type[0]) switch
            {
                (JsonValueKind.Null, _) => type.EndsWith('?'),
                (JsonValueKind.String, 's') => true,
                (JsonValueKind.Number, 'n') => true,
                (JsonValueKind.True or JsonValueKind.False, 'b') => true,
                (JsonValueKind.Array, 'a') => true,
                (JsonValueKind.Object, 'o') => true,
                _ => false,
            };
            Assert.True(fits, $"{name} should be {type} but is {value}");
        }

        return element;
    }

    /// <summary>A list that is not empty, each of whose objects has the fields.</summary>
    public static IReadOnlyList<JsonElement> Each(this JsonElement element, string list, string fields)
    {
        var all = element.Has(list + ":a").GetProperty(list).EnumerateArray().ToList();
        Assert.True(all.Count > 0, list + " is empty");
        all.ForEach(e => e.Has(fields));
        return all;
    }

    public static string Text(this JsonElement element, string field) => element.GetProperty(field).GetString()!;

    public static int Count(this JsonElement element, string field) => element.GetProperty(field).GetInt32();

    public static IReadOnlyList<JsonElement> List(this JsonElement element, string field) => [.. element.GetProperty(field).EnumerateArray()];
}
