using MiaVoices.Core.Sources;
using FsCheck;
using FsCheck.Fluent;
using MiaVoices.Core;
using MiaVoices.Core.Language;
using MiaVoices.Core.Search;
using MiaVoices.Storage.Index;
using MiaVoices.Tests.Core.Search;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Storage.Index;

/// <summary>The index, <see cref="MatchFinder"/> and a scan by the definition must give the same answer to every query.</summary>
public sealed class SearchAgreementTests
{
    private static readonly string[] Vocabulary =
    [
        "kontakt", "Kontakter", "kontakten", "myndighetskontakt", "kontaktperson", "person", "personkontakter", "barn", "barnbarn", "inte", "och",
        "under", "gick", "gå", "o\u0308l", "öl", "café", "cafe", "😀", "C", "e", "post", "東京", "man", "män", "\uFFFD", "a",
        "händer", "hand", "hands", "posting", "post", "barnet",
    ];

    private static readonly string[] Wildcards =
    [
        "*kontakt*", "*kontakter", "k*t", "m?n", "?o?t", "*a*n*", "p*er*", "*arn", "CA?É", "*É", "k?*", "zz*q", "*\uD83D\uDE00", "?a*",
    ];

    private static readonly string[] Regexes = ["kon.*", ".*(barn|kontakt)", "m[aä]n", "[a-c]", "g(å|ick)", "K.+T(EN)?", "x+", ".", "(a|e)?", "post|.*and"];
    private static readonly string[] Misspelt = ["konakt", "kontkat", "persn", "post", "pots", "mna", "gcik", "kontaktperzon", "under", "brn", "a", "handd", "kon-takt"];

    private static readonly Gen<string> Word = Gen.Elements(Vocabulary);

    private static readonly Gen<TermQuery> Term = Gen.Elements(Vocabulary).Zip(
        Gen.Elements(TermMode.Inflected, TermMode.Inflected, TermMode.Whole, TermMode.Exact), static (form, mode) => new TermQuery(form, mode));

    private static readonly Gen<TermQuery> Prefix = Word.Zip(Gen.Choose(1, 5), static (form, length) =>
        new TermQuery(form[..Math.Min(form.Length, length)], TermMode.Prefix));

    private static readonly Gen<TermQuery> Pattern = Gen.OneOf(
        Gen.Elements(Wildcards).Select(static w => new TermQuery(w, TermMode.Wildcard)),
        Gen.Elements(Regexes).Select(static r => new TermQuery(r, TermMode.Regex)),
        Gen.Elements(Misspelt).Zip(Gen.Elements<int?>(null, 1, 2), static (w, e) => new TermQuery(w, TermMode.Fuzzy) { Edits = e }));

    private static readonly Gen<QueryNode> Phrase = Gen.Frequency((3, Term), (1, Pattern)).ListOf(2).Zip(Gen.OneOf(Prefix, Term, Pattern), static (terms, last) =>
        (QueryNode)new PhraseQuery([.. terms.Take(1 + (last.Form.Length % 2)), last]));

    private static readonly Gen<QueryNode> Leaf = Gen.OneOf(Term.Select(Node), Prefix.Select(Node), Pattern.Select(Node), Phrase);

    private static readonly Gen<QueryNode> Near = Gen
        .OneOf(Leaf, Leaf, Leaf.ListOf(3).Select(static l => (QueryNode)new OrQuery([.. l])))
        .ListOf(3)
        .Zip(Gen.Choose(0, 12), static (parts, n) => (QueryNode)new NearQuery([.. parts.Take(n % 4 == 0 ? 3 : 2)], n / 2));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void All_agree_on_random_trees(bool withEnglish)
    {
        var texts = Gen.Elements(Vocabulary).Zip(Gen.Elements(" ", " ", "-", ", ", ". "), static (w, s) => w + s).ListOf().Select(string.Concat).ListOf(40);
        foreach (var segments in texts.Sample(12, 8))
        {
            using var corpus = new Corpus(segments, withEnglish);
            var trees = Gen.Sized(size => Tree(Math.Min(size, 12))).ToArbitrary();
            Prop.ForAll(trees, tree => corpus.Agrees(tree)).Holds(60);
        }
    }

    [Fact]
    public void All_agree_on_random_query_texts()
    {
        string[] segments = [.. Vocabulary, "inte kontakt och person", "person-kontakt", "e-post under öl", "C# a", ""];
        using var corpus = new Corpus(segments, withEnglish: false);
        var pieces = Gen.OneOf(
            Word,
            Gen.Elements(Wildcards),
            Gen.Elements(
                " ", " ", " ", "\"", "(", ")", "-", "!", "=", "*", " AND ", " OR ", " NOT ", " NÄRA/2 ", " NEAR ", "~", "~1", "/", "ungefär:", "?", "#", "'", "\0", "\uD83D"));
        var texts = pieces.ListOf().Select(string.Concat).ToArbitrary();
        Prop.ForAll(texts, text => CheckText(corpus, text)).Holds(1000);
    }

    private static void CheckText(Corpus corpus, string text)
    {
        var parsed = QueryParser.Parse(text, []);
        if (parsed.Root is not { } root)
        {
            return;
        }

        // The scan knows whole words only; free text cuts them anywhere.
        corpus.Agrees(root, scanned: false);
        Assert.NotEmpty(QueryReading.InWords(root, "sv", corpus.Project.Analyser, corpus.Search.Vocabulary));
        string?[] rewritten =
        [
            SpellingSuggestion.For(parsed, corpus.Project.Analyser, corpus.Search.Vocabulary, []),
            BroaderQuery.For(parsed, corpus.Project.Analyser, attributes: []),
        ];
        Assert.All(rewritten.OfType<string>(), r => Assert.NotNull(QueryParser.Parse(r, []).Root));
    }

    private static QueryNode Node(TermQuery term) => term;

    private sealed class Corpus : IDisposable
    {
        private readonly EnglishTableAnalyser? _english;
        private readonly List<(string Text, TextLanguage Language, List<Token> Tokens)> _segments = [];
        private readonly NaiveScan _scan;

        internal Corpus(IReadOnlyList<string> segments, bool withEnglish)
        {
            _english = withEnglish ? new EnglishTableAnalyser() : null;
            Project = new IndexProject(english: _english);
            Search = new SegmentSearch(Project.Connection, Project.Analyser, _english);
            _scan = new NaiveScan(Project.Analyser, _english);
            var source = Project.Source("a.txt");
            var englishSource = Project.Source("b.txt");
            Project.Execute("UPDATE source SET language = 'en' WHERE id = $id", ("$id", englishSource));
            using var transaction = Project.Connection.BeginTransaction();
            for (var i = 0; i < segments.Count; i++)
            {
                var language = withEnglish && i % 3 == 0 ? TextLanguage.English : TextLanguage.Swedish;
                Project.Segment(language == TextLanguage.English ? englishSource : source, segments[i], language: language);
                var tokens = new List<Token>();
                (language == TextLanguage.English ? _english! : Project.Analyser).Analyse(segments[i], tokens);
                _segments.Add((segments[i], language, tokens));
            }

            transaction.Commit();
        }

        internal IndexProject Project { get; }

        internal SegmentSearch Search { get; }

        public void Dispose() => Project.Dispose();

        internal void Agrees(QueryNode tree, bool scanned = true)
        {
            if (IndexQuery.Of(tree, Project.Analyser, _english, Search.Vocabulary) is not { } asked)
            {
                Assert.True(!scanned || _scan.Holds(tree, []) is null);
                Assert.Throws<RefusedException>(() => Search.Find(new SearchRequest(tree)));
                return;
            }

            // With the forms looked up, and form by form.
            var finder = new MatchFinder(asked, Project.Analyser, _english);
            var slow = new MatchFinder(IndexQuery.Of(tree, Project.Analyser, _english)!, Project.Analyser, _english);
            var expected = Keys(s => scanned ? _scan.Holds(tree, s.Tokens) == true : slow.Find(s.Tokens) is not null);
            var ranked = new SearchRequest(tree) { Limit = 0, Order = SearchOrder.Relevance };
            Same("finder", Keys(s => finder.Find(s.Text, language: s.Language) is not null));
            Same("finder without vocabulary", Keys(s => slow.Find(s.Tokens) is not null));
            Same("index", Search.Find(new SearchRequest(tree) { Limit = 0 }).Hits.Select(h => h.Segment));
            Same("relevance", Search.Find(ranked).Hits.Select(h => h.Segment).Order());
            Assert.Equal(expected.Count, Search.Find(new SearchRequest(tree) { Limit = 1 }).Total);

            void Same(string which, IEnumerable<long> found)
            {
                List<long> all = [.. found];
                var other = expected.Except(all).Concat(all.Except(expected)).Order().Select(k => $"{k} \u201D{_segments[(int)k - 1].Text}\u201D").FirstOrDefault();
                Assert.True(expected.SequenceEqual(all), $"{which}: {QueryText.Of(tree)} in {other}");
            }
        }

        private List<long> Keys(Func<(string Text, TextLanguage Language, List<Token> Tokens), bool> holds) =>
            [.. Enumerable.Range(0, _segments.Count).Where(i => holds(_segments[i])).Select(i => i + 1L)];
    }

    private static Gen<QueryNode> Tree(int size)
    {
        var leaf = Gen.OneOf(Leaf, Near);
        if (size < 2)
        {
            return leaf;
        }

        var pair = Tree(size / 2).ListOf(2);
        return Gen.OneOf(
            leaf,
            pair.Select(static p => (QueryNode)new AndQuery([.. p])),
            pair.Select(static p => (QueryNode)new OrQuery([.. p])),
            pair.Select(static p => (QueryNode)new AndQuery([p[0], new NotQuery(p[1])])),
            Tree(size / 2).Select(static t => (QueryNode)new NotQuery(t)));
    }
}
