using System.Text;
using MiaVoices.Core.Search;

namespace MiaVoices.Storage.Index;

/// <summary>
/// The strings that our own MATCH expressions hold: analysed tokens in hexadecimal UTF-8, alternatives at one position with
/// <c>|</c> between, positions with a blank between. Nothing that a person typed reaches FTS5's own syntax.
/// </summary>
internal static class QueryEncoding
{
    // Words hold no control characters, so no text ever gives this token: it stands for words that no text can hold.
    private static readonly IndexTerm Never = new(IndexTermKind.Stem, "\u0001");

    /// <summary>Appends one string, quotes included, and the star of a prefix.</summary>
    internal static void Write(IndexWords words, StringBuilder expression)
    {
        expression.Append('"');
        for (var i = 0; i < words.Slots.Count; i++)
        {
            if (i > 0)
            {
                expression.Append(' ');
            }

            Write(words.Slots[i].Terms, expression);
        }

        expression.Append('"');
        if (words.Slots[^1].Mode == TermMode.Prefix)
        {
            expression.Append(" *");
        }
    }

    /// <summary>Appends alternatives at one position, without quotes.</summary>
    internal static void Write(IEnumerable<IndexTerm> terms, StringBuilder expression)
    {
        var first = true;
        foreach (var term in terms.DefaultIfEmpty(Never))
        {
            if (!first)
            {
                expression.Append('|');
            }

            expression.Append(Convert.ToHexString(Encoding.UTF8.GetBytes(term.Written)));
            first = false;
        }
    }

    /// <summary>Hands the tokens of one string to FTS5.</summary>
    /// <exception cref="FormatException">The string was not written here.</exception>
    internal static int Read(ReadOnlySpan<byte> text, TokenSink sink)
    {
        var at = 0;
        var colocated = false;
        while (at < text.Length)
        {
            var rest = text[at..];
            var length = rest.IndexOfAny((byte)'|', (byte)' ');
            length = length < 0 ? rest.Length : length;
            var token = Convert.FromHexString(Encoding.ASCII.GetString(rest[..length]));
            var result = sink.Emit(token, colocated, at, at + length);
            if (result != 0)
            {
                return result;
            }

            colocated = length < rest.Length && rest[length] == '|';
            at += length + 1;
        }

        return 0;
    }
}
