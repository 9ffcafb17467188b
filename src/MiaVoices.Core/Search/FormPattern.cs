namespace MiaVoices.Core.Search;

/// <summary>A condition on whole exact forms, such as <c>m*het</c>. Immutable and thread-safe.</summary>
public abstract class FormPattern
{
    private protected FormPattern(string text, MatchReason why) => (Text, Why) = (text, why);

    /// <summary>As a person would write it.</summary>
    public string Text { get; }

    /// <summary>Why a form that fits is a match.</summary>
    public MatchReason Why { get; }

    /// <summary>What every form that fits begins with; may be empty.</summary>
    internal virtual string Beginning => "";

    /// <summary>False for a form that surely does not fit, told from its length and letters alone.</summary>
    internal virtual bool MayFit(int length, uint letters) => true;

    /// <summary>0 for a form that fits, more for one that fits less well, -1 for one that does not.</summary>
    /// <exception cref="RefusedException">It takes too long to tell.</exception>
    internal abstract int Distance(string form);
}
