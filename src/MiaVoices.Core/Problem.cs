namespace MiaVoices.Core;

/// <summary>
/// Something that a person must know or mend, as facts: the text in Swedish or English is made from it at the edge of
/// the program. Facts never hold what a respondent said.
/// </summary>
/// <param name="Key">Name of the text, such as <c>file.empty</c>; every key has a text in each language.</param>
/// <param name="Where">File, with line or cell where known (<c>svar.csv, rad 12</c> is made from the facts); null if no place applies.</param>
/// <param name="Facts">Numbers, names of files, columns or commands that the text mentions, in the order of its placeholders.</param>
public sealed record Problem(string Key, string? Where, params IReadOnlyList<object> Facts)
{
    /// <summary>A problem without a place.</summary>
    public static Problem Of(string key, params object[] facts) => new(key, null, facts);

    /// <summary>A problem at a place, usually a file's name.</summary>
    public static Problem At(string where, string key, params object[] facts) => new(key, where, facts);
}

/// <summary>The input or the project is at fault: one line to the person, exit code 1, nothing changed.</summary>
public class RefusedException : Exception
{
    /// <summary>Refuses with one problem.</summary>
    public RefusedException(Problem problem, Exception? inner = null)
        : base(problem.Key, inner) => Problem = problem;

    /// <summary>What is wrong and where.</summary>
    public Problem Problem { get; }
}

/// <summary>The command was given wrongly (an ambiguous name, a missing choice): exit code 2.</summary>
public sealed class UsageException : RefusedException
{
    /// <summary>Refuses the wording of a command.</summary>
    public UsageException(Problem problem)
        : base(problem)
    {
    }
}
