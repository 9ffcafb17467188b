namespace MiaVoices.App.Screens.Writing;

/// <summary>What a text that is being written belongs to. Its form is kept with drafts in project files.</summary>
/// <param name="What">memo, coding or code.</param>
/// <param name="Part">Of a memo what it is about, or <c>edit</c>; of the others which of their texts.</param>
/// <param name="Id">Identity of what it belongs to; of a memo that is altered its own. Empty for the project.</param>
internal sealed record WritingPlace(string What, string Part, Guid Id)
{
    public const string Memo = "memo";
    public const string Coding = "coding";
    public const string Code = "code";
    public const string Edit = "edit";

    // What a draft that a person closed ends with, so that the program does not open it by itself.
    private const string Aside = "/";

    /// <summary>The place while somebody writes there.</summary>
    public string Key => $"{What}:{Part}:{Id:N}";

    /// <summary>The place of a draft that was put aside.</summary>
    public string AsideKey => Key + Aside;

    /// <summary>Whether a draft was put aside by its writer.</summary>
    public static bool IsAside(string key) => key.EndsWith(Aside, StringComparison.Ordinal);

    /// <summary>Reads a place; null for one that this version of the program does not know.</summary>
    public static WritingPlace? Parse(string key) => key.TrimEnd(Aside[0]).Split(':') is [var what, var part, var id] && Guid.TryParseExact(id, "N", out var guid) ? new WritingPlace(what, part, guid) : null;
}
