using System.Globalization;

namespace MiaVoices.Core.Language;

/// <summary>The forms of a dictionary that begin or end compounds, packed. Immutable.</summary>
internal sealed class HunspellWords
{
    private const int ShortestPart = 3;
    private const int LongestForm = 64;

    private readonly ulong[] heads;
    private readonly ulong[] firsts;
    private readonly byte[] firstLinks;
    private readonly List<HunspellLink> links;

    private HunspellWords(Reading reading)
    {
        heads = Sorted(reading.Heads);
        links = reading.Links;
        firsts = [.. reading.Firsts.Keys];
        Array.Sort(firsts);
        firstLinks = new byte[firsts.Length];
        for (var i = 0; i < firsts.Length; i++)
        {
            firstLinks[i] = reading.Firsts[firsts[i]];
        }
    }

    /// <summary>Reads a dictionary.</summary>
    /// <exception cref="RefusedException">A file is malformed or says nothing of compounds.</exception>
    public static HunspellWords Read(byte[] affixes, byte[] words, string name)
    {
        var rules = HunspellAffixes.Read(affixes, Path.ChangeExtension(name, ".aff"));
        var reading = new Reading(rules);
        var isCounted = false;
        foreach (var line in HunspellAffixes.Lines(rules.Encoding, words, name))
        {
            if (isCounted)
            {
                reading.Add(line);
            }
            else if (int.TryParse(line.Trim('\uFEFF', ' ', '\t'), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                isCounted = true;
            }
            else
            {
                break;
            }
        }

        if (!isCounted || reading.Heads.Count == 0)
        {
            throw new RefusedException(Problem.At(name, "dictionary.malformed"));
        }

        reading.FindBases();
        return new HunspellWords(reading);
    }

    public bool IsHead(ReadOnlySpan<char> form) => form.Length >= ShortestPart && Has(heads, form);

    public bool TryFirst(ReadOnlySpan<char> form, out string stem)
    {
        var place = form.Length < ShortestPart ? -1 : Array.BinarySearch(firsts, Hash(form));
        stem = place < 0 ? "" : SwedishStemmer.Stem(links[firstLinks[place]].Base(form));
        return place >= 0;
    }

    private static bool Has(ulong[] set, ReadOnlySpan<char> form) => Array.BinarySearch(set, Hash(form)) >= 0;

    private static ulong Hash(ReadOnlySpan<char> form) => ContentHash.Add(ContentHash.Empty, form);

    private static ulong[] Sorted(List<ulong> hashes)
    {
        hashes.Sort();
        var distinct = new List<ulong>(hashes.Count);
        foreach (var hash in hashes)
        {
            if (distinct.Count == 0 || distinct[^1] != hash)
            {
                distinct.Add(hash);
            }
        }

        return [.. distinct];
    }

    /// <summary>How the word is made again from a first part: <c>arbets</c> loses one letter and takes an e.</summary>
    private readonly record struct HunspellLink(int Strip, string Add)
    {
        public string Base(ReadOnlySpan<char> form) => string.Concat(form[..Math.Max(0, form.Length - Strip)], Add);
    }

    /// <summary>What is gathered while the lines are read.</summary>
    private sealed class Reading(HunspellAffixes rules)
    {
        // Tried in order for first parts that the dictionary lists without their word.
        private static readonly HunspellLink[] Usual =
            [new(0, ""), new(0, "a"), new(0, "e"), new(1, ""), new(1, "e"), new(1, "a"), new(2, ""), new(2, "e"), new(2, "a")];

        private readonly HashSet<ulong> words = new(200_000);
        private readonly List<(ulong Hash, string Form)> bare = [];

        public List<ulong> Heads { get; } = new(600_000);

        public Dictionary<ulong, byte> Firsts { get; } = new(50_000);

        public List<HunspellLink> Links { get; } = [.. Usual];

        public void Add(string line)
        {
            var end = line.AsSpan().IndexOfAny('\t', ' ');
            var entry = end < 0 ? line : line[..end];
            var slash = entry.IndexOf('/', StringComparison.Ordinal);
            var flags = slash < 0 ? "" : entry[(slash + 1)..];
            var word = slash < 0 ? entry : entry[..slash];
            if (word.Length is < ShortestPart - 1 or > LongestForm || !IsLetters(word) || Any(flags, rules.Forbidden))
            {
                return;
            }

            word = WordFolding.Fold(word, out _);
            var isHead = Any(flags, rules.Last);
            if (!Any(flags, rules.NeedsAffix))
            {
                AddBase(word, flags, isHead);
            }

            // Forms share their beginnings with the word, and so do their hashes.
            Span<ulong> beginnings = stackalloc ulong[word.Length + 1];
            beginnings[0] = ContentHash.Empty;
            for (var i = 0; i < word.Length; i++)
            {
                beginnings[i + 1] = ContentHash.Add(beginnings[i], word.AsSpan(i, 1));
            }

            foreach (var flag in flags)
            {
                AddLinked(word, flag, beginnings);
                if (isHead)
                {
                    AddInflected(word, flag, beginnings);
                }
            }
        }

        /// <summary>Finds the words of first parts that are listed by themselves ("läro": lära), by the usual links.</summary>
        public void FindBases()
        {
            foreach (var (hash, form) in bare)
            {
                for (byte i = 1; i < Usual.Length; i++)
                {
                    if (form.Length - Usual[i].Strip >= ShortestPart && words.Contains(Hash(Usual[i].Base(form))) && IsLinked(form, Usual[i]))
                    {
                        Firsts[hash] = i;
                        break;
                    }
                }
            }
        }

        /// <summary>Only letters that link are taken away.</summary>
        private static bool IsLinked(string form, HunspellLink link) => link.Strip switch
        {
            0 => true,
            1 => form[^1] is 's' || (form[^1] is 'o' or 'u' or 'e' && link.Add.Length > 0),
            _ => form.EndsWith("es", StringComparison.Ordinal),
        };

        private void AddBase(string word, string flags, bool isHead)
        {
            var hash = Hash(word);
            var isPart = Any(flags, rules.OnlyInCompound);
            if (!isPart)
            {
                words.Add(hash);
            }

            if (isHead)
            {
                Heads.Add(hash);
            }

            if (Any(flags, rules.First))
            {
                Firsts[hash] = 0;
                if (isPart)
                {
                    bare.Add((hash, word));
                }
            }
        }

        private void AddLinked(string word, char flag, ReadOnlySpan<ulong> beginnings)
        {
            foreach (var suffix in rules.Suffixes(flag, isLink: true))
            {
                if (suffix.Fits(word))
                {
                    Firsts.TryAdd(HashOf(word, suffix, beginnings), Link(new HunspellLink(suffix.Add.Length, suffix.Strip)));
                }
            }
        }

        private void AddInflected(string word, char flag, ReadOnlySpan<ulong> beginnings)
        {
            foreach (var suffix in rules.Suffixes(flag, isLink: false))
            {
                if (suffix.Fits(word))
                {
                    Heads.Add(HashOf(word, suffix, beginnings));
                }
            }
        }

        private static ulong HashOf(string word, HunspellSuffix suffix, ReadOnlySpan<ulong> beginnings) =>
            ContentHash.Add(beginnings[word.Length - suffix.Strip.Length], suffix.Add.AsSpan());

        private byte Link(HunspellLink link)
        {
            var place = Links.IndexOf(link);
            if (place < 0 && Links.Count <= byte.MaxValue)
            {
                place = Links.Count;
                Links.Add(link);
            }

            return (byte)Math.Max(0, place);
        }

        private static bool Any(string flags, string wanted) => wanted.Length > 0 && flags.AsSpan().IndexOfAny(wanted) >= 0;

        private static bool IsLetters(string word)
        {
            foreach (var letter in word)
            {
                if (!char.IsLetter(letter))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
