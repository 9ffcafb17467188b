namespace MiaVoices.Core.Search;

/// <summary>Cuts a query into pieces. A fault is kept, and ends the pieces.</summary>
internal sealed class QueryLexer(string text, IReadOnlyCollection<string>? attributes)
{
    private readonly List<PlacedTerm> _places = [];
    private int _at;

    /// <summary>The plain words read so far, in order.</summary>
    internal IReadOnlyList<PlacedTerm> Places => _places;

    /// <summary>The first fault, or null.</summary>
    internal (string Key, int Position, object[] Facts)? Fault { get; private set; }

    /// <summary>The next piece.</summary>
    internal QueryToken Next()
    {
        while (_at < text.Length)
        {
            var start = _at;
            var c = text[_at];
            if (QueryMarks.IsBlank(c) || QueryMarks.IsLooseMark(text, _at))
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

        if (text[_at] == '/' && _at + 1 < text.Length && text[_at + 1] != ')' && !QueryMarks.IsBlank(text[_at + 1]))
        {
            return Regex(start);
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

        if (mode is null && QueryMarks.IsNear(word, out var distance))
        {
            return distance == -1
                ? Fail("search.near.distance", start + word.IndexOf('/', StringComparison.Ordinal), NearQuery.Farthest)
                : new QueryToken(QueryTokenKind.Near, start, word, Distance: distance);
        }

        return Word(word, start, first, mode ?? TermMode.Inflected, isQuoted: false) is { } term
            ? new QueryToken(QueryTokenKind.Term, start, word, term)
            : Failed(start);
    }

    /// <summary>A regular expression, to the next slash without a backslash before it.</summary>
    private QueryToken Regex(int start)
    {
        var first = ++_at;
        while (_at < text.Length && text[_at] != '/')
        {
            _at += text[_at] == '\\' ? 2 : 1;
        }

        if (_at >= text.Length)
        {
            return Fail("search.regex.open", first - 1);
        }

        var pattern = text[first.._at++];
        if (_at < text.Length && !QueryMarks.EndsWord(text[_at]))
        {
            return Fail("search.regex.tail", _at);
        }

        return WordReader.Regex(pattern, out var fault, out var at) is { } term
            ? new QueryToken(QueryTokenKind.Term, start, text[start.._at], term)
            : Fail(fault!, first + at, pattern);
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
        foreach (var (word, position) in QueryMarks.Words(content, open + 1))
        {
            var mode = outer ?? (word[0] == '=' ? TermMode.Exact : word[0] == '!' ? TermMode.Whole : TermMode.Inflected);
            var form = outer is null && word[0] is '=' or '!' ? word[1..] : word;
            if (form.Length > 0)
            {
                if (InPhrase(form, position, position + word.Length - form.Length, mode) is not { } term)
                {
                    return Failed(start);
                }

                // Only the last word can be looked for by its beginning; before it the forms are looked up.
                if (terms.Count > 0 && terms[^1] is { Mode: TermMode.Prefix } prefix)
                {
                    terms[^1] = new TermQuery(prefix.Form + "*", TermMode.Wildcard);
                }

                terms.Add(term);
            }
        }

        if (terms.Count > 0 && terms[^1].Mode is TermMode.Inflected or TermMode.Whole or TermMode.Exact && _at < text.Length && text[_at] == '*')
        {
            _at++;
            terms[^1] = terms[^1] with { Mode = TermMode.Prefix };
        }

        if (_at < text.Length && text[_at] == '~')
        {
            return Fail("search.fuzzy.phrase", _at);
        }

        QueryNode node = terms.Count == 1 ? terms[0] : new PhraseQuery(terms.Count == 0 ? [new TermQuery("")] : terms);
        return new QueryToken(QueryTokenKind.Term, start, text[start.._at], node);
    }

    private TermQuery? InPhrase(string form, int start, int position, TermMode mode)
    {
        if (form.Length < 3 || form[0] != '/' || form[^1] != '/')
        {
            return Word(form, start, position, mode, isQuoted: true);
        }

        var term = WordReader.Regex(form[1..^1], out var fault, out var at);
        if (term is null)
        {
            Fail(fault!, position + 1 + at, form[1..^1]);
        }

        return term;
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
            if (QueryFields.IsFuzzy(name))
            {
                return Fuzzy(first, name, value, quoted ? null : end);
            }

            if (!quoted && (value == end || QueryFields.IsEnding(text.AsSpan(value, end - value))))
            {
                return null;
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

    /// <summary>A word or several words in a row, each to be found in nearly its spelling.</summary>
    /// <param name="first">Where the name begins.</param>
    /// <param name="name">The name before the colon.</param>
    /// <param name="value">Where the words begin.</param>
    /// <param name="end">Where the word ends; null if quotation marks say it.</param>
    private QueryToken Fuzzy(int first, string name, int value, int? end)
    {
        _at = end ?? value;
        if ((end is null ? Quoted() : text[value.._at]) is not { } content)
        {
            return Fail("search.quote.open", value);
        }

        var terms = new List<TermQuery>();
        foreach (var (word, position) in QueryMarks.Words(content, end is null ? value + 1 : value))
        {
            var written = word.Contains('~', StringComparison.Ordinal) ? word : word + "~";
            var term = WordReader.Read(written, TermMode.Fuzzy, out var fault, out var at);
            if (term is null)
            {
                return Fail(fault!, position + Math.Min(at, word.Length - 1));
            }

            terms.Add(term with { Mode = TermMode.Fuzzy });
        }

        return terms.Count == 0
            ? Fail("search.filter.empty", first, name)
            : new QueryToken(QueryTokenKind.Term, first, text[first.._at], terms.Count == 1 ? terms[0] : new PhraseQuery(terms));
    }

    private TermQuery? Word(string word, int start, int position, TermMode mode, bool isQuoted)
    {
        var term = WordReader.Read(word, mode, out var fault, out var at);
        if (term is null)
        {
            Fail(fault!, position + at);
        }
        else if (term.Mode is TermMode.Inflected or TermMode.Whole or TermMode.Exact)
        {
            _places.Add(new PlacedTerm(term, start, position, position + word.Length, isQuoted));
        }

        return term;
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
