using System.Text;

namespace MiaVoices.Core.Language;

/// <summary>
/// What compounds need of a Hunspell <c>.aff</c> file: the flags that say where a word may stand in a compound, and the suffixes.
/// Flags are single characters, as the Swedish dictionaries have them.
/// </summary>
internal sealed class HunspellAffixes
{
    private const int MostRules = 100_000;

    private static readonly List<HunspellSuffix> None = [];

    private readonly Dictionary<char, List<HunspellSuffix>> suffixes = [];
    private readonly Dictionary<char, List<HunspellSuffix>> links = [];

    private HunspellAffixes(Encoding encoding) => Encoding = encoding;

    /// <summary>The encoding of both files.</summary>
    public Encoding Encoding { get; }

    /// <summary>Flags of words that may stand before the last part.</summary>
    public string First { get; private set; } = "";

    /// <summary>Flags of words that may end a compound.</summary>
    public string Last { get; private set; } = "";

    /// <summary>Flag of what is no word by itself.</summary>
    public string OnlyInCompound { get; private set; } = "";

    /// <summary>Flag of wrong words that are listed to be refused.</summary>
    public string Forbidden { get; private set; } = "";

    /// <summary>Flag of roots that need an ending.</summary>
    public string NeedsAffix { get; private set; } = "";

    /// <summary>Reads the file.</summary>
    /// <exception cref="RefusedException">It is no affix file, is written in another way than supported, or knows no compounds.</exception>
    public static HunspellAffixes Read(byte[] content, string name)
    {
        var affixes = new HunspellAffixes(EncodingOf(content, name));
        var number = 0;
        var rules = 0;
        foreach (var line in Lines(affixes.Encoding, content, name))
        {
            number++;
            var fields = line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length < 2 || fields[0][0] is '#')
            {
                continue;
            }

            if (fields[0] is "SFX" && fields.Length >= 5)
            {
                if (++rules > MostRules)
                {
                    throw new RefusedException(Problem.At($"{name}:{number}", "dictionary.toobig"));
                }

                affixes.AddSuffix(fields, $"{name}:{number}");
            }
            else
            {
                affixes.AddFlag(fields[0], fields[1], $"{name}:{number}");
            }
        }

        return affixes.First.Length > 0 && affixes.Last.Length > 0
            ? affixes
            : throw new RefusedException(Problem.At(name, "dictionary.nocompounds"));
    }

    /// <summary>The suffixes of a flag; none for flags of another kind.</summary>
    /// <param name="flag">The flag of a word.</param>
    /// <param name="isLink">True for those that make first parts, false for inflections.</param>
    public List<HunspellSuffix> Suffixes(char flag, bool isLink) => (isLink ? links : suffixes).GetValueOrDefault(flag, None);

    /// <summary>The lines of a file of the pair.</summary>
    /// <exception cref="RefusedException">The bytes are not in the encoding.</exception>
    public static IEnumerable<string> Lines(Encoding encoding, byte[] content, string name)
    {
        using var reader = new StreamReader(new MemoryStream(content), encoding);
        while (true)
        {
            string? line;
            try
            {
                line = reader.ReadLine();
            }
            catch (DecoderFallbackException e)
            {
                throw new RefusedException(Problem.At(name, "dictionary.encoding", encoding.WebName), e);
            }

            if (line is null)
            {
                yield break;
            }

            yield return line;
        }
    }

    private static Encoding EncodingOf(byte[] content, string name)
    {
        foreach (var line in Encoding.Latin1.GetString(content).Split('\n'))
        {
            if (line.StartsWith("SET ", StringComparison.Ordinal) || line.StartsWith("\u00EF\u00BB\u00BFSET ", StringComparison.Ordinal))
            {
                var set = line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim();
                return set.ToUpperInvariant() switch
                {
                    "UTF-8" => new UTF8Encoding(false, throwOnInvalidBytes: true),
                    "ISO8859-1" or "ISO-8859-1" => Encoding.Latin1,
                    _ => throw new RefusedException(Problem.At(name, "dictionary.encoding", set)),
                };
            }
        }

        throw new RefusedException(Problem.At(name, "dictionary.malformed"));
    }

    private void AddFlag(string key, string value, string place)
    {
        switch (key)
        {
            case "COMPOUNDBEGIN" or "COMPOUNDMIDDLE":
                First += value[0];
                break;
            case "COMPOUNDEND":
                Last += value[0];
                break;
            case "COMPOUNDFLAG":
                First += value[0];
                Last += value[0];
                break;
            case "ONLYINCOMPOUND":
                OnlyInCompound = value[..1];
                break;
            case "FORBIDDENWORD":
                Forbidden = value[..1];
                break;
            case "NEEDAFFIX" or "PSEUDOROOT":
                NeedsAffix = value[..1];
                break;
            case "FLAG" when value is not "UTF-8":
                throw new RefusedException(Problem.At(place, "dictionary.flags", value));
        }
    }

    private void AddSuffix(string[] fields, string place)
    {
        if (fields[1].Length != 1)
        {
            throw new RefusedException(Problem.At(place, "dictionary.flags", fields[1]));
        }

        var slash = fields[3].IndexOf('/', StringComparison.Ordinal);
        var add = slash < 0 ? fields[3] : fields[3][..slash];
        if (!HunspellSuffix.TryCondition(fields[4], out var condition))
        {
            throw new RefusedException(Problem.At(place, "dictionary.malformed"));
        }

        var isLink = slash >= 0 && fields[3].AsSpan(slash + 1).IndexOfAny(First) >= 0;
        var kind = isLink ? links : suffixes;
        if (!kind.TryGetValue(fields[1][0], out var list))
        {
            kind[fields[1][0]] = list = [];
        }

        list.Add(new HunspellSuffix(fields[2] is "0" ? "" : fields[2], add is "0" ? "" : add, condition));
    }
}
