namespace MiaVoices.Core.Reports;

/// <summary>What a person sees to in the quotes before they are published. The words are stored.</summary>
public static class ReviewPoints
{
    private static readonly (string Point, string Text)[] Points =
    [
        ("names", "Inga namn, personnummer, telefonnummer eller adresser finns kvar"),
        ("indirect", "Arbetsplatser, orter, datum och annat som kan peka ut någon är borttaget eller utbytt mot något allmänt"),
        ("others", "Andra personer som nämns kan inte kännas igen"),
        ("health", "Diagnoser och andra uppgifter om hälsa är med bara där de behövs"),
        ("unique", "Ingen berättelse är så ovanlig att den pekar ut den som berättar"),
        ("consent", "De vars berättelser visas har sagt ja till det"),
        ("meaning", "Det som är utelämnat eller förtydligat ändrar inte vad personen menade"),
    ];

    /// <summary>The points, by their words, in order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Points.Select(p => p.Point)];

    /// <summary>A point in Swedish; the word itself where it is none of ours.</summary>
    public static string Text(string point) => Points.FirstOrDefault(p => p.Point == point).Text ?? point;
}
