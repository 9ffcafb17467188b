namespace MiaVoices.Core.Language;

/// <summary>
/// Our own list of simple Swedish words that begin and end compounds, read from the embedded lists when first asked for. Thread-safe.
/// </summary>
public sealed class SwedishCompoundLexicon : ICompoundLexicon
{
    private static readonly string[] Lists =
        ["compound-nouns.txt", "compound-verbs.txt", "compound-adjectives.txt", "compound-firsts.txt", "compound-whole.txt"];

    private readonly Lazy<Words> words = new(() => new Words());
    private readonly Lazy<string> version = new(() => EmbeddedWords.Hash(Lists));

    /// <summary>A hash of the embedded lists.</summary>
    public string Version => version.Value;

    /// <inheritdoc />
    public bool IsWhole(ReadOnlySpan<char> form)
    {
        var stem = form[..SwedishStemmer.StemLength(form)];
        return words.Value.WholeStems.Contains(stem);
    }

    /// <inheritdoc />
    public bool IsHead(ReadOnlySpan<char> form)
    {
        var stem = form[..SwedishStemmer.StemLength(form)];
        return words.Value.Heads.TryGetValue(stem, out var shortest) && form.Length >= shortest;
    }

    /// <inheritdoc />
    public bool TryFirst(ReadOnlySpan<char> form, out string stem)
    {
        if (words.Value.Firsts.TryGetValue(form, out var found))
        {
            stem = found;
            return true;
        }

        stem = "";
        return false;
    }

    /// <summary>The lists in the form in which they are asked.</summary>
    private sealed class Words
    {
        private readonly Dictionary<string, int> heads = new(12_000, StringComparer.Ordinal);
        private readonly HashSet<string> whole = new(12_000, StringComparer.Ordinal);
        private readonly Dictionary<string, string> firsts = new(24_000, StringComparer.Ordinal);

        public Words()
        {
            foreach (var word in EmbeddedWords.Read(Lists[0]))
            {
                AddNoun(word);
            }

            foreach (var word in EmbeddedWords.Read(Lists[1]))
            {
                AddVerb(word);
            }

            foreach (var word in EmbeddedWords.Read(Lists[2]))
            {
                var stem = AddHead(word);
                firsts.TryAdd(word, stem);
            }

            foreach (var entry in EmbeddedWords.Read(Lists[3]))
            {
                var sign = entry.IndexOf('=', StringComparison.Ordinal);
                var form = sign < 0 ? entry : entry[..sign];
                firsts[form] = SwedishStemmer.Stem(sign < 0 ? entry : entry[(sign + 1)..]);
            }

            foreach (var word in EmbeddedWords.Read(Lists[4]))
            {
                whole.Add(SwedishStemmer.Stem(word));
            }

            Heads = heads.GetAlternateLookup<ReadOnlySpan<char>>();
            WholeStems = whole.GetAlternateLookup<ReadOnlySpan<char>>();
            Firsts = firsts.GetAlternateLookup<ReadOnlySpan<char>>();
        }

        /// <summary>Stems of heads with the length of the shortest word that has the stem: "nom" is not an inflected "nomad".</summary>
        public Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Heads { get; }

        public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> WholeStems { get; }

        public Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Firsts { get; }

        private string AddHead(string word)
        {
            var stem = AddWhole(word);
            heads[stem] = Math.Min(word.Length, heads.GetValueOrDefault(stem, int.MaxValue));
            return stem;
        }

        private string AddWhole(string word)
        {
            var stem = SwedishStemmer.Stem(word);
            whole.Add(stem);
            return stem;
        }

        private void AddNoun(string entry)
        {
            var slash = entry.IndexOf('/', StringComparison.Ordinal);
            var isFirstOnly = entry[^1] is '-';
            var word = slash >= 0 ? entry[..slash] : isFirstOnly ? entry[..^1] : entry;
            var stem = isFirstOnly ? AddWhole(word) : AddHead(word);
            AddLinked(word, stem, "");
            if (slash >= 0 && entry[^1] is 'a' or 'e')
            {
                firsts.TryAdd(word + entry[(slash + 1)..], stem);
            }

            if (word[^1] is 'a')
            {
                AddLinked(word[..^1], stem, "", "o", "e");
            }
            else if (word.EndsWith("are", StringComparison.Ordinal))
            {
                AddLinked(word[..^1], stem, "");
            }
            else if (word[^1] is 'e')
            {
                AddLinked(word, stem, "s");
                AddLinked(word[..^1], stem, "", "s");
            }
            else
            {
                AddLinked(word, stem, "s");
            }

            if (!isFirstOnly)
            {
                AddInflected(word, stem);
            }
        }

        private void AddVerb(string word)
        {
            var root = word[^1] is 'a' && word.Length > 3 ? word[..^1] : word;
            var stem = AddHead(word);
            if (root.Length > 3)
            {
                heads[stem] = Math.Min(heads[stem], root.Length);
            }

            AddLinked(root, stem, "");
            foreach (var ending in (ReadOnlySpan<string>)["ning", "ing"])
            {
                var noun = root + ending;
                firsts.TryAdd(noun + "s", AddHead(noun));
            }

            firsts.TryAdd(root + "ar", AddHead(root + "are"));
            AddHead(root + "ande");
            AddHead(root + "ad");
        }

        private void AddLinked(string root, string stem, params ReadOnlySpan<string> links)
        {
            foreach (var link in links)
            {
                if (root.Length + link.Length > 2)
                {
                    firsts.TryAdd(root + link, stem);
                }
            }
        }

        /// <summary>
        /// Inflected forms whose stem is another than that of the word: villkor, villkoren; samhälle, samhället; summa, summan; regel, regler; fönster, fönstret; program,
        /// programmet.
        /// </summary>
        private void AddInflected(string word, string stem)
        {
            if (word[^1] is 'a' or 'e')
            {
                AddHead(word + (word[^1] is 'a' ? "n" : "t"));
                return;
            }

            // Where the stem is the word itself, all endings but -et are taken away to the same stem.
            if (stem.Length < word.Length)
            {
                AddForms(word);
            }
            else
            {
                AddHead(word + "et");
            }

            if (word.Length > 4 && word[^2] is 'e' && word[^1] is 'l' or 'r' or 'n')
            {
                AddForms(word[..^2] + word[^1]);
            }

            if (word.Length > 2 && word[^1] is 'm' or 'n' && word[^2] != word[^1])
            {
                AddForms(word + word[^1]);
            }
        }

        private void AddForms(string root)
        {
            foreach (var ending in (ReadOnlySpan<string>)["en", "et", "ar", "er", "arna", "a"])
            {
                AddHead(root + ending);
            }
        }
    }
}
