using MiaVoices.Core.Codes;

namespace MiaVoices.Core.Reports;

/// <summary>What people have written for one report. Immutable; thread-safe.</summary>
public sealed class PassageBook
{
    private readonly Dictionary<(string Place, Guid? Code), string> _texts;
    private readonly ReportKind _report;
    private readonly bool _invites;

    /// <param name="passages">All passages of the project.</param>
    /// <param name="report">The report.</param>
    /// <param name="audience">Who it is for: inside, empty places say what belongs there.</param>
    public PassageBook(IEnumerable<Passage> passages, ReportKind report, Audience audience)
    {
        ArgumentNullException.ThrowIfNull(passages);
        (_report, _invites) = (report, audience == Audience.Internal);
        _texts = passages.Where(p => p.Report == report && p.Text.Trim().Length > 0).ToDictionary(p => (p.Place, p.Code), p => p.Text);
    }

    /// <summary>What is written at a place, or null.</summary>
    public string? Text(string place, Guid? code = null) => _texts.GetValueOrDefault((place, code));

    /// <summary>What is written at a place as blocks; where nothing is, an invitation in italics inside and nothing outside.</summary>
    public IReadOnlyList<Block> At(string place, Guid? code = null) =>
        Text(place, code) is { } text ? WrittenText.Blocks(text)
        : _invites ? [new Paragraph(new Span($"[{PassagePlace.Find(_report, place)!.Invitation}]", SpanStyle.Emphasis))]
        : [];

    /// <summary>What is written at a place after a word in bold that says what it is, on one paragraph where it is one.</summary>
    public IEnumerable<Block> Under(string label, string place, Guid? code = null)
    {
        var blocks = At(place, code);
        return blocks switch
        {
            [] => [],
            [Paragraph first, ..] => [new Paragraph([new Span(label + ":", SpanStyle.Strong), new Span(" "), .. first.Spans]), .. blocks.Skip(1)],
            _ => [new Paragraph(new Span(label + ":", SpanStyle.Strong)), .. blocks],
        };
    }

    /// <summary>A part of a report with its heading, or nothing when there is nothing in it.</summary>
    public static IEnumerable<Block> Part(string heading, IEnumerable<Block> blocks)
    {
        var all = blocks.ToList();
        return all.Count == 0 ? [] : all.Prepend(new Heading(2, heading));
    }
}
