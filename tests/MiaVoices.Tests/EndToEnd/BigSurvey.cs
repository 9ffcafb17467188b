using System.Text;

namespace MiaVoices.Tests.EndToEnd;

/// <summary>A survey of many rows, the same for the same seed.</summary>
internal static class BigSurvey
{
    private static readonly string[] Beginnings = ["jag hade velat ha", "det fanns alldeles för lite", "vi fick äntligen", "man saknar", "hon gav mig", "det som hjälpte var"];
    private static readonly string[] Things = ["mer tid", "kontakt med handläggaren", "myndighetskontakter som fungerar", "någon som lyssnar", "ett lugnare tempo", "tydlig information om planen", "stöd hela vägen", "samma person varje vecka"];
    private static readonly string[] Ends = ["och det märktes", "fast inte i början", "när allt var som värst", "men sen tog pengarna slut", "så nu vågar jag", "och det sa jag också"];

    public static string Csv(int rows, int seed)
    {
        var chance = new Random(seed);
        var text = new StringBuilder("SvarsID;Grupp;Vad hade du behövt?\n");
        for (var row = 1; row <= rows; row++)
        {
            text.Append(row).Append(';').Append(row % 3 == 0 ? "medarbetare" : "deltagare").Append(';')
                .Append(Pick(Beginnings, chance)).Append(' ').Append(Pick(Things, chance)).Append(' ').Append(Pick(Ends, chance)).Append(", svar ").Append(chance.Next(10_000)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A profile that leaves nothing to be guessed.</summary>
    public static string Profile(string name) =>
        $$"""
        {"kind":"survey","name":"{{name}}","respondentId":"SvarsID","wave":{"value":"2025"},
         "columns":[{"header":"SvarsID","role":"id"},{"header":"Grupp","role":"attribute","name":"grupp"},{"header":"Vad hade du behövt?","role":"freetext","id":"T1"}]}
        """;

    private static string Pick(string[] words, Random chance) => words[chance.Next(words.Length)];
}
