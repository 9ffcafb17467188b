namespace MiaVoices.Core.Workbench;

/// <summary>What a point of the check before an export says.</summary>
public enum CheckState
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Worth a look; the report can be written.</summary>
    Warning,

    /// <summary>The report is not written until it is mended.</summary>
    Blocks,
}

/// <summary>A point of the check before an export.</summary>
/// <param name="Name">The point, by a word that stays (<c>quotes.approved</c>).</param>
/// <param name="State">What it says.</param>
/// <param name="Words">The same in words, by a key and facts; never what a respondent said.</param>
public sealed record ReportCheck(string Name, CheckState State, Problem Words);
