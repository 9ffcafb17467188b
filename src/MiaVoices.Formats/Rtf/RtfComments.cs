namespace MiaVoices.Formats.Rtf;

/// <summary>What the number in a group says of a comment.</summary>
internal enum RtfCommentMark
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary><c>atrfstart</c>: what a comment is about begins here.</summary>
    Start,

    /// <summary><c>atnref</c>: which of those beginnings this comment belongs to.</summary>
    Reference,
}

/// <summary>
/// Gathers the comments of an RTF file. A comment stands where what it is about begins, or where it is itself when that
/// is not told. Who wrote it is in groups of their own and is not read.
/// </summary>
internal sealed class RtfComments(RtfText main)
{
    private readonly List<string> texts = [];
    private readonly Dictionary<int, int> starts = [];
    private int own;
    private int? start;
    private int number;

    /// <summary>The words of each comment; empty where there are none.</summary>
    public IReadOnlyList<string> Texts => texts;

    /// <summary>The comment at hand.</summary>
    public RtfText? Text { get; private set; }

    /// <summary>What the group of a control word says of a comment.</summary>
    public RtfCommentMark MarkOf(string word, RtfGroup group)
    {
        number = 0;
        return (word, group.Comment) switch
        {
            ("atrfstart", _) when group.Seen => RtfCommentMark.Start,
            ("atnref", true) => RtfCommentMark.Reference,
            _ => RtfCommentMark.None,
        };
    }

    /// <summary>A comment begins.</summary>
    public void Begin()
    {
        own = Place();
        start = null;
        Text = new RtfText();
    }

    /// <summary>A letter of a group that holds a number.</summary>
    public void Digit(byte letter, RtfCommentMark mark)
    {
        if (mark != RtfCommentMark.None && letter is >= (byte)'0' and <= (byte)'9' && number < 100_000_000)
        {
            number = (number * 10) + letter - '0';
        }
    }

    /// <summary>A group ends.</summary>
    public void Leave(RtfGroup group, RtfGroup outer)
    {
        if (group.Mark == RtfCommentMark.Start)
        {
            starts[number] = Place();
        }
        else if (group.Mark == RtfCommentMark.Reference && starts.Remove(number, out var place))
        {
            start = place;
        }
        else if (group.Comment && !outer.Comment && Text is { } text)
        {
            texts[start ?? own] = string.Join('\n', text.Finish().Select(l => l.Text).Where(t => t.Length > 0));
            Text = null;
        }
    }

    private int Place()
    {
        main.Mark(texts.Count);
        texts.Add("");
        return texts.Count - 1;
    }
}
