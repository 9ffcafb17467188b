namespace MiaVoices.Core.Codes;

/// <summary>The reports that there are. The names are stored with passages and exports.</summary>
public enum ReportKind
{
    /// <summary>Theme report: what was said, theme by theme, for a steering group.</summary>
    Theme,

    /// <summary>Report of a user-led audit (brukarrevision): what works, what works less well, proposals.</summary>
    Audit,

    /// <summary>The figures of a survey.</summary>
    Survey,

    /// <summary>One page for a meeting.</summary>
    Summary,

    /// <summary>A sheet on one theme to talk about and tick.</summary>
    Dialogue,

    /// <summary>All quotes with where they stand, for those who go on working with them.</summary>
    Quotes,

    /// <summary>Stories whose tellers have agreed that they are shown (Röster från projektet).</summary>
    Voices,
}
