namespace MiaVoices.Core.Search;

/// <summary>What an index token stands for.</summary>
public enum IndexTermKind
{
    /// <summary>The stem of a word that is no function word.</summary>
    Stem,

    /// <summary>The folded form of any word.</summary>
    Exact,

    /// <summary>The stem of a part of a compound.</summary>
    Part,

    /// <summary>A function word, which is never stemmed and never meets a stem.</summary>
    Function,

    /// <summary>The stem of an English word, which never meets a Swedish one.</summary>
    English,
}

/// <summary>One token of the index.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Text">The stem or the form, without the mark of its kind.</param>
public readonly record struct IndexTerm(IndexTermKind Kind, string Text)
{
    private const string Marks = "=+._'";

    /// <summary>
    /// The token as it is written in the index: <c>=form</c>, <c>+part</c>, <c>.function</c>,
    /// <c>_english</c>, and the stem bare. A stem that
    /// is empty or begins with one of the marks gets an apostrophe before it, so that no two kinds ever meet.
    /// </summary>
    public string Written => Kind switch
    {
        IndexTermKind.Exact => "=" + Text,
        IndexTermKind.Part => "+" + Text,
        IndexTermKind.Function => "." + Text,
        IndexTermKind.English => "_" + Text,
        _ => Text.Length == 0 || Marks.Contains(Text[0], StringComparison.Ordinal) ? "'" + Text : Text,
    };
}
