using System.Text.Json;
using System.Text.Json.Serialization;

namespace MiaVoices.Core.Changes;

/// <summary>The stored form of changes. Generated at build: starting a command needs no reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Change))]
internal sealed partial class ChangeJsonContext : JsonSerializerContext;

/// <summary>Writes changes for the journal and reads them back.</summary>
public static class ChangeJson
{
    private static readonly ChangeJsonContext Context = new(new JsonSerializerOptions(ChangeJsonContext.Default.Options)
    {
        // Swedish letters stay readable in the file; nothing here goes into HTML.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The change as JSON with its stored name in <c>change</c>.</summary>
    public static string Write(Change change) => JsonSerializer.Serialize(change, Context.Change);

    /// <summary>The change that the JSON holds.</summary>
    /// <exception cref="JsonException">It is not a change that this version knows.</exception>
    public static Change Read(string json) =>
        JsonSerializer.Deserialize(json, Context.Change) ?? throw new JsonException("null is no change");

    /// <summary>The stored name of a change (<c>coding.add</c>).</summary>
    public static string NameOf(Change change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Names[change.GetType()];
    }

    /// <summary>All stored names.</summary>
    public static IReadOnlyCollection<string> AllNames => Names.Values;

    private static readonly Dictionary<Type, string> Names = Attribute
        .GetCustomAttributes(typeof(Change), typeof(JsonDerivedTypeAttribute))
        .Cast<JsonDerivedTypeAttribute>()
        .ToDictionary(a => a.DerivedType, a => (string)a.TypeDiscriminator!);
}
