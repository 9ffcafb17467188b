using System.Text.RegularExpressions;
using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.Transcripts;

/// <summary>
/// Notes from a meeting: bullets under headings. Each bullet or paragraph is a piece, the heading it stands under goes with
/// it, headings themselves are not speech.
/// </summary>
internal static partial class NotesLayout
{
    private const int HeadingLength = 100;

    /// <summary>Whether the lines look like notes: at least two bullets, and with their headings they make up half of the lines.</summary>
    public static bool Recognises(IReadOnlyList<TextLine> lines)
    {
        var filled = lines.Where(l => !l.Blank).ToList();
        var bullets = filled.Count(IsBullet);
        var headings = filled.Where((l, i) => !IsBullet(l) && (IsHeadingMark(l) || (i + 1 < filled.Count && IsBullet(filled[i + 1])))).Count();
        return bullets >= 2 && (bullets + headings) * 2 >= filled.Count;
    }

    public static Layout Read(IReadOnlyList<TextLine> lines)
    {
        var notes = new PieceBuilder();
        var before = new Preamble();
        var filled = lines.Where(l => !l.Blank).ToList();
        var hasBullets = filled.Any(IsBullet);
        string? heading = null;
        var started = false;
        for (var i = 0; i < filled.Count; i++)
        {
            var line = filled[i];
            var next = i + 1 < filled.Count ? filled[i + 1] : null;
            if (IsBullet(line))
            {
                notes.Begin(null, null, Bullet().Replace(line.Text, ""), heading, line);
                started = true;
            }
            else if (IsHeading(line, next, hasBullets, started))
            {
                heading = Hashes().Replace(line.Text, "").Trim().TrimEnd('#').Trim();
                notes.Begin(null, null, "", heading);
            }
            else if (notes.Open && !line.Starts && started)
            {
                notes.Add(line.Text, line);
            }
            else if (!started && hasBullets && !Preamble.IsProse(line))
            {
                before.Add(line);
            }
            else
            {
                notes.Begin(null, null, line.Text, heading, line);
                started = true;
            }
        }

        return new Layout(SourceKind.Notes, notes.Finish(), before.Titles);
    }

    private static bool IsBullet(TextLine line) => line.Listed || Bullet().IsMatch(line.Text);

    private static bool IsHeading(TextLine line, TextLine? next, bool hasBullets, bool started)
    {
        var text = line.Text.Trim();
        if (line.Heading || Hashes().IsMatch(text))
        {
            return true;
        }

        var opens = next is not null && !IsHeadingMark(next) && text.Length <= HeadingLength && (line.Starts || !started);
        return opens && (line.AllBold || (hasBullets && IsBullet(next!) && !Preamble.IsProse(line)) || text is [.., '?' or ':']);
    }

    private static bool IsHeadingMark(TextLine line) => line.Heading || Hashes().IsMatch(line.Text);

    [GeneratedRegex(@"^\s*(?:[-*•·–▪◦‣]|o\t|\d{1,3}[.)])\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\s*#{1,6}\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Hashes();
}
