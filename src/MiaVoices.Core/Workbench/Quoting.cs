using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>What a person does with quotes for publication, as changes.</summary>
public static class Quoting
{
    /// <summary>All chosen quotes in document order, withdrawn ones too.</summary>
    public static IReadOnlyList<PlacedQuote> All(IProjectStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        var quotes = store.Quotes();
        if (quotes.Count == 0)
        {
            return [];
        }

        var codings = store.Codings(new CodingScope { Ids = [.. quotes.Select(q => q.Coding).Distinct()] }).ToDictionary(c => c.Coding.Id);
        var groups = store.Cases().ToDictionary(c => c.Name, c => c.Attributes.GetValueOrDefault(SummaryScope.Group, ""), StringComparer.Ordinal);
        return
        [
            .. quotes.Where(q => codings.ContainsKey(q.Coding)).GroupBy(q => (codings[q.Coding].SourceLabel, codings[q.Coding].Ordinal))
                .SelectMany(place => place.Select((q, i) => new PlacedQuote(
                    q, codings[q.Coding], $"{place.Key.SourceLabel}:{place.Key.Ordinal.ToString(CultureInfo.InvariantCulture)}{Letter(i)}",
                    codings[q.Coding].Respondent is { } who ? groups.GetValueOrDefault(who, "") : "")))
                .OrderBy(q => q.Coding.SegmentKey).ThenBy(q => q.Coding.Coding.Start).ThenBy(q => q.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The quote that a person means by its name ("Intervju D07:14b") or by some letters of its identity.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public static PlacedQuote Find(IProjectStore store, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (quotes, wanted) = (All(store), text.Trim());
        var letters = wanted.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        return quotes.FirstOrDefault(q => string.Equals(q.Id, wanted, StringComparison.OrdinalIgnoreCase))
            ?? (letters.Length < 6 ? null : quotes.Where(q => q.Quote.Id.ToString("N").EndsWith(letters, StringComparison.Ordinal)).ToList() is [var one] ? one : null)
            ?? throw new RefusedException(Problem.Of("quote.unknown", wanted));
    }

    /// <summary>
    /// A coding as a draft of a quote. What others say between a respondent's words is cut from the start.
    /// </summary>
    /// <exception cref="RefusedException">The coding is gone, or an interviewer speaks.</exception>
    public static ChooseQuote Choose(IProjectStore store, Guid coding, string note = "")
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(note);
        var placed = store.Codings(new CodingScope { Ids = [coding] }).SingleOrDefault() ?? throw new RefusedException(Problem.Of("coding.gone"));
        if (placed.Role == SpeakerRole.Interviewer)
        {
            throw new RefusedException(Problem.Of("quote.interviewer"));
        }

        return new ChooseQuote(new Quote
        {
            Id = store.NewIds().Next(),
            Coding = coding,
            Words = placed.Coding.Quote,
            Cuts = OthersWords(store, placed),
            Status = QuoteStatus.Draft,
            Note = StoredText.Normalise(note).Trim(),
            Coder = store.Coder,
            Chosen = store.Now,
        });
    }

    /// <summary>The quote with other cuts; what was approved becomes a draft again, since it reads differently.</summary>
    /// <exception cref="RefusedException">A cut is outside the words or within one, or leaves nothing.</exception>
    public static EditQuote Shorten(PlacedQuote quote, IReadOnlyList<QuoteCut> cuts)
    {
        ArgumentNullException.ThrowIfNull(quote);
        ArgumentNullException.ThrowIfNull(cuts);
        var words = quote.Coding.Coding.Quote;
        if (QuoteText.Fault(words, cuts) is { } fault)
        {
            throw new RefusedException(Problem.Of(fault));
        }

        return new EditQuote(quote.Quote with { Words = words, Cuts = cuts, Status = QuoteStatus.Draft, Reviewer = "", Reviewed = null });
    }

    /// <summary>The quote with one more stretch of its words left out, or with something else in its place.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="words">The words to leave out, which stand in it once.</param>
    /// <param name="instead">What stands in brackets in their place; empty for a mark of omission.</param>
    /// <exception cref="RefusedException">The words do not stand there once, or the cut is none that may be made.</exception>
    public static EditQuote Omit(PlacedQuote quote, string words, string instead = "")
    {
        ArgumentNullException.ThrowIfNull(quote);
        var (start, end) = Once(quote, words);
        return Shorten(quote, With(quote.IsCurrent ? quote.Quote.Cuts : [], new QuoteCut(start, end, StoredText.Normalise(instead).Trim())));
    }

    /// <summary>The quote with nothing but these words.</summary>
    /// <inheritdoc cref="Omit" path="/exception"/>
    public static EditQuote Keep(PlacedQuote quote, string words)
    {
        ArgumentNullException.ThrowIfNull(quote);
        var (start, end) = Once(quote, words);
        var length = quote.Coding.Coding.Quote.Length;
        var inside = (quote.IsCurrent ? quote.Quote.Cuts : []).Where(c => c.Start >= start && c.End <= end);
        return Shorten(quote, [.. start > 0 ? [new QuoteCut(0, start)] : Array.Empty<QuoteCut>(), .. inside, .. end < length ? [new QuoteCut(end, length)] : Array.Empty<QuoteCut>()]);
    }

    /// <summary>Approves a quote, or withdraws it.</summary>
    /// <exception cref="RefusedException">It is to be approved but its source has changed since it was cut.</exception>
    public static EditQuote Review(IProjectStore store, PlacedQuote quote, QuoteStatus status)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(quote);
        return status == QuoteStatus.Approved && !quote.IsCurrent
            ? throw new RefusedException(Problem.Of("quote.changed", quote.Id))
            : new EditQuote(quote.Quote with
            {
                Status = status,
                Reviewer = status == QuoteStatus.Draft ? "" : store.Coder,
                Reviewed = status == QuoteStatus.Draft ? null : store.Now,
            });
    }

    /// <summary>The approved quotes as they are shown, in one number: a tick of the check list holds as long as it is the same.</summary>
    public static string Fingerprint(IEnumerable<PlacedQuote> quotes)
    {
        var text = string.Join('\n', quotes.Where(q => q.IsApproved).OrderBy(q => q.Quote.Id).Select(q => $"{q.Quote.Id:N} {q.Quote.Consent} {q.Text.Replace('\n', ' ')}"));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>A coding over several turns holds what others said in between; their words are not the respondent's.</summary>
    private static List<QuoteCut> OthersWords(IProjectStore store, PlacedCoding placed)
    {
        var cuts = new List<QuoteCut>();
        if (placed.SegmentKind != SegmentKind.Turn || !placed.Coding.Quote.Contains('\n', StringComparison.Ordinal))
        {
            return cuts;
        }

        var coding = placed.Coding;
        foreach (var segment in store.Segments(new SegmentScope { Source = coding.Source, Span = (coding.Start, coding.End) }))
        {
            var (start, end) = (Math.Max(segment.Start, coding.Start) - coding.Start, Math.Min(segment.End, coding.End) - coding.Start);
            if (start < end && (segment.Role == SpeakerRole.Interviewer || segment.Respondent != placed.Respondent))
            {
                cuts.Add(new QuoteCut(start, end));
            }
        }

        return cuts;
    }

    private static (int Start, int End) Once(PlacedQuote quote, string words)
    {
        var (text, wanted) = (quote.Coding.Coding.Quote, StoredText.Normalise(words).Trim());
        var start = wanted.Length == 0 ? -1 : text.IndexOf(wanted, StringComparison.Ordinal);
        return start >= 0 && text.IndexOf(wanted, start + 1, StringComparison.Ordinal) < 0
            ? (start, start + wanted.Length)
            : throw new RefusedException(Problem.Of(start < 0 ? "quote.noSuchWords" : "quote.wordsTwice", quote.Id));
    }

    /// <summary>Cuts with one more; those that it covers go, and those that it meets grow together with it.</summary>
    private static List<QuoteCut> With(IReadOnlyList<QuoteCut> cuts, QuoteCut added)
    {
        var apart = cuts.Where(c => c.End <= added.Start || c.Start >= added.End).ToList();
        foreach (var cut in cuts.Except(apart))
        {
            added = added with { Start = Math.Min(added.Start, cut.Start), End = Math.Max(added.End, cut.End) };
        }

        return [.. apart.Append(added).OrderBy(c => c.Start)];
    }

    /// <summary>Nothing for the first, then b, c … z, aa.</summary>
    private static string Letter(int index)
    {
        var letters = "";
        for (var n = index == 0 ? 0 : index + 1; n > 0; n /= 26)
        {
            n--;
            letters = (char)('a' + (n % 26)) + letters;
        }

        return letters;
    }
}
