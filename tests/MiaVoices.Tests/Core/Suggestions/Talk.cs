using MiaVoices.Core.Suggestions;

namespace MiaVoices.Tests.Core.Suggestions;

/// <summary>Makes small projects in which a few themes are spoken of in words of their own, among words that mean nothing.</summary>
internal static class Talk
{
    public static readonly LearningCode Money = Code(1, "Ekonomi", "Pengar, hyra och skulder.", "pengar", "hyra");
    public static readonly LearningCode Work = Code(2, "Arbete", "Jobb, praktik och chefer.", "jobb", "praktik");
    public static readonly LearningCode Health = Code(3, "Hälsa", "Sömn, läkare och medicin.", "läkare", "sömn");
    public static readonly LearningCode[] Codes = [Money, Work, Health];

    private static readonly string[][] Words =
    [
        ["pengarna", "hyran", "skulder", "räkningar", "budget", "lånet", "inkomst"],
        ["jobbet", "praktiken", "chefen", "lönen", "kollegor", "arbetsplats", "tjänst"],
        ["läkaren", "sömnen", "medicin", "värk", "oro", "vila", "sjukhus"],
    ];

    private static readonly string[] Filler =
    [
        "jag", "och", "sedan", "kommer", "ibland", "tycker", "mycket", "lite", "kanske", "alltid", "vet", "hela", "dagen", "väl", "något", "annat", "igen", "mest",
    ];

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static LearningCode Code(int number, string name, string definition, params string[] keywords) =>
        new(Id(number), name, definition, "", keywords);

    /// <summary>Segments of respondents who each speak of all themes, and the theme of each.</summary>
    public static (LearningSegment[] Segments, int[] Themes) Project(int respondents, int each, int seed = 1)
    {
        var random = new Random(seed);
        var segments = new List<LearningSegment>();
        var themes = new List<int>();
        for (var person = 0; person < respondents; person++)
        {
            for (var turn = 0; turn < each; turn++)
            {
                var theme = random.Next(Words.Length);
                var words = Enumerable.Range(0, 9).Select(_ => Pick(Filler)).Concat([Pick(Words[theme]), Pick(Words[theme])]).ToArray();
                random.Shuffle(words);
                var key = segments.Count;
                segments.Add(new LearningSegment(key, string.Join(' ', words) + ".", $"P{person:D2}") { Id = Id(1000 + key) });
                themes.Add(theme);
            }
        }

        return ([.. segments], [.. themes]);

        string Pick(string[] from) => from[random.Next(from.Length)];
    }

    /// <summary>Segments of small talk by the same persons, in which none of the themes is spoken of.</summary>
    public static IEnumerable<LearningSegment> Small(int first, int count)
    {
        var random = new Random(7);
        return Enumerable.Range(first, count).Select(key =>
            new LearningSegment(key, string.Join(' ', Enumerable.Range(0, 9).Select(_ => Filler[random.Next(Filler.Length)])) + ".", $"P{key % 6:D2}") { Id = Id(1000 + key) });
    }

    /// <summary>A set in which the first segments are coded and reviewed.</summary>
    public static LearningSet Set(LearningSegment[] segments, int[] themes, int coded) => new(
        segments,
        Codes,
        Enumerable.Range(0, coded).Select(i => new LearningLabel(i, Codes[themes[i]].Id, LabelValue.Yes) { Coding = Id(5000 + i) }),
        Enumerable.Range(0, coded).Select(i => new LearningReview(i)));
}
