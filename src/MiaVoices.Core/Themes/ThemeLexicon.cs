using MiaVoices.Core.Language;

namespace MiaVoices.Core.Themes;

/// <summary>A content word in a text.</summary>
/// <param name="Stem">Number of its stem.</param>
/// <param name="Start">First UTF-16 code unit in the text.</param>
/// <param name="Length">Length in UTF-16 code units.</param>
internal readonly record struct ContentWord(int Stem, int Start, int Length);

/// <summary>
/// The content words of some texts: function words, numbers, single letters, sounds between words, bare answers and what a transcriber has put in
/// (<see cref="TranscriptionMarks"/>) are left out. Stems are numbered in the order first met. Not thread-safe while texts are being read.
/// </summary>
internal sealed class ThemeLexicon(ITextAnalyser analyser)
{
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly List<AnalysedWord> _byNumber = [];
    private readonly List<Token> _tokens = [];
    private readonly Dictionary<string, (ContentWord[] Content, int Words)> _read = new(StringComparer.Ordinal);

    /// <summary>Number of stems met.</summary>
    public int Count => _stems.Count;

    /// <summary>The stem with a number.</summary>
    public string Stem(int number) => _byNumber[number].Stem;

    /// <summary>The stems that a compound is made of; empty for other words.</summary>
    public IEnumerable<string> Parts(int number) => _byNumber[number].Parts.Select(part => part.Stem);

    /// <summary>The content words of a text in order, and how many words it has of any kind. A text is read once, since many codes may stand on the same words.</summary>
    public (ContentWord[] Content, int Words) Read(string text) => _read.TryGetValue(text, out var known) ? known : _read[text] = Analysed(text);

    /// <summary>The stems of the content words of a text in order.</summary>
    public int[] Stems(string text) => Array.ConvertAll(Read(text).Content, word => word.Stem);

    private (ContentWord[] Content, int Words) Analysed(string text)
    {
        _tokens.Clear();
        analyser.Analyse(TranscriptionMarks.Blank(text), _tokens);
        var words = new List<ContentWord>();
        foreach (var token in _tokens)
        {
            if (token.Word.IsFunctionWord || token.Length < 2 || !char.IsLetter(text[token.Start]) || TranscriptionMarks.IsHesitation(token.Word.Exact) || TranscriptionMarks.IsBareAnswer(token.Word.Exact, token.Start == _tokens[0].Start))
            {
                continue;
            }

            if (!_stems.TryGetValue(token.Word.Stem, out var stem))
            {
                stem = _stems.Count;
                _stems.Add(token.Word.Stem, stem);
                _byNumber.Add(token.Word);
            }

            words.Add(new ContentWord(stem, token.Start, token.Length));
        }

        return ([.. words], _tokens.Count);
    }
}

/// <summary>How often each stem stands in a set of texts, by how many, and how it is mostly written.</summary>
internal sealed class StemCounts
{
    private readonly Dictionary<int, Entry> _entries = [];

    public StemCounts(IEnumerable<ThemeText> texts, ThemeLexicon lexicon)
    {
        foreach (var text in texts.OrderBy(text => text.Key))
        {
            foreach (var word in lexicon.Read(text.Text).Content)
            {
                if (!_entries.TryGetValue(word.Stem, out var entry))
                {
                    _entries.Add(word.Stem, entry = new Entry());
                }

                entry.Count++;
                entry.Respondents.Add(text.Respondent);
                var form = text.Text.Substring(word.Start, word.Length).ToLowerInvariant();
                entry.Forms[form] = entry.Forms.GetValueOrDefault(form) + 1;
                Total++;
            }
        }
    }

    /// <summary>Number of content words.</summary>
    public int Total { get; private set; }

    /// <summary>The stems met, ascending.</summary>
    public IEnumerable<int> Stems => _entries.Keys.Order();

    /// <summary>How often a stem stands.</summary>
    public int Count(int stem) => _entries.TryGetValue(stem, out var entry) ? entry.Count : 0;

    /// <summary>How many respondents use it.</summary>
    public int Respondents(int stem) => _entries.TryGetValue(stem, out var entry) ? entry.Respondents.Count : 0;

    /// <summary>Its most frequent form, in lower case; of equally frequent ones the first by code units.</summary>
    public string Form(int stem) => _entries[stem].Forms.OrderByDescending(form => form.Value).ThenBy(form => form.Key, StringComparer.Ordinal).First().Key;

    private sealed class Entry
    {
        public int Count { get; set; }

        public HashSet<string> Respondents { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, int> Forms { get; } = new(StringComparer.Ordinal);
    }
}
