using System.Globalization;

namespace MiaVoices.Tests.Core.Figures.Claims;

/// <summary>Texts about surveys whose every figure is right, in many wordings, made from tables at random.</summary>
internal static class CorrectTexts
{
    private static readonly string[] Groups = ["deltagare", "medarbetare", "personer", "handläggare", "respondenter"];
    private static readonly string[] Verbs = ["är nöjda", "upplever att stödet hjälper", "anser att de fått vara med och bestämma", "tycker att mötena är bra", "känner sig närmare arbete"];
    private static readonly string[] Points = ["instämmer helt", "instämmer delvis", "varken eller", "instämmer inte", "vet inte"];

    public static string Of(Random random)
    {
        var population = random.Next(20, 400);
        var reached = random.Next(population / 2, population + 1);
        var answered = random.Next(Math.Max(6, reached / 5), reached + 1);
        var group = Pick(random, Groups);
        var parts = new List<string> { $"# Rapport\n\n{Opening(random, population, reached, answered, group)}" };
        for (var i = random.Next(2, 7); i > 0; i--)
        {
            parts.Add(random.Next(8) switch
            {
                0 => Shares(random, answered),
                1 => Women(random, population, group),
                2 => Change(random),
                3 => Word(random, answered, group),
                4 => Goal(random, answered),
                5 => Table(random, answered),
                6 => Subgroup(random, answered),
                _ => Sentence(random, answered, group),
            });
        }

        return string.Join("\n\n", parts);
    }

    private static string Opening(Random random, int population, int reached, int answered, string group)
    {
        var (ofReached, ofAll) = (Percent(answered, reached, 1), Percent(answered, population, 1));
        return random.Next(5) switch
        {
            0 => $"Enkäten skickades till {reached} av {population} {group} och {answered} svarade. Det är en svarsfrekvens på {ofReached} av dem som nåddes och {ofAll} av alla.",
            1 => $"Av {population} {group} fanns adress till {reached}, och av dem svarade {answered} (svarsfrekvens {ofReached}, {ofAll} av alla {population}).",
            2 => $"Enkäten fick {answered} svar av {reached} utskickade enkäter (svarsfrekvens ≈ {Percent(answered, reached, 0)}).",
            3 => $"Underlaget är {answered} svarande (n = {answered}).",
            _ => $"Sammanlagt {answered} {group} har svarat på enkäten. Svarsfrekvensen var {Percent(answered, reached, 0)} av {reached} tillfrågade.",
        };
    }

    private static string Sentence(Random random, int answered, string group)
    {
        var k = random.Next(answered + 1);
        var valid = random.Next(Math.Max(5, answered - 5), answered + 1);
        var (p, verb) = (Percent(k, answered, random.Next(2)), Pick(random, Verbs));
        var own = random.Next(valid + 1);
        return random.Next(9) switch
        {
            0 => $"{k} av {answered} ({p}) {verb}.",
            1 => $"Av de {answered} som svarade {verb} {k} {group} ({p}).",
            2 => $"{p} av de {answered} {group} som svarade {verb}.",
            3 => $"Av {answered} svarande är det {p} som {verb}.",
            4 => $"På frågan svarade {valid} {group}, och av dem {verb} {Percent(own, valid, 0)}.",
            5 => $"{own} av {valid} {verb}, vilket är {Percent(own, valid, 1)}.",
            6 => $"{Percent(own, valid, 0)} (n = {valid}) {verb}.",
            7 => $"Andelen som {verb} är {Percent(own, valid, 0)} ({own} av {valid}).",
            _ => $"{k} {group} {verb}, alltså {p} av de {answered} svarande.",
        };
    }

    private static string Shares(Random random, int answered)
    {
        var counts = new int[random.Next(3, 6)];
        var valid = random.Next(Math.Max(5, answered - 4), answered + 1);
        for (var i = 0; i < valid; i++)
        {
            counts[random.Next(counts.Length)]++;
        }

        var intro = random.Next(3) switch
        {
            0 => $"Frågan fick {valid} svar. Så fördelar de sig:",
            1 => $"På frågan svarade {valid} personer:",
            _ => $"Svaren på frågan (n = {valid}):",
        };
        var decimals = random.Next(2);
        return intro + "\n\n" + string.Join('\n', counts.Select((c, i) => $"{Pick(random, "-", "•", "*")} {Percent(c, valid, decimals)} {Points[i]}"));
    }

    private static string Women(Random random, int population, string group)
    {
        var women = random.Next(population + 1);
        var other = random.Next(Math.Min(5, population - women + 1));
        var men = population - women - other;
        return other == 0
            ? $"Projektet har {population} {group}, {Pick(random, "varav", "därav", "fördelat på")} {women} kvinnor och {men} män."
            : $"I projektet finns {population} {group}. Av dessa är {women} kvinnor och {men} män; för {other} saknas uppgift.";
    }

    private static string Change(Random random)
    {
        var (from, to) = (random.Next(20, 90), random.Next(20, 90));
        return random.Next(3) switch
        {
            0 => $"Antalet deltagare gick från {from} till {to}, en förändring med {Math.Abs(to - from)} personer.",
            1 => $"Andelen nöjda var {from} procent av 200 svarande 2021 och {to} procent av 200 svarande 2022, en skillnad på {Math.Abs(to - from)} procentenheter.",
            _ => $"Inflödet ändrades med {Math.Abs(to - from)} deltagare, från {from} till {to}.",
        };
    }

    private static string Word(Random random, int answered, string group)
    {
        var k = random.Next(answered + 1);
        var share = 100.0 * k / answered;
        var word = share switch { 100 => "Samtliga", >= 90 => "Nästan alla", > 62 => "De flesta", > 51 => "Drygt hälften", >= 40 and < 49.5 => "Knappt hälften", >= 31 and <= 35 => "Var tredje", _ => "En del" };
        return $"{word} {Pick(random, "", group + " ")}({k} av {answered}) {Pick(random, Verbs)}.".Replace("  ", " ", StringComparison.Ordinal);
    }

    private static string Goal(Random random, int answered)
    {
        var (target, k) = (random.Next(3, 9) * 10, random.Next(answered + 1));
        var met = 100 * k >= target * answered;
        return random.Next(2) == 0
            ? $"Målet är att {target} procent ska känna ökad makt. Utfallet blev {k} av {answered} ({Percent(k, answered, 1)}), så målet är {(met ? "nått" : "inte nått")}."
            : $"Målet {target} procent {(met ? "nåddes" : "nåddes inte")}: utfallet är {Percent(k, answered, 1)} ({k} av {answered}).";
    }

    private static string Table(Random random, int answered)
    {
        var other = random.Next(20, 90);
        var rows = Enumerable.Range(0, 3).Select(i => (Name: Points[i], A: random.Next(answered + 1), B: random.Next(other + 1))).ToList();
        return $"Tabellen visar antal personer.\n\n| Tema | deltagare ({answered}) | medarbetare ({other}) |\n|---|---:|---:|\n"
            + string.Join('\n', rows.Select(r => $"| {r.Name} | {r.A} ({Percent(r.A, answered, 0)}) | {(r.B is > 0 and < 5 ? ".." : $"{r.B} ({Percent(r.B, other, 0)})")} |"));
    }

    private static string Subgroup(Random random, int answered)
    {
        var women = random.Next(1, answered + 1);
        var k = random.Next(women + 1);
        return $"Av de {answered} som svarade är {women} kvinnor. {Percent(k, women, 0)} av kvinnorna {Pick(random, Verbs)}.";
    }

    private static string Percent(int k, int n, int decimals) =>
        Math.Round(100m * k / n, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('.', ',') + (n % 2 == 0 ? " %" : "\u00A0%");

    private static string Pick(Random random, params string[] words) => words[random.Next(words.Length)];
}
