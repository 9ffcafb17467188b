using System.Globalization;
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
    /// <param name="vocabulary">Knows how many forms a pattern stands for; null to leave that out.</param>
    public static string InWords(QueryNode query, string language, ITextAnalyser analyser, IVocabulary? vocabulary = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(analyser);
        return new Teller(language == "en" ? ReadingWords.English : ReadingWords.Swedish, analyser, vocabulary).Tell(query, inside: false);
    }

    private sealed class Teller(ReadingWords words, ITextAnalyser analyser, IVocabulary? vocabulary)
    {
        internal string Tell(QueryNode node, bool inside)
        {
            var text = node switch
            {
                TermQuery term => Term(term),
                PhraseQuery phrase => Phrase(phrase.Terms),
                NearQuery near => Near(near),
                FilterQuery filter => Filled(words.Fields[filter.Field], filter.Value, filter.Name),
                NotQuery not => words.AllBut + " " + Tell(not.Inner, inside: true),
                AndQuery and => All(and.Parts),
                OrQuery or => Enumerated([.. or.Parts.Select(p => Tell(p, inside: true))], words.Or),
                _ => throw new ArgumentException("Unknown kind of query: " + node.GetType().Name, nameof(node)),
            };
            return inside && node is AndQuery or OrQuery or NearQuery ? "(" + text + ")" : text;
        }

        private string Term(TermQuery term)
        {
            if (term.Mode is TermMode.Wildcard or TermMode.Regex or TermMode.Fuzzy && Pattern(term) is { } told)
            {
                return told;
            }

            var form = term.Mode switch
            {
                TermMode.Exact or TermMode.Fuzzy => words.Exact,
                TermMode.Prefix => words.Prefix,
                _ when analyser.Word(term.Form).IsFunctionWord => words.Plain,
                TermMode.Whole => words.Whole,
                _ => words.Inflected,
            };
            return Filled(form, term.Form);
        }

        /// <summary>A pattern with what is known of it; null for a word that is none, as it is too short to be spelt otherwise.</summary>
        private string? Pattern(TermQuery term)
        {
            var patterns = SlotReader.Pieces(term, analyser).Select(static p => p.Pattern).OfType<FormPattern>().ToList();
            if (patterns.Count == 0)
            {
                return null;
            }

            var notes = new List<string>();
            if (patterns is [FuzzyPattern fuzzy])
            {
                notes.Add(Filled(words.Edits, Number(fuzzy.Edits)));
            }

            if (vocabulary is not null && patterns.Count == 1)
            {
                var (forms, total) = (vocabulary.Expand(patterns[0]).Forms.Count, vocabulary.Expand(patterns[0]).Total);
                notes.Add(total > forms ? Filled(words.FormsCut, Number(forms), Number(total))
                    : total == 1 ? words.FormsOne
                    : Filled(words.Forms, Number(total)));
            }

            var told = term.Mode switch
            {
                TermMode.Regex => Filled(words.Regex, "/" + term.Form + "/"),
                TermMode.Fuzzy => Filled(words.Fuzzy, term.Form),
                _ => Filled(words.Wildcard, term.Form),
            };
            return notes.Count == 0 ? told : told + " (" + string.Join(", ", notes) + ")";
        }

        private string Phrase(IReadOnlyList<TermQuery> terms)
        {
            var text = string.Join(' ', terms.Select(Written));
            return Filled(terms.All(t => t.Mode == TermMode.Exact) ? words.Phrase : words.PhraseInflected, text);
        }

        private static string Written(TermQuery term) => term.Mode switch
        {
            TermMode.Prefix => term.Form + "*",
            TermMode.Regex => "/" + term.Form + "/",
            TermMode.Fuzzy => term.Form + "~" + (term.Edits is { } edits ? Number(edits) : ""),
            _ => term.Form,
        };

        private string Near(NearQuery near)
        {
            var parts = Enumerated([.. near.Parts.Select(p => Tell(p, inside: true))], words.And);
            return near.Distance switch
            {
                0 => Filled(words.NearNone, parts),
                1 => Filled(words.NearOne, parts),
                _ => Filled(words.Near, parts, Number(near.Distance)),
            };
        }

        private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

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
