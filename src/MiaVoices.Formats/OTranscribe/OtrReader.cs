using System.Text.Json;
using System.Text.RegularExpressions;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Html;
using MiaVoices.Formats.Json;
using MiaVoices.Formats.Text;
using MiaVoices.Formats.Transcripts;

namespace MiaVoices.Formats.OTranscribe;

/// <summary>oTranscribe (.otr): JSON that holds the transcript as HTML, with time stamps among the words.</summary>
public sealed partial class OtrReader : ISourceReader
{
    /// <inheritdoc/>
    public string Format => "otr";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var opening = Sniff.Of(file);
        return JsonReader.IsJson(opening) && (Opening().IsMatch(opening) || (opening.Contains("\"media-time\"", StringComparison.Ordinal) && opening.Contains("\"text\"", StringComparison.Ordinal)));
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceDraft> Read(SourceFile file, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (lines, encoding) = Lines(file, cancellation);
        return [TranscriptText.Draft(file, Format, encoding, lines, options with { Kind = options.Kind ?? SourceKind.Interview }, [])];
    }

    /// <summary>The lines alone: the page is let go before the draft is made of them.</summary>
    private static (List<TextLine> Lines, string Encoding) Lines(SourceFile file, CancellationToken cancellation)
    {
        var (html, encoding) = Html(file);
        return ([.. HtmlLines.Read(html, stripChrome: false, cancellation).Lines.Select(l => l.Line with { Text = WithoutInnerMarks(l.Line.Text) })], encoding);
    }

    /// <summary>The page in the file; the JSON round it is let go.</summary>
    private static (string Html, string Encoding) Html(SourceFile file)
    {
        var decoded = TextDecoding.Decode(file);
        using var json = JsonText.Parse(file, decoded);
        var html = json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("text", out var text) ? JsonText.String(text) : null;
        return (html ?? throw new RefusedException(Problem.At(file.Name, "format.json")), decoded.Encoding);
    }

    /// <summary>Stamps set while a turn goes on are not speech; the one that a line begins with is its time.</summary>
    private static string WithoutInnerMarks(string line) =>
        Mark().Replace(line, m => m.Index == 0 ? m.Value : " ");

    [GeneratedRegex(@" ?(?<code>\[\d{2,3}:\d{2}:\d{2}\.\d{3}\]) ", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex("^\\{\\s*\"text\"\\s*:\\s*\"\\s*(?:<|\\\\u003c|&nbsp;)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Opening();
}
