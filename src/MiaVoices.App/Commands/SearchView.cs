using System.CommandLine;
using System.Text.Json;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Commands;

/// <summary>How the answer to a search is shown: as a list with context, as lines under each other, with counts and codes. Shared by the verbs that search.</summary>
internal sealed class SearchView
{
    private const int UsualLimit = 50;

    private readonly Option<int> _limit;
    private readonly Option<int> _context;
    private readonly Option<int?> _kwic;
    private readonly Option<string?> _sort;
    private readonly Option<bool> _counts;
    private readonly Option<string?> _countBy;
    private readonly Option<bool> _byCode;

    public SearchView(Session s)
    {
        _limit = Parts.Limit(s, UsualLimit);
        _context = Parts.Natural(new Option<int>("--context") { Description = s.T["opt.context"], HelpName = "N" });
        _kwic = new Option<int?>("--kwic") { Description = s.T["opt.kwic"], HelpName = "N", Arity = ArgumentArity.ZeroOrOne };
        _kwic.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, out var columns) || columns < 1))
            {
                result.AddError("< 1");
            }
        });
        _sort = Parts.Text(s, "--sort", "opt.sort", "left|right");
        _sort.AcceptOnlyFromAmong("left", "right");
        _counts = new Option<bool>("--counts") { Description = s.T["opt.counts"] };
        _countBy = Parts.Text(s, "--count-by", "opt.countBy", s.T["word.attribute"]);
        _byCode = new Option<bool>("--by-code") { Description = s.T["opt.byCode"] };
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _limit, _context, _kwic, _sort, _counts, _countBy, _byCode })
        {
            command.Add(option);
        }
    }

    /// <summary>Most hits to show. Lines that are sorted by their context would mislead if they were only the first ones.</summary>
    public int Limit(ParseResult parsed) =>
        parsed.GetValue(_sort) is not null && parsed.GetResult(_limit) is null or { Implicit: true } ? 0 : parsed.GetValue(_limit);

    /// <summary>Writes the answer.</summary>
    /// <param name="s">The session.</param>
    /// <param name="store">The project.</param>
    /// <param name="request">What was asked for, to count by.</param>
    /// <param name="outcome">The answer.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="more">Further fields of the JSON document.</param>
    public void Show(Session s, IProjectStore store, SearchRequest request, SearchOutcome outcome, ParseResult parsed, Action<Utf8JsonWriter>? more = null)
    {
        if (parsed.GetValue(_sort) is not null && !WantsKwic(parsed))
        {
            throw new UsageException(Problem.Of("search.sortKwic"));
        }

        var figures = new HitTables(s, store, request);
        var lines = WantsKwic(parsed) ? Concordance.Lines(outcome.Hits, request.Query, store.SearchWords, Order(parsed)) : null;
        var counts = (parsed.GetValue(_counts) || parsed.GetValue(_countBy) is not null) ? figures.Counts(parsed.GetValue(_countBy)) : null;
        var codes = parsed.GetValue(_byCode) ? figures.Codes() : null;
        if (s.Json)
        {
            s.WriteJson(w =>
            {
                Fields(w, outcome);
                Lines(w, lines, parsed.GetValue(_kwic) ?? ConcordanceText.UsualSide);
                HitTables.Fields(w, counts);
                HitTables.Fields(w, codes);
                more?.Invoke(w);
            });
            return;
        }

        s.Say(Glyphs.OneLine(s.T["search.interpreted", outcome.InterpretedAs]));
        Notices(s, store, outcome, request);
        if (lines is null)
        {
            List(s, store, outcome, parsed.GetValue(_context));
        }
        else
        {
            ConcordanceText.Write(s.Out, lines, parsed.GetValue(_kwic), s.Terminal);
        }

        if (outcome.Hits.Count > 0)
        {
            s.Out.WriteLine();
        }

        s.Out.WriteLine(Sum(s, outcome, counts?.Totals ?? (outcome.Total > 0 ? store.HitFigures.Totals(request) : null)));
        Others(s, outcome);
        figures.Write(counts);
        figures.Write(codes);
    }

    /// <summary>What a person should know before the hits.</summary>
    private static void Notices(Session s, IProjectStore store, SearchOutcome outcome, SearchRequest request)
    {
        if (store.IndexIsStale)
        {
            s.Say(s.T["search.staleIndex"]);
        }

        foreach (var notice in outcome.Notices)
        {
            s.Say(Glyphs.OneLine(s.T.Of(notice)));
        }

        if (outcome.RankingPutOff)
        {
            s.Say(s.T["search.rankingPutOff", request.RankAtMost]);
        }
    }

    /// <summary>Queries that may find what was meant.</summary>
    private static void Others(Session s, SearchOutcome outcome)
    {
        if (outcome.DidYouMean is { } spelt)
        {
            s.Out.WriteLine(Glyphs.OneLine(s.T["search.didYouMean", spelt.Query, spelt.Total]));
        }

        if (outcome.Broader is { } broader)
        {
            s.Out.WriteLine(Glyphs.OneLine(s.T["search.broader", broader.Query, broader.Total]));
        }
    }

    public static void Fields(Utf8JsonWriter w, SearchOutcome outcome)
    {
        w.WriteString("query", outcome.Query);
        w.WriteString("interpretedAs", outcome.InterpretedAs);
        w.WriteNumber("total", outcome.Total);
        w.Real("milliseconds", outcome.Milliseconds);
        Other(w, "didYouMean", outcome.DidYouMean);
        Other(w, "broader", outcome.Broader);
        w.Objects("hits", outcome.Hits, hit => Hit(w, hit));
    }

    private static void Other(Utf8JsonWriter w, string name, OtherQuery? other)
    {
        if (other is not null)
        {
            w.WriteStartObject(name);
            w.WriteString("query", other.Query);
            w.WriteNumber("total", other.Total);
            w.WriteEndObject();
        }
    }

    public static void Hit(Utf8JsonWriter w, SearchHit hit)
    {
        w.Segment(hit.Segment);
        w.Objects("matches", hit.Matches, m =>
        {
            // Positions are in the source's text, as those of the segment are.
            w.WriteNumber("start", hit.Segment.Start + m.Start);
            w.WriteNumber("end", hit.Segment.Start + m.End);
            w.WriteString("text", hit.Segment.Text[m.Start..m.End]);
            w.WriteString("why", JsonFields.Word(m.Why));
        });
        w.Texts("codes", hit.Codes);
        w.Real("score", hit.Score);
    }

    /// <summary>The codes of a hit as they stand after its place.</summary>
    public static string Codes(SearchHit hit) => hit.Codes.Count > 0 ? $"  [{string.Join(", ", hit.Codes)}]" : "";

    /// <summary>Columns for the words of a hit.</summary>
    public static int Width(Session s) => s.Terminal.OutputWidth > 30 ? s.Terminal.OutputWidth - 6 : 100;

    private bool WantsKwic(ParseResult parsed) => parsed.GetResult(_kwic) is not null;

    private ConcordanceOrder Order(ParseResult parsed) => parsed.GetValue(_sort) switch
    {
        "left" => ConcordanceOrder.Left,
        "right" => ConcordanceOrder.Right,
        _ => ConcordanceOrder.Hits,
    };

    private static string Sum(Session s, SearchOutcome outcome, HitTotals? totals)
    {
        var sum = totals is null or { Segments: 0 } ? s.T["search.total", outcome.Total] : s.T["search.totals", totals.Segments, totals.Sources, totals.Persons];
        return outcome.Total == outcome.Hits.Count ? sum : $"{sum}. {s.T["search.some", outcome.Hits.Count]}";
    }

    private static void Lines(Utf8JsonWriter w, IReadOnlyList<ConcordanceLine>? lines, int side)
    {
        if (lines is not null)
        {
            w.Objects("kwic", lines, l =>
            {
                w.WriteString("id", l.Segment.Id);
                w.WriteString("source", l.Segment.Source);
                w.WriteNumber("ordinal", l.Segment.Ordinal);
                w.WriteNumber("start", l.Segment.Start + l.Start);
                w.WriteNumber("end", l.Segment.Start + l.End);
                w.WriteString("left", ConcordanceText.End(l.Left, side));
                w.WriteString("text", l.Found);
                w.WriteString("right", ConcordanceText.Beginning(l.Right, side));
            });
        }
    }

    private static void List(Session s, IProjectStore store, SearchOutcome outcome, int context)
    {
        var emphasis = Emphasis.ForOutput(s.Terminal);
        var width = Width(s);
        string? shown = null;
        foreach (var hit in outcome.Hits)
        {
            if (shown != hit.Segment.Source)
            {
                s.Out.WriteLine();
                s.Out.WriteLine(emphasis.Apply(hit.Segment.Source, TextStyle.Bold));
                shown = hit.Segment.Source;
            }

            s.Out.WriteLine("  " + emphasis.Apply(Glyphs.OneLine(Place.Of(hit.Segment, s) + Codes(hit)), TextStyle.Dim));
            foreach (var segment in Around(store, hit.Segment, context))
            {
                var lines = segment.Key == hit.Segment.Key
                    ? emphasis.WrapMarked(segment.Text, hit.Matches.Select(m => (m.Start, m.End - m.Start)), width)
                    : [.. Glyphs.Wrap(segment.Text, width).Select(l => emphasis.Apply(l, TextStyle.Dim))];
                foreach (var line in lines)
                {
                    s.Out.WriteLine("      " + line);
                }
            }
        }
    }

    private static IEnumerable<Segment> Around(IProjectStore store, Segment hit, int context)
    {
        if (context <= 0)
        {
            return [hit];
        }

        var span = (Math.Max(0, hit.Ordinal - context), hit.Ordinal + context);
        return store.Segments(new SegmentScope { Source = hit.SourceId, Ordinals = span });
    }
}
