namespace MiaVoices.Terminal.Screen;

/// <summary>Knows how the terminal writes at the moment and tells it only what changes.</summary>
internal sealed class Pen(ByteWriter output, Theme theme)
{
    private Paint current = Paint.Plain;
    private Style style;

    public Theme Theme { get; set; } = theme;

    private static readonly (StyleMarks Mark, byte Code)[] Codes =
        [(StyleMarks.Bold, 1), (StyleMarks.Dim, 2), (StyleMarks.Italic, 3), (StyleMarks.Underline, 4), (StyleMarks.Reverse, 7), (StyleMarks.Strike, 9)];

    /// <summary>Goes back to the terminal's own look, whatever it was.</summary>
    public void Reset()
    {
        output.Add("\u001b[0m"u8);
        current = Paint.Plain;
        style = default;
    }

    /// <summary>Whether it writes like this already.</summary>
    public bool Is(Style wanted) => wanted == style;

    /// <summary>Writes like this from now on.</summary>
    public void Set(Style wanted)
    {
        if (wanted == style)
        {
            return;
        }

        style = wanted;
        var paint = Theme.Resolve(wanted);
        if (paint == current)
        {
            return;
        }

        output.Add("\u001b["u8);
        var first = true;
        if (paint == Paint.Plain)
        {
            output.Add((byte)'m');
            current = paint;
            return;
        }

        // Taking a mark away has codes that terminals disagree on: begin anew.
        if ((current.Marks & ~paint.Marks) != 0)
        {
            Code(0, ref first);
            current = Paint.Plain;
        }

        foreach (var (mark, code) in Codes)
        {
            if ((paint.Marks & ~current.Marks & mark) != 0)
            {
                Code(code, ref first);
            }
        }

        Color(paint.Ink, current.Ink, 30, ref first);
        Color(paint.Fill, current.Fill, 40, ref first);
        output.Add((byte)'m');
        current = paint;
    }

    private void Color(int wanted, int now, int basis, ref bool first)
    {
        if (wanted == now)
        {
            return;
        }

        switch (wanted)
        {
            case Paint.Own:
                Code(basis + 9, ref first);
                break;
            case < 8:
                Code(basis + wanted, ref first);
                break;
            case < 16:
                Code(basis + 60 + wanted - 8, ref first);
                break;
            case < Paint.Rgb:
                Code(basis + 8, ref first);
                Code(5, ref first);
                Code(wanted - Paint.Index, ref first);
                break;
            default:
                Code(basis + 8, ref first);
                Code(2, ref first);
                Code((wanted >> 16) & 0xFF, ref first);
                Code((wanted >> 8) & 0xFF, ref first);
                Code(wanted & 0xFF, ref first);
                break;
        }
    }

    private void Code(int code, ref bool first)
    {
        if (!first)
        {
            output.Add((byte)';');
        }

        first = false;
        output.AddNumber(code);
    }
}
