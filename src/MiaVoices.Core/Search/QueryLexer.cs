using System.Text;

namespace MiaVoices.Core.Search;

/// <summary>Cuts a query into pieces. A fault is kept, and ends the pieces.</summary>
internal sealed class QueryLexer(string text, IReadOnlyCollection<string>? attributes)
{
    private int _at;

    /// <summary>The first fault, or null.</summary>
    internal (string Key, int Position, object[] Facts)? Fault { get; private set; }

    /// <summary>The next piece.</summary>
    internal QueryToken Next()
    {
        while (_at < text.Length)
        {
            var start = _at;
            var c = text[_at];
            if (QueryMarks.IsBlank(c) || (IsMark(c) && IsLooseMark()))
            {
                _at++;
            }
            else if (c is '(' or ')')
            {
                _at++;
                return new QueryToken(c == '(' ? QueryTokenKind.Open : QueryTokenKind.Close, start, c.ToString());
            }
            else if (QueryMarks.IsMinus(c))
            {
                _at++;
                return new QueryToken(QueryTokenKind.Not, start, c.ToString());
            }
            else
            {
                return Term(start);
            }
        }

        return new QueryToken(QueryTokenKind.End, text.Length, "");
    }

    private static bool IsMark(char c) => c is '=' or '!' || QueryMarks.IsMinus(c);

    // A mark with nothing after it is punctuation: "kontakt - bra!", "a == b".
    private bool IsLooseMark()
    {
        var next = _at + 1 < text.Length ? text[_at + 1] : ' ';
        return QueryMarks.IsBlank(next) || next == ')' || (QueryMarks.IsMinus(text[_at]) ? QueryMarks.IsMinus(next) : IsMark(next));
    }

    private QueryToken Term(int start)
    {
        var mode = Mode();
        if (_at < text.Length && text[_at] == '(')
        {
            return Fail("search.mark.bracket", start, text[start.._at]);
        }

        if (QueryMarks.IsQuote(text[_at]))
        {
            return Phrase(start, mode);
        }

        var first = _at;
        while (_at < text.Length && !QueryMarks.EndsWord(text[_at]))
        {
            if (text[_at] == ':' && mode is null && QueryFields.IsName(text.AsSpan(first, _at - first)) && Filter(first) is { } filter)
            {
                return filter;
            }

            _at++;
        }

        var word = text[first.._at];
        if (mode is null && QueryMarks.Operator(word) is { } kind)
        {
            return new QueryToken(kind, start, word);
        }

        if (mode is null && QueryMarks.IsNear(word))
        {
            return Fail("search.later.near", start, word);
        }

        return Word(word, first, mode ?? TermMode.Inflected) is { } term
            ? new QueryToken(QueryTokenKind.Term, start, word, term)
            : Failed(start);
    }

    private TermMode? Mode()
    {
        TermMode? mode = text[_at] switch
        {
            '=' => TermMode.Exact,
            '!' => TermMode.Whole,
            _ => null,
        };
        _at += mode is null ? 0 : 1;
        return mode;
    }

    private QueryToken Phrase(int start, TermMode? outer)
    {
        var open = _at;
        if (Quoted() is not { } content)
        {
            return Fail("search.quote.open", open);
        }

        var terms = new List<TermQuery>();
        var end = 0;
        foreach (var (word, position) in Words(content, open + 1))
        {
            var mode = outer ?? (word[0] == '=' ? TermMode.Exact : word[0] == '!' ? TermMode.Whole : TermMode.Inflected);
            var form = outer is null && word[0] is '=' or '!' ? word[1..] : word;
            if (terms.Count > 0 && terms[^1].Mode == TermMode.Prefix)
            {
                return Fail("search.star.phrase", end);
            }

            if (form.Length > 0)
            {
                if (Starred(form, position + word.Length - form.Length, mode, inPhrase: true) is not { } term)
                {
                    return Failed(start);
                }

                terms.Add(term);
                end = position + word.Length - 1;
            }
        }

        if (terms.Count > 0 && _at < text.Length && text[_at] == '*')
        {
            _at++;
            terms[^1] = terms[^1] with { Mode = TermMode.Prefix };
        }

        if (_at < text.Length && text[_at] == '~')
        {
            return Fail("search.later.fuzzy", _at);
        }

        QueryNode node = terms.Count == 1 ? terms[0] : new PhraseQuery(terms.Count == 0 ? [new TermQuery("")] : terms);
        return new QueryToken(QueryTokenKind.Term, start, text[start.._at], node);
    }

    /// <summary>Reads to the closing quotation mark and past it; null if there is none.</summary>
    private string? Quoted()
    {
        var first = ++_at;
        while (_at < text.Length && !QueryMarks.IsQuote(text[_at]))
        {
            _at++;
        }

        return _at == text.Length ? null : text[first.._at++];
    }

    private static IEnumerable<(string Word, int Position)> Words(string content, int offset)
    {
        var start = -1;
        for (var i = 0; i <= content.Length; i++)
        {
            if (i == content.Length || QueryMarks.IsBlank(content[i]))
            {
                if (start >= 0)
                {
                    yield return (content[start..i], offset + start);
                }

                start = -1;
            }
            else if (start < 0)
            {
                start = i;
            }
        }
    }

    /// <summary>A filter whose colon stands at <see cref="_at"/>; null if the whole is a word, with nothing read.</summary>
    private QueryToken? Filter(int first)
    {
        var name = text[first.._at];
        var field = QueryFields.Find(name);
        var attribute = attributes?.FirstOrDefault(a => QueryFields.Same(name, a));
        var value = _at + 1;
        var quoted = value < text.Length && QueryMarks.IsQuote(text[value]);
        var end = value;
        while (end < text.Length && !QueryMarks.EndsWord(text[end]))
        {
            end++;
        }

        if (field is null && attribute is null)
        {
            if (!quoted && (value == end || QueryFields.IsEnding(text.AsSpan(value, end - value))))
            {
                return null;
            }

            if (QueryFields.IsFuzzy(name))
            {
                return Fail("search.later.fuzzy", first);
            }

            if (attributes is not null)
            {
                return Fail("search.filter.unknown", first, name, string.Join(", ", attributes.Order(StringComparer.Ordinal)));
            }
        }

        _at = quoted ? value : end;
        var content = quoted ? Quoted() : text[value..end];
        return content is null ? Fail("search.quote.open", value)
            : string.IsNullOrWhiteSpace(content) ? Fail("search.filter.empty", first, name)
            : new QueryToken(
                QueryTokenKind.Term,
                first,
                text[first.._at],
                new FilterQuery(QueryFields.WithValue(field, content, quoted) ?? FilterField.Attribute, attribute ?? name, content.Trim()));
    }

    private TermQuery? Word(string word, int position, TermMode mode)
    {
        if (word[0] == '/' && word.Length > 1)
        {
            Fail("search.later.regex", position);
            return null;
        }

        for (var i = 1; i < word.Length; i++)
        {
            var afterLetter = char.IsLetterOrDigit(word[i - 1]);
            if (word[i] == '~' && afterLetter)
            {
                Fail("search.later.fuzzy", position + i);
                return null;
            }

            if (word[i] == '?' && afterLetter && i + 1 < word.Length && char.IsLetterOrDigit(word[i + 1]))
            {
                Fail("search.later.wildcard", position + i);
                return null;
            }
        }

        return Starred(word, position, mode, inPhrase: false);
    }

    /// <summary>A word that may end in a star; null and a fault for stars elsewhere.</summary>
    private TermQuery? Starred(string word, int position, TermMode mode, bool inPhrase)
    {
        var star = word.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
        {
            return new TermQuery(word, mode);
        }

        var stem = word[..star];
        if (star != word.Length - 1 || !HasLetter(stem))
        {
            Fail(HasLetter(word) && !inPhrase ? "search.later.wildcard" : inPhrase ? "search.star.phrase" : "search.star.alone", position + star);
            return null;
        }

        return new TermQuery(stem, TermMode.Prefix);
    }

    private static bool HasLetter(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                return true;
            }
        }

        return false;
    }

    private QueryToken Fail(string key, int position, params object[] facts)
    {
        Fault ??= (key, position, facts);
        return Failed(position);
    }

    private QueryToken Failed(int position)
    {
        _at = text.Length;
        return new QueryToken(QueryTokenKind.Error, position, "");
    }
}
