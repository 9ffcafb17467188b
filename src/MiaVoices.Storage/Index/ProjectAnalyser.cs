using System.Globalization;
using MiaVoices.Core.Language;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage.Index;

/// <summary>
/// The analyser of one project: the general one, with the project's own words as a further source of compound parts. The
/// words are those of a moment, kept with the index that was built by them, and are taken anew when an import has doubled
/// the vocabulary: the cost of indexing again is then never more than that of the import.
/// </summary>
/// <param name="general">Analyses until the project has words of its own.</param>
/// <param name="withWords">Makes an analyser that also knows a project's words; null if they are not to be used.</param>
/// <param name="english">Analyses what is in English, for the version only; null if nothing is.</param>
internal sealed class ProjectAnalyser(ITextAnalyser general, Func<ICompoundLexicon, ITextAnalyser>? withWords, ITextAnalyser? english) : ITextAnalyser
{
    /// <summary>Fewer different forms tell nothing of how words are built.</summary>
    private const int FewestForms = 2_000;

    private volatile ITextAnalyser? _withWords;
    private string _words = "";

    private ITextAnalyser Current => _withWords ?? general;

    /// <inheritdoc/>
    public string Version => english is null ? Current.Version : Current.Version + "+" + english.Version;

    /// <inheritdoc/>
    public void Analyse(ReadOnlySpan<char> text, List<Token> tokens) => Current.Analyse(text, tokens);

    /// <inheritdoc/>
    public AnalysedWord Word(ReadOnlySpan<char> form) => Current.Word(form);

    /// <summary>Takes over the words that the project holds now, which another program may have renewed, or which a transaction that was rolled back had renewed.</summary>
    internal void Refresh(SqliteConnection db)
    {
        if (withWords is null)
        {
            return;
        }

        var version = db.Text("SELECT value FROM project WHERE key = 'wordsVersion'") ?? "";
        if (version != _words)
        {
            _withWords = version.Length == 0
                ? null
                : withWords(new LateLexicon(version, db.Text("SELECT value FROM project WHERE key = 'words'") ?? ""));
            _words = version;
        }
    }

    /// <summary>
    /// Takes the project's words anew if those that are to come double them, within the caller's transaction.
    /// </summary>
    /// <returns>True if they differ from before: what is indexed already must be indexed again.</returns>
    internal bool Grow(SqliteConnection db, IEnumerable<string> texts, CancellationToken cancellation)
    {
        if (withWords is null)
        {
            return false;
        }

        var counts = WordForms.Count(texts, cancellation);

        // Their greatest id: counting them would cost more the larger the project is, at each import.
        var known = db.Scalar("SELECT coalesce(max(id), 0) FROM segment_index_form") ?? 0;
        var then = long.Parse(db.Text("SELECT value FROM project WHERE key = 'wordsOf'") ?? "0", CultureInfo.InvariantCulture);
        if (known + counts.Count < Math.Max(FewestForms, 2 * then))
        {
            return false;
        }

        foreach (var row in db.Rows("SELECT form, segments FROM segment_index_form"))
        {
            var form = row.GetString(0);
            counts[form] = counts.GetValueOrDefault(form) + row.GetInt32(1);
        }

        if (counts.Count < Math.Max(FewestForms, 2 * then))
        {
            return false;
        }

        var words = new ProjectCompoundLexicon(counts.Select(c => (c.Key, c.Value)));
        Set(db, "wordsOf", counts.Count.ToString(CultureInfo.InvariantCulture));
        Set(db, "wordsVersion", words.Version);
        Set(db, "words", string.Join('\n', words.Forms));
        var before = Version;
        Refresh(db);
        return Version != before;
    }

    private static void Set(SqliteConnection db, string key, string value) =>
        db.Execute("INSERT OR REPLACE INTO project (key, value) VALUES ($key, $value)", ("$key", key), ("$value", value));

    /// <summary>Reads the words when the first one is asked for: most commands never split a word.</summary>
    private sealed class LateLexicon(string version, string words) : ICompoundLexicon
    {
        private readonly Lazy<ProjectCompoundLexicon> _lexicon = new(() => new ProjectCompoundLexicon(
            words.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(form => (form, int.MaxValue))));

        public string Version => version;

        public bool IsWhole(ReadOnlySpan<char> form) => _lexicon.Value.IsWhole(form);

        public bool IsHead(ReadOnlySpan<char> form) => _lexicon.Value.IsHead(form);

        public bool TryFirst(ReadOnlySpan<char> form, out string stem) => _lexicon.Value.TryFirst(form, out stem);
    }
}
