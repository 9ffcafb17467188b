using MiaVoices.Core.Language;

namespace MiaVoices.Core.Figures;

/// <summary>
/// The order in which groups are shown: those of the field first, as reports have them, then the rest by the Swedish
/// alphabet, and persons without a group last. Thread-safe.
/// </summary>
public sealed class GroupOrder : IComparer<string>
{
    /// <summary>The only order there is.</summary>
    public static readonly GroupOrder Instance = new();

    private static readonly string[] Field = ["deltagare", "medarbetare", "remittent", "styrgrupp"];

    private GroupOrder()
    {
    }

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var (a, b) = (x ?? "", y ?? "");
        var order = Place(a).CompareTo(Place(b));
        return order != 0 ? order : SwedishOrder.Instance.Compare(a, b);
    }

    private static int Place(string group)
    {
        if (group.Length == 0)
        {
            return Field.Length + 1;
        }

        var place = Array.FindIndex(Field, f => string.Equals(f, group, StringComparison.OrdinalIgnoreCase));
        return place < 0 ? Field.Length : place;
    }
}
