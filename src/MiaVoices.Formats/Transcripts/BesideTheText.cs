using MiaVoices.Core;
using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.Transcripts;

/// <summary>What stands beside the text of a document and is not read as speech.</summary>
internal static class BesideTheText
{
    /// <summary>A notice for each kind that the document has. The words of text boxes are missing from the result.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="comments">Number of comments.</param>
    /// <param name="footnotes">Number of footnotes and endnotes.</param>
    /// <param name="textBoxes">Number of text boxes.</param>
    public static List<Notice> Notices(string file, int comments, int footnotes, int textBoxes)
    {
        var notices = new List<Notice>();
        if (comments > 0)
        {
            notices.Add(new Notice(Problem.At(file, "docx.comments", comments)));
        }

        if (footnotes > 0)
        {
            notices.Add(new Notice(Problem.At(file, "docx.footnotes", footnotes)));
        }

        if (textBoxes > 0)
        {
            notices.Add(new Notice(Problem.At(file, "docx.textboxes", textBoxes), LeftOut: true));
        }

        return notices;
    }
}
