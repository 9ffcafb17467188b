using MiaVoices.Core.Language;

namespace MiaVoices.Core.Search;

/// <summary>Tells a query in plain words, so that a person sees what was understood.</summary>
public static class QueryReading
{
    /// <summary>
    /// The query in words, such as "ordet *kontakt* (alla böjningar, även i sammansättningar) och frasen ”ta emot”"; without
    /// the "Tolkat som" before. The query's own words stand as they were written.
    /// </summary>
    /// <param name="query">The query.</param>
    /// <param name="language">"sv" or "en"; anything else is taken for Swedish.</param>
    /// <param name="analyser">Knows function words, which are found in their own form only.</param>
    public static string InWords(QueryNode query, string language, ITextAnalyser analyser)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(analyser);
        return new Teller(language == "en" ? ReadingWords.English : ReadingWords.Swedish, analyser).Tell(query, inside: false);
    }

    private sealed class Teller(ReadingWords words, ITextAnalyser analyser)
    {
        internal string Tell(QueryNode node, bool inside)
        {
            var text = node switch
            {
                TermQuery term => Term(term),
                PhraseQuery phrase => Phrase(phrase.Terms),
                FilterQuery filter => Filled(words.Fields[filter.Field], filter.Value, filter.Name),
                NotQuery not => words.AllBut + " " + Tell(not.Inner, inside: true),
                AndQuery and => All(and.Parts),
                OrQuery or => Enumerated([.. or.Parts.Select(p => Tell(p, inside: true))], words.Or),
                _ => throw new ArgumentException("Unknown kind of query: " + node.GetType().Name, nameof(node)),
            };
            return inside && node is AndQuery or OrQuery ? "(" + text + ")" : text;
        }

        private string Term(TermQuery term)
        {
            var form = term.Mode switch
            {
                TermMode.Exact => words.Exact,
                TermMode.Prefix => words.Prefix,
                _ when analyser.Word(term.Form).IsFunctionWord => words.Plain,
                TermMode.Whole => words.Whole,
                _ => words.Inflected,
            };
            return Filled(form, term.Form);
        }

        private string Phrase(IReadOnlyList<TermQuery> terms)
        {
            var text = string.Join(' ', terms.Select(t => t.Mode == TermMode.Prefix ? t.Form + "*" : t.Form));
            return Filled(terms.All(t => t.Mode == TermMode.Exact) ? words.Phrase : words.PhraseInflected, text);
        }

        private string All(IReadOnlyList<QueryNode> parts)
        {
            var wanted = parts.Where(p => p is not NotQuery).Select(p => Tell(p, inside: true)).ToList();
            var unwanted = parts.OfType<NotQuery>().Select(p => Tell(p.Inner, inside: true)).ToList();
            var not = Enumerated(unwanted, words.Or);
            return wanted.Count == 0 ? words.AllBut + " " + not
                : unwanted.Count == 0 ? Enumerated(wanted, words.And)
                : Enumerated(wanted, words.And) + " " + words.ButNot + " " + not;
        }

        private static string Enumerated(List<string> parts, string conjunction) => parts.Count switch
        {
            0 => "",
            1 => parts[0],
            _ => string.Join(", ", parts.Take(parts.Count - 1)) + " " + conjunction + " " + parts[^1],
        };

        // In one pass: what a person wrote may look like a placeholder.
        private static string Filled(string form, string own, string name = "") =>
            string.Join(own, form.Split("{0}").Select(piece => piece.Replace("{1}", name, StringComparison.Ordinal)));
    }
}
