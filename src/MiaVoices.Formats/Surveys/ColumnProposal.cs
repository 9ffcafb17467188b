using System.Text.RegularExpressions;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Tables;

namespace MiaVoices.Formats.Surveys;

/// <summary>A proposed column and why.</summary>
internal sealed record Proposal(ColumnProfile Column, string Reason);

/// <summary>Proposes a role for a column from its header and what stands in it. Nothing of the content goes into the reason.</summary>
internal static partial class ColumnProposal
{
    private const int ShortText = 40;
    private const int MostPoints = 12;

    // Enough to tell what a column is; only the points of a scale are looked for in all rows.
    private const int SampleRows = 5000;

    /// <param name="table">The table.</param>
    /// <param name="index">The column.</param>
    /// <param name="hasId">Whether another column is the respondent's id already.</param>
    /// <param name="hasWave">Whether the wave is told already.</param>
    public static Proposal Of(TextTable table, int index, bool hasId, bool hasWave)
    {
        var header = table.Headers[index];
        var all = table.Rows.Select(r => TextTable.Fold(r[index])).Where(v => v.Length > 0);
        var values = all.Take(SampleRows).ToList();
        var distinct = values.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        distinct = values.Count == SampleRows && distinct.Count <= MostPoints ? [.. all.Distinct(StringComparer.OrdinalIgnoreCase)] : distinct;
        Proposal Make(string role, string reason, string? name = null) => new(new ColumnProfile { Header = header, Role = role, Name = name }, reason);

        if (ColumnNames.IsIdentity(header))
        {
            return Make("identity", "column.header.identity");
        }

        if (values.Count == 0)
        {
            return Make("ignore", "column.empty");
        }

        if (Identifying.Column(values))
        {
            return Make("identity", "column.content.identity");
        }

        // A header that can be nothing else may hold some ids twice: those rows are told one by one.
        if (ColumnNames.IsId(header) && distinct.Count * 10 >= values.Count * (ColumnNames.IsRespondentId(header) ? 5 : 9))
        {
            return hasId ? Make("ignore", "column.second.id") : Make("id", "column.header.id");
        }

        if (ColumnNames.IsTime(header) || values.Count(v => Moment().IsMatch(v)) * 5 >= values.Count * 4)
        {
            return Make("ignore", "column.time");
        }

        if (ColumnNames.IsQuiz(header))
        {
            return Make("ignore", "column.quiz");
        }

        if (ColumnNames.IsWave(header) && distinct.Count <= 20)
        {
            return hasWave ? Make("ignore", "column.second.wave") : Make("wave", "column.header.wave");
        }

        if (ColumnNames.IsCode(header) && values.All(v => v.Length <= 4 * ShortText))
        {
            return Make("code", "column.header.code");
        }

        if (ColumnNames.IsAttribute(header) && values.All(v => v.Length <= 2 * ShortText))
        {
            return Make("attribute", "column.header.attribute", header.ToLowerInvariant());
        }

        return Question(header, values, distinct)
            ?? (distinct.Count <= MostPoints && distinct.All(v => v.Length <= ShortText) && !ColumnNames.AsksForText(header) && !header.EndsWith('?')
                ? Make("attribute", "column.content.attribute", header.ToLowerInvariant())
                : Make("freetext", "column.content.text"));
    }

    private static Proposal? Question(string header, List<string> values, List<string> distinct)
    {
        var column = new ColumnProfile { Header = header, Role = "closed" };
        var missing = distinct.Where(v => KnownScales.Missing.Contains(v.ToLowerInvariant())).ToList();
        var points = distinct.Except(missing, StringComparer.Ordinal).ToList();
        if (points.Count > 0 && points.Count <= MostPoints && KnownScales.Find(points) is { } scale)
        {
            return new Proposal(column with { Scale = scale.Scale, Positive = scale.Positive, Missing = missing.Count > 0 ? missing : null }, "column.content.scale");
        }

        if (Separator(values) is { } separator)
        {
            return new Proposal(column with { Role = "multiple", Separator = separator }, "column.content.multiple");
        }

        if (points.Count > 0 && points.All(p => Numbers.Parse(p) is not null))
        {
            var numbers = points.Select(p => Numbers.Parse(p)!.Value).Distinct().Order().ToList();
            var whole = numbers.All(n => n == decimal.Truncate(n) && n is >= 0 and <= 10);
            return whole && !ColumnNames.AsksForNumber(header) && points.All(p => !p.Contains(',', StringComparison.Ordinal))
                ? new Proposal(column with { Scale = [.. numbers.Select(Numbers.Format)], Missing = missing.Count > 0 ? missing : null }, "column.content.numbers")
                : new Proposal(column with { Role = "number", Missing = missing.Count > 0 ? missing : null }, "column.content.number");
        }

        var words = values.Average(v => v.Count(char.IsWhiteSpace) + 1.0);
        var repeated = distinct.Count * 2 <= values.Count && distinct.Count <= MostPoints && distinct.All(v => v.Length <= 2 * ShortText);
        if (!repeated && (ColumnNames.AsksForText(header) || words >= 3))
        {
            return new Proposal(column with { Role = "freetext", Missing = FreeText.DefaultMissing }, ColumnNames.AsksForText(header) ? "column.header.text" : "column.content.text");
        }

        return repeated && (header.EndsWith('?') || header.EndsWith(']') || header.Length > 30)
            ? new Proposal(column with { Missing = missing.Count > 0 ? missing : null }, "column.content.few")
            : null;
    }

    /// <summary>The separator between options: a semicolon at the end as Forms writes, or options that come back; null if it is not such a column.</summary>
    private static string? Separator(List<string> values)
    {
        // Long texts are no lists of options, however many commas they hold.
        if (values.Average(v => v.Length) > 4 * ShortText)
        {
            return null;
        }

        if (values.Count(v => v.EndsWith(';')) * 2 >= values.Count)
        {
            return ";";
        }

        foreach (var separator in (string[])[";", ", "])
        {
            var several = values.Count(v => v.Contains(separator, StringComparison.Ordinal));
            var options = values.SelectMany(v => Options.Split(v, separator, [])).ToList();
            var kinds = options.Distinct(StringComparer.OrdinalIgnoreCase).Count();
            if (several * 5 >= values.Count && several >= 2 && kinds <= 20 && kinds * 2 <= options.Count && options.All(o => o.Length <= 2 * ShortText))
            {
                return separator;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[ T].*)?$|^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|\d{4})(?: .*)?$|^\d{1,2}:\d{2}(?::\d{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Moment();
}
