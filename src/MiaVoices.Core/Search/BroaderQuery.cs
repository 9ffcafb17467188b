using System.Globalization;
using MiaVoices.Core.Language;

namespace MiaVoices.Core.Search;

/// <summary>"Search more broadly": the parts of a compound near each other instead of the compound.</summary>
public static class BroaderQuery
{
    /// <summary>Most words between the parts.</summary>
    public const int Distance = 8;

    /// <summary>
    /// The query with each compound replaced by its parts near each other, in all inflections: <c>myndighetskontakt</c> becomes
    /// <c>(myndighets NÄRA/8 kontakt)</c>, which finds all that the compound finds and "kontakt med en myndighet" too. Words in phrases, near
    /// others, in one form only (<c>=</c>) or under NOT stay. Null if there is nothing to broaden.
    /// </summary>
    /// <param name="query">A query that could be read.</param>
    /// <param name="analyser">Knows the parts.</param>
    /// <param name="language">"en" to write NEAR; anything else writes NÄRA.</param>
    /// <param name="attributes">Names of attributes that may be filters; null to take any name as one.</param>
    public static string? For(ParsedQuery query, ITextAnalyser analyser, string language = "sv", IReadOnlyCollection<string>? attributes = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(analyser);
        if (query.Root is not { } root)
        {
            return null;
        }

        var wanted = QueryRewriting.Wanted(root, alone: true);
        var with = string.Create(CultureInfo.InvariantCulture, $" {(language == "en" ? "NEAR" : "NÄRA")}/{Distance} ");
        var pieces = new List<(int Start, int End, string With)>();
        var tokens = new List<Token>();
        foreach (var place in query.Places)
        {
            tokens.Clear();
            analyser.Analyse(place.Term.Form, tokens);
            if (wanted.Contains(place.Term)
                && !place.IsQuoted
                && place.Term.Mode != TermMode.Exact
                && tokens is [var token]
                && Parts(token, place.Term.Form, analyser) is { } parts)
            {
                pieces.Add((place.Start, place.End, "(" + string.Join(with, parts) + ")"));
            }
        }

        return QueryRewriting.Replaced(query, pieces, attributes);
    }

    /// <summary>Words that are found where the parts are; null if the word is no compound or a part has no such word.</summary>
    private static List<string>? Parts(Token token, string form, ITextAnalyser analyser)
    {
        if (token.Word.IsFunctionWord || token.Word.Parts.Count < 2)
        {
            return null;
        }

        var words = new List<string>();
        foreach (var part in token.Word.Parts)
        {
            var start = Math.Clamp(token.Start + part.Start, 0, form.Length);
            var written = form.Substring(start, Math.Clamp(part.Length, 0, form.Length - start)).ToLowerInvariant();
            var word = Array.Find([written, written.TrimEnd('s', '-'), part.Stem], w => IsWordFor(part, w, analyser));
            if (word is null)
            {
                return null;
            }

            words.Add(word);
        }

        return words;
    }

    private static bool IsWordFor(WordPart part, string word, ITextAnalyser analyser)
    {
        var tokens = new List<Token>();
        analyser.Analyse(word, tokens);
        return tokens is [var token]
            && token.Length == word.Length
            && !token.Word.IsFunctionWord
            && string.Equals(token.Word.Stem, part.Stem, StringComparison.Ordinal);
    }
}
