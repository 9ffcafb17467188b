using System.Globalization;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>What an import of codings would do.</summary>
/// <param name="Change">The change; null when nothing is new.</param>
/// <param name="Codings">New codings.</param>
/// <param name="Reviewed">Segments marked as reviewed.</param>
/// <param name="Already">Codings that stood there already.</param>
/// <param name="NewCodes">Codes that were made, by name.</param>
/// <param name="LeftOut">Rows that could not be placed.</param>
public sealed record CodingImport(Batch? Change, int Codings, int Reviewed, int Already, IReadOnlyList<string> NewCodes, IReadOnlyList<Problem> LeftOut);

/// <summary>Codings as a table and back.</summary>
public static class CodingSheet
{
    /// <summary>The columns of the contract, then those that we add.</summary>
    public static readonly IReadOnlyList<string> Headers =
    [
        "source", "segment", "row", "question", "wave", "start", "end", "quote", "code", "coder", "created", "memo",
        "origin", "confidence", "polarity", "condensed", "codePath", "respondent", "sourceLabel", "id", "acceptedAbove",
    ];

    /// <summary>All codings as a table, each with its quote and origin; reviewed segments as rows without a code.</summary>
    public static Sheet Export(IProjectStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        var tree = new CodeTree(store.Codes());
        var unique = tree.Codes.GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() == 1).Select(g => g.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var reviews = store.Reviews().ToList();
        var segments = new Dictionary<long, Segment>();
        foreach (var part in reviews.Select(r => r.Segment).Distinct().Chunk(500))
        {
            foreach (var segment in store.Segments(new SegmentScope { Keys = part }))
            {
                segments[segment.Key] = segment;
            }
        }

        var labels = store.Sources().ToDictionary(s => s.Id, s => s.Label);
        var rows = new List<(long Key, int Start, string[] Cells)>();
        foreach (var p in store.Codings(CodingScope.All))
        {
            var c = p.Coding;
            rows.Add((p.SegmentKey, c.Start,
            [
                p.SourceName, Number(p.Ordinal), p.Row ?? "", p.Question ?? "", p.Wave ?? "", Number(c.Start), Number(c.End), c.Quote,
                unique.Contains(tree[c.Code].Name) ? tree[c.Code].Name : tree.Path(c.Code), c.Coder, Time(c.Created), c.Memo,
                Word(c.Origin), c.Confidence?.ToString("0.000", CultureInfo.InvariantCulture) ?? "", Word(c.Polarity), c.Condensed,
                tree.Path(c.Code), p.Respondent ?? "", p.SourceLabel, c.Id.ToString(), c.AcceptedAbove?.ToString("0.###", CultureInfo.InvariantCulture) ?? "",
            ]));
        }

        foreach (var review in reviews)
        {
            var s = segments[review.Segment];
            rows.Add((s.Key, -1,
            [
                s.Source, Number(s.Ordinal), s.Row ?? "", s.Question ?? "", s.Wave ?? "", Number(s.Start), Number(s.End), s.Text,
                "", review.Coder, "", "", "", "", "", "", "", s.Respondent ?? "", labels[s.SourceId], "", "",
            ]));
        }

        return Sheet.Of("codings.csv", Headers, rows.OrderBy(r => r.Key).ThenBy(r => r.Start).Select(r => r.Cells));
    }

    /// <summary>What the table's codings would do to the project. Rows that cannot be placed are listed; the rest goes on.</summary>
    /// <exception cref="RefusedException">The table has none of the needed columns, or names codes that the codebook lacks (unless they are to be made).</exception>
    public static CodingImport Import(Sheet sheet, IProjectStore store, bool createCodes, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(store);
        if (!sheet.Has("code") || !(sheet.Has("quote") || sheet.Has("segment") || sheet.Has("row") || sheet.Has("start")))
        {
            throw new RefusedException(Problem.At(sheet.Name, "codings.headers"));
        }

        var ids = store.NewIds();
        var (codes, added) = Codes(sheet, store, createCodes, ids);
        var there = store.Codings(CodingScope.All).Select(p => (p.Coding.Source, p.Coding.Start, p.Coding.End, p.Coding.Code, p.Coding.Coder)).ToHashSet();
        var placer = new CodingPlacer(store);
        var leftOut = new List<Problem>();
        var codings = new List<Change>();
        var reviewed = new SortedDictionary<(string Coder, Guid Source), HashSet<Guid>>();
        var reviews = store.Reviews().Select(r => (r.Coder, r.SegmentId)).ToHashSet();
        var already = 0;
        foreach (var row in sheet.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            if (row.Cells.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            try
            {
                var place = placer.Place(row);
                var coder = row["coder"] is { Length: > 0 } named ? named : store.Coder;
                var created = Created(row["created"].Trim());
                var names = Names(row);
                if (names.Length == 0)
                {
                    Mark(reviewed, place, coder, reviews);
                    continue;
                }

                foreach (var code in names.Select(n => codes[n]).Distinct())
                {
                    if (there.Add((place.Source.Id, place.Start, place.End, code, coder)))
                    {
                        codings.Add(new AddCoding(Coding(row, place, code, coder, created ?? store.Now, store, ids)));
                    }
                    else
                    {
                        already++;
                    }
                }
            }
            catch (RefusedException e)
            {
                leftOut.Add(e.Problem with { Where = $"{sheet.Name}:{row.Line}" });
            }
        }

        var marks = reviewed.Select(r => (Change)new ReviewSegments(r.Key.Source, [.. r.Value], r.Key.Coder)).ToList();
        List<Change> all = [.. added.Select(c => new AddCode(c)), .. codings, .. marks];
        return new CodingImport(
            all.Count == 0 ? null : new Batch("codings.import", all),
            codings.Count, reviewed.Sum(r => r.Value.Count), already, [.. added.Select(c => c.Name)], leftOut);
    }

    private static string[] Names(SheetRow row) => row["code"].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A table tells of a review that was: one that is known already is not made younger by it.</summary>
    private static void Mark(SortedDictionary<(string, Guid), HashSet<Guid>> reviewed, Placement place, string coder, HashSet<(string, Guid)> known)
    {
        var segments = place.Segments.Select(s => s.Id).Where(s => known.Add((coder, s))).ToList();
        if (segments.Count == 0)
        {
            return;
        }

        if (!reviewed.TryGetValue((coder, place.Source.Id), out var marked))
        {
            reviewed[(coder, place.Source.Id)] = marked = [];
        }

        marked.UnionWith(segments);
    }

    private static Coding Coding(SheetRow row, Placement place, Guid code, string coder, DateTimeOffset created, IProjectStore store, IIdSource ids) => new()
    {
        Id = ids.Next(),
        Source = place.Source.Id,
        Start = place.Start,
        End = place.End,
        Quote = store.Text(place.Source.Id, place.Start, place.End),
        Code = code,
        Coder = coder,
        Origin = row["origin"] switch
        {
            "manual" => CodingOrigin.Manual,
            "suggestion" => CodingOrigin.Suggestion,
            "auto" => CodingOrigin.Auto,
            _ => CodingOrigin.Import,
        },
        Confidence = Fraction(row["confidence"]),
        AcceptedAbove = Fraction(row["acceptedAbove"]),
        Created = created,
        Memo = row["memo"],
        Polarity = row["polarity"] switch
        {
            "well" => Polarity.WorksWell,
            "less" => Polarity.WorksLessWell,
            "proposal" => Polarity.Proposal,
            _ => null,
        },
        Condensed = row["condensed"],
    };

    /// <summary>A moment that begins with year, month and day, in which no two people read different days; null where none is given.</summary>
    private static DateTimeOffset? Created(string written) =>
        written.Length == 0 ? null
        : written is [_, _, _, _, '-', ..] && DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment
        : throw new RefusedException(Problem.Of("codings.created", written));

    /// <summary>Every code that the table names, by the name as written.</summary>
    private static (Dictionary<string, Guid> Codes, List<Code> Added) Codes(Sheet sheet, IProjectStore store, bool create, IIdSource ids)
    {
        var tree = new CodeTree(store.Codes());
        var codes = new Dictionary<string, Guid>(StringComparer.Ordinal);
        var added = new List<Code>();
        foreach (var row in sheet.Rows)
        {
            foreach (var name in Names(row))
            {
                if (codes.ContainsKey(name))
                {
                    continue;
                }

                if (Find(tree, name, $"{sheet.Name}:{row.Line}") is { } known)
                {
                    codes[name] = known.Id;
                }
                else if (added.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase)) is { } twin)
                {
                    codes[name] = twin.Id;
                }
                else if (create)
                {
                    var code = new Code { Id = ids.Next(), Name = name, Position = tree.Roots.Count() + added.Count };
                    added.Add(code);
                    codes[name] = code.Id;
                }
                else
                {
                    throw new RefusedException(Problem.At($"{sheet.Name}:{row.Line}", "codings.code", name));
                }
            }
        }

        return (codes, added);
    }

    /// <summary>An ambiguous name in a table is at a line of it.</summary>
    private static Code? Find(CodeTree tree, string name, string where)
    {
        try
        {
            return tree.TryFind(name);
        }
        catch (UsageException e)
        {
            throw new RefusedException(e.Problem with { Where = where }, e);
        }
    }

    private static double? Fraction(string cell) =>
        double.TryParse(cell, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 1 ? value : null;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    private static string Word(CodingOrigin origin) => origin switch
    {
        CodingOrigin.Manual => "manual",
        CodingOrigin.Suggestion => "suggestion",
        CodingOrigin.Import => "import",
        _ => "auto",
    };

    private static string Word(Polarity? polarity) => polarity switch
    {
        Polarity.WorksWell => "well",
        Polarity.WorksLessWell => "less",
        Polarity.Proposal => "proposal",
        _ => "",
    };
}
