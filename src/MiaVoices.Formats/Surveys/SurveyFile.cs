using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Tables;

namespace MiaVoices.Formats.Surveys;

/// <summary>Reads the sheets of a file as surveys, with a person's profiles or with proposed roles.</summary>
internal static class SurveyFile
{
    /// <summary>One draft a sheet that holds data.</summary>
    /// <exception cref="RefusedException">
    /// <c>table.nodata</c>: no sheet holds data; <c>profile.sheet</c> (facts: sheet, those there are); and as <see cref="SurveyPlan.Of"/>.
    /// </exception>
    public static IReadOnlyList<SourceDraft> Read(string file, IReadOnlyList<TextSheet> sheets, ReadOptions options, string format, string encoding, CancellationToken cancellation)
    {
        var aside = new List<Notice>();
        var drafts = Plans(file, sheets, options, aside)
            .Select(p => (p.Sheet, Draft: p.Plan.IsRegister
                ? RegisterSheet.Read(p.Table, p.Plan, options, format, encoding, cancellation)
                : SurveySheet.Read(p.Table, p.Plan, options, format, encoding, cancellation)))
            .Select(d => d.Draft with { Notices = [.. d.Sheet.Notices, .. d.Draft.Notices] })
            .ToList();
        drafts[0] = drafts[0] with { Notices = [.. aside, .. drafts[0].Notices] };
        return drafts;
    }

    /// <summary>The profiles that a reading uses, every column settled.</summary>
    /// <exception cref="RefusedException">As <see cref="Read"/>.</exception>
    public static IReadOnlyList<SurveyProfile> Profiles(string file, IReadOnlyList<TextSheet> sheets, ReadOptions options) =>
        [.. Plans(file, sheets, options, []).Select(p => p.Plan.Profile)];

    private static List<(TextSheet Sheet, TextTable Table, SurveyPlan Plan)> Plans(string file, IReadOnlyList<TextSheet> sheets, ReadOptions options, List<Notice> aside)
    {
        var given = options.Profiles;
        var labelled = VariableView.Apply(sheets);
        RefuseUnknownSheets(file, sheets, given);
        var plans = new List<(TextSheet, TextTable, SurveyPlan)>();
        var several = labelled.Count(s => s.Rows.Count > 1) > 1;
        var baseName = Path.GetFileNameWithoutExtension(file.Split('/')[^1]);
        foreach (var sheet in labelled)
        {
            var (profile, fits) = Choose(file, sheet, given, first: plans.Count == 0);
            if (sheet.Rows.Count <= Math.Max(1, profile?.HeaderRows ?? 1))
            {
                aside.Add(new Notice(Problem.At(sheet.Name is null ? file : $"{file}:{sheet.Name}", "table.sheetempty", sheet.Name ?? "")));
            }
            else if (!fits)
            {
                aside.Add(new Notice(Problem.At($"{file}:{sheet.Name}", "table.sheetnoprofile", sheet.Name ?? ""), LeftOut: true));
            }
            else
            {
                var table = HeaderPlace.Table(file, sheet, profile);
                var name = several && sheet.Name is not null && !IsYear(sheet.Name) ? $"{baseName} – {sheet.Name}" : baseName;
                var register = options.Kind == SourceKind.Table || string.Equals(profile?.Kind, "table", StringComparison.OrdinalIgnoreCase);
                plans.Add((sheet, table, register ? RegisterPlan.Of(table, profile, name) : SurveyPlan.Of(table, profile, name)));
            }
        }

        return plans.Count > 0 ? plans : throw new RefusedException(Problem.At(file, "table.nodata"));
    }

    /// <summary>The profile for a sheet: by its name; else one without a name whose headers are all there, or for the first sheet in any case.</summary>
    private static (SurveyProfile? Profile, bool Fits) Choose(string file, TextSheet sheet, IReadOnlyList<SurveyProfile> given, bool first)
    {
        if (given.Count == 0)
        {
            return (null, true);
        }

        if (sheet.Name is not null && given.FirstOrDefault(p => Same(p.Sheet, sheet.Name)) is { } named)
        {
            return (named, true);
        }

        var open = given.Where(p => sheet.Name is null || string.IsNullOrWhiteSpace(p.Sheet)).ToList();
        if (open.Count == 0 || sheet.Rows.Count < 2)
        {
            return (null, sheet.Name is null || sheet.Rows.Count < 2);
        }

        var best = open.Select(p => (Profile: p, Fit: SurveyPlan.Fit(HeaderPlace.Table(file, sheet, p), p)))
            .OrderByDescending(p => p.Fit.Found == p.Fit.Named).ThenByDescending(p => p.Fit.Found).First();
        return (best.Profile, first || best.Fit.Found == best.Fit.Named);
    }

    private static void RefuseUnknownSheets(string file, IReadOnlyList<TextSheet> sheets, IReadOnlyList<SurveyProfile> given)
    {
        if (sheets is [{ Name: null }])
        {
            return;
        }

        if (given.FirstOrDefault(p => !string.IsNullOrWhiteSpace(p.Sheet) && !sheets.Any(s => Same(p.Sheet, s.Name))) is { Sheet: { } missing }
            && !given.Any(p => string.IsNullOrWhiteSpace(p.Sheet) || sheets.Any(s => Same(p.Sheet, s.Name))))
        {
            throw new RefusedException(Problem.At(file, "profile.sheet", missing, string.Join(", ", sheets.Select(s => s.Name))));
        }
    }

    private static bool Same(string? a, string? b) => a is not null && b is not null && string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool IsYear(string name) => name.Trim() is { Length: 4 } year && year.All(char.IsAsciiDigit);
}
