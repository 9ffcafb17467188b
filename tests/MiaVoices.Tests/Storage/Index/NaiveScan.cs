using MiaVoices.Core.Sources;
using System.Text.RegularExpressions;
using MiaVoices.Core.Language;
using MiaVoices.Core.Search;

namespace MiaVoices.Tests.Storage.Index;

/// <summary>The query language by its definition, word by word over analysed tokens, with none of the code under test.</summary>
internal sealed class NaiveScan(ITextAnalyser swedish, ITextAnalyser? english)
{
    private readonly Dictionary<string, Regex> _regexes = [];
    private readonly Dictionary<TermQuery, List<Func<AnalysedWord, bool>>> _tests = new(ReferenceEqualityComparer.Instance);

    /// <summary>True, false, or null for a query that asks for nothing.</summary>
    internal bool? Holds(QueryNode node, List<Token> text) => node switch
    {
        AndQuery and => All(and.Parts.Select(p => Holds(p, text)), static (a, b) => a && b),
        OrQuery or => All(or.Parts.Select(p => Holds(p, text)), static (a, b) => a || b),
        NotQuery not => !Holds(not.Inner, text),
        NearQuery near => Near(near, text),
        _ => Places(node, text) is { } places ? places.Count > 0 : null,
    };

    private static bool? All(IEnumerable<bool?> parts, Func<bool, bool, bool> join) =>
        parts.Aggregate((bool?)null, (sum, part) => sum is { } s && part is { } p ? join(s, p) : sum ?? part);

    /// <summary>Where a word, phrase or OR of them stands: first word and number of words; null if it asks for nothing.</summary>
    private List<(int Start, int Length)>? Places(QueryNode node, List<Token> text)
    {
        if (node is OrQuery or)
        {
            var asked = or.Parts.Select(p => Places(p, text)).Where(p => p is not null).ToList();
            return asked.Count == 0 ? null : [.. asked.SelectMany(p => p!)];
        }

        var terms = node is PhraseQuery phrase ? phrase.Terms : [(TermQuery)node];
        var tests = terms.SelectMany(Known).ToList();
        return tests.Count == 0
            ? null
            : [.. Enumerable.Range(0, Math.Max(0, text.Count - tests.Count + 1)).Where(s => Enumerable.Range(0, tests.Count).All(i => tests[i](text[s + i].Word))).Select(s => (s, tests.Count))];
    }

    private bool? Near(NearQuery near, List<Token> text)
    {
        var parts = near.Parts.Select(p => Places(p, text)).Where(p => p is not null).ToList();
        if (parts.Count == 0)
        {
            return null;
        }

        // Every choice of one place for each part.
        IEnumerable<(int Start, int Length)[]> choices = [[]];
        foreach (var part in parts)
        {
            choices = choices.SelectMany(_ => part!, static (c, p) => ((int, int)[])[.. c, p]);
        }

        return choices.Any(c => c.Length == 1 || c.All(p => c.Max(q => q.Start) - (p.Start + p.Length) <= near.Distance));
    }

    private List<Func<AnalysedWord, bool>> Known(TermQuery term)
    {
        if (!_tests.TryGetValue(term, out var known))
        {
            _tests.Add(term, known = [.. Tests(term)]);
        }

        return known;
    }

    private Regex Fitting(string pattern)
    {
        if (!_regexes.TryGetValue(pattern, out var regex))
        {
            _regexes.Add(pattern, regex = new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));
        }

        return regex;
    }

    private IEnumerable<Func<AnalysedWord, bool>> Tests(TermQuery term)
    {
        if (term.Mode == TermMode.Regex)
        {
            var regex = Fitting("^(?:" + term.Form + ")$");
            yield return w => regex.IsMatch(w.Exact);
            yield break;
        }

        if (term.Mode == TermMode.Wildcard)
        {
            var folded = string.Concat(term.Form.Split('*').Select(p => "*" + string.Join('?', p.Split('?').Select(q => swedish.Word(q).Exact))))[1..];
            var glob = Fitting("^" + Regex.Escape(folded).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$");
            yield return w => glob.IsMatch(w.Exact);
            yield break;
        }

        var tokens = new List<Token>();
        swedish.Analyse(string.Concat(term.Form.EnumerateRunes()), tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            var asked = tokens[i].Word;
            var other = english?.Word(asked.Exact);
            var mode = term.Mode == TermMode.Prefix && i < tokens.Count - 1 ? TermMode.Inflected : term.Mode;
            yield return w => mode switch
            {
                TermMode.Exact => w.Exact == asked.Exact,
                TermMode.Prefix => w.Exact.StartsWith(asked.Exact, StringComparison.Ordinal),
                TermMode.Fuzzy => Distance(asked.Exact, w.Exact) <= Edits(asked.Exact.Length, term.Edits),
                _ when w.Language == TextLanguage.English => w.Stem == other?.Stem,
                _ when asked.IsFunctionWord || w.IsFunctionWord => asked.IsFunctionWord && w.IsFunctionWord && w.Exact == asked.Exact,
                TermMode.Whole => Stems(w).Intersect(Stems(asked)).Any(),
                _ => Stems(w).Concat(w.Parts.Select(p => p.Stem)).Intersect(Stems(asked)).Any(),
            };
        }
    }

    private static IEnumerable<string> Stems(AnalysedWord word) => [word.Stem, .. word.FurtherStems];

    private static int Edits(int length, int? asked) =>
        asked is { } edits ? Math.Min(edits, length <= 2 ? 0 : length == 3 ? 1 : 2) : length <= 2 ? 0 : length <= 5 ? 1 : 2;

    /// <summary>Optimal string alignment, straight from its recurrence.</summary>
    private static int Distance(string a, string b)
    {
        var known = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                known[i, j] = i == 0 || j == 0
                    ? i + j
                    : new[]
                    {
                        known[i - 1, j] + 1,
                        known[i, j - 1] + 1,
                        known[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1),
                        i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] ? known[i - 2, j - 2] + 1 : int.MaxValue,
                    }.Min();
            }
        }

        return known[a.Length, b.Length];
    }
}
