namespace MiaVoices.Core.Workbench;

/// <summary>A text that a coder has begun and not yet kept.</summary>
/// <param name="Place">What is being written, in words of the program's own.</param>
/// <param name="Text">The text so far.</param>
/// <param name="At">When it was saved last.</param>
public sealed record WritingDraft(string Place, string Text, DateTimeOffset At);

/// <summary>
/// Texts that are being written, each coder's own: saved while typing, outside the journal, and gone when the text is kept
/// or thrown away. One thread at a time, like the store.
/// </summary>
public interface IDraftShelf
{
    /// <summary>The draft at a place, or null.</summary>
    WritingDraft? Find(string place);

    /// <summary>This coder's drafts, the latest first.</summary>
    IReadOnlyList<WritingDraft> All();

    /// <summary>Saves a draft; an empty text removes it. Never waits for another program, since somebody is typing meanwhile.</summary>
    /// <returns>Whether it was saved; not while another program writes to the project, and then it is to be tried again.</returns>
    /// <exception cref="RefusedException">It cannot be saved for a reason that a person can mend, such as a full disk.</exception>
    bool Save(string place, string text);

    /// <summary>Removes a draft, if there is one. Never waits.</summary>
    /// <returns>As for <see cref="Save"/>.</returns>
    /// <exception cref="RefusedException">As for <see cref="Save"/>.</exception>
    bool Remove(string place);
}
