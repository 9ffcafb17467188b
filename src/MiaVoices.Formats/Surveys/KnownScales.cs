namespace MiaVoices.Formats.Surveys;

/// <summary>A scale in common use: points lowest first, and the first that counts as positive.</summary>
internal sealed record KnownScale(string[] Points, string PositiveFrom);

/// <summary>Scales of Swedish (and some English) questionnaires; used only to propose.</summary>
internal static class KnownScales
{
    /// <summary>Points that are no answer.</summary>
    public static readonly IReadOnlySet<string> Missing = new HashSet<string>(StringComparer.Ordinal)
    {
        "vet ej", "vet inte", "ingen åsikt", "ingen uppfattning", "kan ej svara", "kan inte svara", "ej aktuellt", "inte aktuellt", "ej relevant", "ej svar",
        "vill inte svara", "vill ej svara", "vill inte uppge", "vill inte ange", "don't know", "n/a", "not applicable",
    };

    private static readonly KnownScale[] Scales =
    [
        new(["aldrig", "nästan aldrig", "mycket sällan", "sällan", "ibland", "ofta", "mycket ofta", "oftast", "för det mesta", "nästan alltid", "alltid"], "ofta"),
        new(["nej", "nej, inte alls", "nej, knappast", "tveksamt", "delvis", "ja, delvis", "till viss del", "ja, till viss del", "kanske", "ja", "ja, helt", "ja, absolut"], "ja"),
        new(["tar helt avstånd", "instämmer inte alls", "instämmer inte", "instämmer i liten grad", "instämmer till liten del", "instämmer till viss del", "instämmer delvis", "varken eller", "varken/eller",
            "instämmer till stor del", "instämmer i stor utsträckning", "instämmer", "instämmer i hög grad", "instämmer helt", "instämmer helt och hållet"], "instämmer till stor del"),
        new(["stämmer inte alls", "stämmer inte", "stämmer dåligt", "stämmer ganska dåligt", "stämmer delvis", "stämmer till viss del", "varken eller", "stämmer ganska bra", "stämmer bra", "stämmer till stor del",
            "stämmer", "stämmer mycket bra", "stämmer helt", "stämmer helt och hållet", "stämmer precis"], "stämmer ganska bra"),
        new(["mycket dåligt", "mycket dålig", "dåligt", "dålig", "ganska dåligt", "ganska dålig", "varken bra eller dåligt", "varken bra eller dålig", "godtagbart", "någorlunda",
            "ganska bra", "bra", "mycket bra", "utmärkt"], "ganska bra"),
        new(["mycket missnöjd", "missnöjd", "ganska missnöjd", "varken nöjd eller missnöjd", "varken eller", "ganska nöjd", "nöjd", "mycket nöjd"], "ganska nöjd"),
        new(["inte alls", "inte", "i mycket liten grad", "i liten grad", "i låg grad", "i mycket liten utsträckning", "i liten utsträckning", "lite", "till liten del", "i någon mån", "i viss mån", "i viss grad", "i viss utsträckning",
            "till viss del", "delvis", "varken eller", "ganska mycket", "i ganska hög grad", "till stor del", "i hög grad", "i stor utsträckning", "i hög utsträckning", "mycket", "väldigt mycket", "i mycket hög grad",
            "i mycket stor utsträckning", "helt", "helt och hållet"], "ganska mycket"),
        new(["mycket sämre", "sämre", "lite sämre", "något sämre", "oförändrat", "oförändrad", "ungefär som förut", "lika", "lite bättre", "något bättre", "bättre", "mycket bättre"], "lite bättre"),
        new(["låg", "medel", "hög"], "hög"),
        new(["mycket svårt", "svårt", "ganska svårt", "varken lätt eller svårt", "ganska lätt", "lätt", "mycket lätt"], "ganska lätt"),
        new(["mycket oviktigt", "oviktigt", "ganska oviktigt", "varken eller", "ganska viktigt", "viktigt", "mycket viktigt"], "ganska viktigt"),
        new(["false", "true"], "true"),
        new(["never", "rarely", "seldom", "sometimes", "often", "usually", "always"], "often"),
        new(["no", "partly", "maybe", "yes"], "yes"),
        new(["strongly disagree", "disagree", "somewhat disagree", "neither agree nor disagree", "neutral", "somewhat agree", "agree", "strongly agree"], "somewhat agree"),
        new(["very poor", "poor", "fair", "good", "very good", "excellent"], "good"),
    ];

    /// <summary>The points that occur, in the scale's order and as first written, with the positive ones; null when no scale holds them all.</summary>
    public static (IReadOnlyList<string> Scale, IReadOnlyList<string> Positive)? Find(IReadOnlyCollection<string> points)
    {
        foreach (var scale in Scales)
        {
            var placed = points.Select(p => (Point: p, At: Array.IndexOf(scale.Points, p.ToLowerInvariant()))).ToList();
            if (placed.All(p => p.At >= 0))
            {
                var ordered = placed.OrderBy(p => p.At).ToList();
                var from = Array.IndexOf(scale.Points, scale.PositiveFrom);
                return ([.. ordered.Select(p => p.Point)], [.. ordered.Where(p => p.At >= from).Select(p => p.Point)]);
            }
        }

        return null;
    }
}
