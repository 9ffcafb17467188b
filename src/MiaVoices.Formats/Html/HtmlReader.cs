using System.Text;
using System.Text.RegularExpressions;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Text;
using MiaVoices.Formats.Transcripts;

namespace MiaVoices.Formats.Html;

/// <summary>Web pages saved from a browser. Menus, headers, footers and forms of the site are left out; nothing is fetched.</summary>
public sealed partial class HtmlReader : ISourceReader
{
    /// <inheritdoc/>
    public string Format => "html";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return IsHtml(Sniff.Of(file));
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceDraft> Read(SourceFile file, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        var (lines, chrome, encoding) = Lines(file, cancellation);
        Notice[] notices = chrome > 0 ? [new Notice(Problem.At(file.Name, "html.chrome", chrome))] : [];
        return [TranscriptText.Draft(file, Format, encoding, lines, options, notices)];
    }

    /// <summary>The lines alone: the page is let go before the draft is made of them.</summary>
    private static (IReadOnlyList<TextLine> Lines, int Chrome, string Encoding) Lines(SourceFile file, CancellationToken cancellation)
    {
        var decoded = Decode(file);
        var (lines, chrome) = HtmlLines.Read(decoded.Text, stripChrome: true, cancellation);
        return (HtmlSpeakers.Label(lines), chrome, decoded.Encoding);
    }

    /// <summary>Whether a text begins as a web page, or a piece of one.</summary>
    internal static bool IsHtml(string opening) => opening.StartsWith('<') && Opening().IsMatch(opening);

    private static DecodedText Decode(SourceFile file)
    {
        var found = TextDecoding.Decode(file);

        // Text that is whole UTF-8 is that, whatever an old tag says; of the rest the page itself knows best.
        if (found.Encoding != "windows-1252" || Charset().Match(Sniff.Of(file)) is not { Success: true } match)
        {
            return found;
        }

        var name = match.Groups["name"].Value.ToLowerInvariant();
        if (name is "iso-8859-1" or "latin1" or "windows-1252" or "us-ascii" or "utf-8" or "utf8")
        {
            return found;
        }

        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name);
            return encoding is null || !encoding.IsSingleByte ? found : new DecodedText(encoding.GetString(file.Content.Span), name);
        }
        catch (ArgumentException)
        {
            return found;
        }
    }

    [GeneratedRegex(@"^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*){0,9}<(?:!doctype\s+html|(?:html|head|body|meta|title|div|p|table|h[1-6]|ul|ol|section|article|main|span|style|br|b|font|link|script)(?=[\s/>]))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Opening();

    [GeneratedRegex(@"<meta\s[^>]{0,200}?charset\s*=\s*[""']?(?<name>[A-Za-z0-9_-]{2,30})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
