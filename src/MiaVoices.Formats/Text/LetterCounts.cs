using MiaVoices.Core;

namespace MiaVoices.Formats.Text;

/// <summary>Counts by which a text is told from something else.</summary>
internal sealed class LetterCounts
{
    private long all;
    private long controls;
    private long words;

    /// <summary>Counts the letters of a text or a piece of it.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        all += text.Length;
        foreach (var c in text)
        {
            if (char.IsControl(c) ? c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u001A') : c is '\uFFFE' or '\uFFFF')
            {
                controls++;
            }
            else if (!char.IsWhiteSpace(c) && c is not '\uFEFF')
            {
                words++;
            }
        }
    }

    /// <exception cref="RefusedException"><c>file.binary</c>: more than one in a hundred is no letter; <c>file.empty</c>: only white space.</exception>
    public void RefuseBinary(string file)
    {
        if (controls * 100 > all)
        {
            throw new RefusedException(Problem.At(file, "file.binary"));
        }

        if (words == 0)
        {
            throw new RefusedException(Problem.At(file, "file.empty"));
        }
    }
}
