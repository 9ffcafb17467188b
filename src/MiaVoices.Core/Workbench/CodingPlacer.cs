using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>Where a row of a codings table belongs.</summary>
/// <param name="Source">The source.</param>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Segments">The segments that the span touches, in order.</param>
public sealed record Placement(Source Source, int Start, int End, IReadOnlyList<Segment> Segments);

/// <summary>
/// Places rows of a codings table in the texts, by the first of these that a row has: start and end, segment, row and
/// question, quote. Reads each source at most once. Not thread-safe.
/// </summary>
public sealed class CodingPlacer(IProjectStore store)
{
    private readonly IReadOnlyList<Source> _sources = store.Sources();
    private readonly Dictionary<Guid, SourceText> _texts = [];

    /// <summary>The place of a row.</summary>
    /// <exception cref="RefusedException">The row cannot be placed; the reason is told, never the quote.</exception>
    public Placement Place(SheetRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var candidates = row["source"] is { Length: > 0 } name ? SourceFinder.Candidates(_sources, name) : _sources;
        if (candidates.Count == 0)
        {
            throw new RefusedException(Problem.Of("source.unknown", row["source"]));
        }

        if (candidates.Count > 1 && row["sourceLabel"] is { Length: > 0 } label && candidates.Where(s => s.Label == label).ToList() is [var labelled])
        {
            candidates = [labelled];
        }

        // The sheets of a workbook share a name: the row must fit in exactly one of them.
        var found = new List<Placement>();
        RefusedException? refusal = null;
        foreach (var source in candidates)
        {
            try
            {
                found.Add(Place(row, Text(source)));
            }
            catch (RefusedException e)
            {
                // A quote that stands twice in one source is ambiguous however often it stands in the others.
                if (candidates.Count > 1 && e.Problem.Key == "place.quoteTwice")
                {
                    throw new RefusedException(Problem.Of("place.quoteTwice"));
                }

                // That the quote is not in a source says less than any other reason.
                refusal = refusal is null || refusal.Problem.Key == "place.quoteMissing" ? e : refusal;
            }
        }

        return found.Count switch
        {
            1 => found[0],
            0 => throw refusal!,
            _ when row["quote"].Length > 0 => throw new RefusedException(Problem.Of("place.quoteSources", found.Count)),
            _ => throw new RefusedException(Problem.Of("place.several")),
        };
    }

    private static Placement Place(SheetRow row, SourceText text)
    {
        var quote = StoredText.Normalise(row["quote"]);
        if (row["start"].Length > 0 && row["end"].Length > 0)
        {
            return BySpan(row, text, quote);
        }

        if (row["segment"].Length > 0)
        {
            var segment = int.TryParse(row["segment"], out var ordinal)
                ? text.Segments.ElementAtOrDefault(ordinal - 1)
                : Guid.TryParse(row["segment"], out var id) ? text.Segments.FirstOrDefault(s => s.Id == id) : null;
            return segment is null ? throw new RefusedException(Problem.Of("place.segment", row["segment"])) : Within([segment], text, quote);
        }

        if (row["row"].Length > 0)
        {
            return Within(text.AnswersOf(row["row"], row["wave"], row["question"]), text, quote);
        }

        if (quote.Length == 0)
        {
            throw new RefusedException(Problem.Of("place.nothing"));
        }

        var found = text.Quotes.Find(quote);
        return found.Count switch
        {
            0 => throw new RefusedException(Problem.Of("place.quoteMissing")),
            1 => text.Span(found[0].Start, found[0].End),
            _ => throw new RefusedException(Problem.Of("place.quoteTwice")),
        };
    }

    private static Placement BySpan(SheetRow row, SourceText text, string quote)
    {
        if (!int.TryParse(row["start"], out var start) || !int.TryParse(row["end"], out var end) || start < 0 || end <= start || end > text.Length)
        {
            throw new RefusedException(Problem.Of("place.span", row["start"], row["end"], text.Length));
        }

        if (char.IsLowSurrogate(text.Text[start]) || char.IsHighSurrogate(text.Text[end - 1]))
        {
            throw new RefusedException(Problem.Of("place.halfCharacter", start, end));
        }

        if (string.IsNullOrWhiteSpace(text.Text[start..end]))
        {
            throw new RefusedException(Problem.Of("place.blank", start, end));
        }

        var place = text.Span(start, end);
        if (quote.Length > 0 && !new QuoteFinder(text.Text[start..end]).Holds(quote))
        {
            throw new RefusedException(Problem.Of("place.quoteDiffers", start, end));
        }

        return place;
    }

    /// <summary>The quote within one of the segments; without a quote, the one segment whole.</summary>
    private static Placement Within(IReadOnlyList<Segment> segments, SourceText text, string quote)
    {
        if (quote.Length == 0)
        {
            return segments.Count switch
            {
                0 => throw new RefusedException(Problem.Of("place.answer")),
                1 => new Placement(text.Source, segments[0].Start, segments[0].End, segments),
                _ => throw new RefusedException(Problem.Of("place.several")),
            };
        }

        if (segments.Count == 0)
        {
            throw new RefusedException(Problem.Of("place.answer"));
        }

        var found = segments.SelectMany(s => new QuoteFinder(s.Text).Find(quote).Select(f => (Segment: s, f.Start, f.End))).ToList();
        return found.Count switch
        {
            0 => throw new RefusedException(Problem.Of("place.quoteMissing")),
            1 => new Placement(text.Source, found[0].Segment.Start + found[0].Start, found[0].Segment.Start + found[0].End, [found[0].Segment]),
            _ => throw new RefusedException(Problem.Of("place.quoteTwice")),
        };
    }

    private SourceText Text(Source source)
    {
        if (!_texts.TryGetValue(source.Id, out var text))
        {
            _texts[source.Id] = text = new SourceText(source, [.. store.Segments(new SegmentScope { Source = source.Id })]);
        }

        return text;
    }

    private sealed class SourceText
    {
        private readonly Dictionary<string, List<Segment>> _rows = new(StringComparer.Ordinal);
        private QuoteFinder? _quotes;
        private string? _text;

        public SourceText(Source source, IReadOnlyList<Segment> segments)
        {
            Source = source;
            Segments = segments;
            foreach (var segment in segments)
            {
                if (segment.Row is { } row)
                {
                    if (!_rows.TryGetValue(row, out var list))
                    {
                        _rows[row] = list = [];
                    }

                    list.Add(segment);
                }
            }
        }

        public Source Source { get; }

        public IReadOnlyList<Segment> Segments { get; }

        public int Length => Segments.Count == 0 ? 0 : Segments[^1].End;

        public string Text => _text ??= string.Join('\n', Segments.Select(s => s.Text));

        public QuoteFinder Quotes => _quotes ??= new QuoteFinder(Text);

        public IReadOnlyList<Segment> AnswersOf(string row, string wave, string question) =>
            _rows.TryGetValue(row, out var list)
                ? [.. list.Where(s => (wave.Length == 0 || Same(s.Wave, wave)) && (question.Length == 0 || Same(s.Question, question) || Same(s.QuestionId, question)))]
                : [];

        public Placement Span(int start, int end)
        {
            var first = Segments.Count - 1;
            for (int low = 0, high = Segments.Count - 1; low <= high;)
            {
                var middle = (low + high) / 2;
                if (Segments[middle].End > start)
                {
                    first = middle;
                    high = middle - 1;
                }
                else
                {
                    low = middle + 1;
                }
            }

            return new Placement(Source, start, end, [.. Segments.Skip(first).TakeWhile(s => s.Start < end)]);
        }

        private static bool Same(string? a, string b) =>
            a is not null && string.Equals(Fold(a), Fold(b), StringComparison.OrdinalIgnoreCase);

        private static string Fold(string text) =>
            string.Join(' ', StoredText.Normalise(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
