using System.Collections.Frozen;

namespace MiaVoices.Core.Language;

/// <summary>
/// The words that forms belong to where the stemmer alone would not tell: strong verbs, plurals with another vowel, irregular
/// comparison (<c>irregular-forms.txt</c>), and the forms of simple words of our own lists. Read when first asked. Thread-safe.
/// </summary>
internal static class InflectionLexicon
{
    /// <summary>The list of irregular forms.</summary>
    public const string List = "irregular-forms.txt";

    private const int ShortestAfterPrefix = 3;

    private static readonly Lazy<Forms> All = new(() => new Forms());

    private static readonly string[] Prefixes =
    [
        "av", "an", "be", "bi", "bort", "del", "efter", "emot", "er", "fast", "fort", "fram", "full", "god", "jäm", "från", "före", "för", "genom", "hem", "igen", "ihop", "in", "inne", "inom",
        "isär", "kring", "kvar", "lös", "med", "miss", "mot", "ned", "ner", "ny", "om", "omkring", "på", "samman", "sam", "sönder", "till", "tillbaka",
        "upp", "under", "undan", "ur", "ut", "utan", "vid", "vidare", "åstad", "åter", "över",
    ];

    /// <summary>Finds what a folded form belongs to when it stands in the lists itself, without a prefix; null for others.</summary>
    public static Inflection? FindOwn(ReadOnlySpan<char> form) => All.Value.Find(form);

    /// <summary>Finds what a folded form belongs to by the lists; null for others.</summary>
    public static Inflection? FindListed(ReadOnlySpan<char> form)
    {
        var forms = All.Value;
        return forms.Find(form) ?? (forms.IsWhole(form) ? null : WithPrefix(forms, form));
    }

    /// <summary>Finds what a folded form belongs to by the lists or a rule; null for a form that the stemmer is left to.</summary>
    public static Inflection? Find(ReadOnlySpan<char> form)
    {
        var forms = All.Value;
        return forms.Find(form) ?? (forms.IsWhole(form) ? null : WithPrefix(forms, form) ?? ByRule(form));
    }

    /// <summary>The stem of a form, by the lexicon or the stemmer.</summary>
    public static string Stem(ReadOnlySpan<char> form) =>
        Find(form) is { } found ? found.Stem : form[..SwedishStemmer.StemLength(form)].ToString();

    private static Inflection? WithPrefix(Forms forms, ReadOnlySpan<char> form)
    {
        foreach (var prefix in Prefixes)
        {
            if (form.Length >= prefix.Length + ShortestAfterPrefix && form.StartsWith(prefix, StringComparison.Ordinal)
                && forms.FindVerb(form[prefix.Length..]) is { } found)
            {
                var lemmas = found.Lemmas.Select(lemma => prefix + lemma).ToArray();
                return Inflection.Of(form.ToString(), lemmas, found.Own, found.IsIrregular, isVerb: true);
            }
        }

        return null;
    }

    private static Inflection? ByRule(ReadOnlySpan<char> form)
    {
        var length = InflectionRules.LengthWithout(form);
        return length == form.Length ? null : Inflection.Of(form.ToString(), [form[..length].ToString()], OwnReading.None, isIrregular: false, isVerb: false);
    }

    /// <summary>The forms, with a genitive or passive -s accepted at each.</summary>
    private sealed class Forms
    {
        private readonly Dictionary<string, Inflection> forms = new(16_000, StringComparer.Ordinal);
        private readonly HashSet<string> verbForms = new(StringComparer.Ordinal);
        private readonly HashSet<string> lemmas = new(8_000, StringComparer.Ordinal);
        private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> whole;
        private readonly Dictionary<string, Inflection>.AlternateLookup<ReadOnlySpan<char>> lookup;
        private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> verbs;

        public Forms()
        {
            lookup = forms.GetAlternateLookup<ReadOnlySpan<char>>();
            verbs = verbForms.GetAlternateLookup<ReadOnlySpan<char>>();
            var nouns = SimpleWords("compound-nouns.txt").ToList();
            var adjectives = SimpleWords("compound-adjectives.txt").ToList();
            lemmas.UnionWith(EmbeddedWords.Read("compound-verbs.txt"));
            List<string> weak = [];
            List<string> wholes = [];
            foreach (var (section, line) in Sections())
            {
                switch (section)
                {
                    case "@weak":
                        weak.AddRange(Words(line));
                        break;
                    case "@regular":
                        nouns.AddRange(Words(line));
                        break;
                    case "@comparable":
                        adjectives.AddRange(Words(line));
                        break;
                    case "@whole":
                        wholes.AddRange(Words(line));
                        break;
                    default:
                        AddListed(line, section);
                        break;
                }
            }

            lemmas.UnionWith(weak);
            lemmas.UnionWith(nouns);
            lemmas.UnionWith(adjectives);
            whole = wholes.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
            weak.ForEach(word => Derive(word, InflectionForms.OfWeakVerb(word), isVerb: true));
            nouns.ForEach(word => Derive(word, InflectionForms.OfNoun(word), isVerb: false));
            adjectives.ForEach(word => Derive(word, InflectionForms.OfAdjective(word), isVerb: false));
        }

        public bool IsWhole(ReadOnlySpan<char> form) => whole.Contains(form);

        public Inflection? Find(ReadOnlySpan<char> form) => FindIn(form, onlyVerbs: false);

        public Inflection? FindVerb(ReadOnlySpan<char> form) => FindIn(form, onlyVerbs: true);

        private Inflection? FindIn(ReadOnlySpan<char> form, bool onlyVerbs)
        {
            if (lookup.TryGetValue(form, out var found) && (!onlyVerbs || verbs.Contains(form)))
            {
                return found;
            }

            return form.Length > ShortestAfterPrefix && form[^1] is 's' && lookup.TryGetValue(form[..^1], out found)
                && (!onlyVerbs || verbs.Contains(form[..^1])) && !lemmas.GetAlternateLookup<ReadOnlySpan<char>>().Contains(form)
                ? found
                : null;
        }

        private void AddListed(string line, string section)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var lemma = line[..colon];
            lemmas.Add(lemma);
            foreach (var entry in Words(line[(colon + 1)..]))
            {
                var own = entry[0] is '*' ? OwnReading.First : entry[^1] is '*' ? OwnReading.Second : OwnReading.None;
                var form = entry.Trim('*');
                Add(form, lemma, own, section == "@verbs");
                if (section == "@nouns" && form.EndsWith("er", StringComparison.Ordinal))
                {
                    Add(form + "na", lemma, OwnReading.None, isVerb: false);
                }
            }
        }

        private void Add(string form, string lemma, OwnReading own, bool isVerb)
        {
            forms[form] = forms.TryGetValue(form, out var earlier)
                ? Inflection.Of(form, [.. earlier.Lemmas.Append(lemma).Distinct()], earlier.Own is OwnReading.None ? own : earlier.Own, isIrregular: true, isVerb)
                : Inflection.Of(form, [lemma], own, isIrregular: true, isVerb);
            if (isVerb)
            {
                verbForms.Add(form);
            }
        }

        private void Derive(string lemma, IEnumerable<string> derived, bool isVerb)
        {
            var stem = SwedishStemmer.StemLength(lemma);
            foreach (var form in derived)
            {
                if (lemmas.Contains(form) || forms.ContainsKey(form) || (!isVerb && IsOfVerb(form)))
                {
                    continue;
                }

                // What the stemmer brings together anyway needs no room here.
                var length = SwedishStemmer.StemLength(form);
                if (length == stem && form.AsSpan(0, length).SequenceEqual(lemma.AsSpan(0, stem)))
                {
                    continue;
                }

                forms.Add(form, Inflection.Of(form, [lemma], OwnReading.None, isIrregular: false, isVerb));
                if (isVerb)
                {
                    verbForms.Add(form);
                }
            }
        }

        /// <summary>"handlar" and "växlar" are rather verbs than plurals.</summary>
        private bool IsOfVerb(string form) => form[^1] is 'r' or 'd' or 't' && form[^2] is 'a' && lemmas.Contains(form[..^1]);

        private static IEnumerable<(string Section, string Line)> Sections()
        {
            var section = "";
            foreach (var line in EmbeddedWords.Lines(List))
            {
                if (line[0] is '@')
                {
                    section = line;
                }
                else
                {
                    yield return (section, line);
                }
            }
        }

        private static IEnumerable<string> SimpleWords(string list) =>
            EmbeddedWords.Read(list).Where(entry => entry[^1] is not '-').Select(entry => entry.Split('/')[0]).Where(word => word.Length > 2);

        private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
