namespace MiaVoices.Core.Themes;

/// <summary>A coded passage, or one to compare with.</summary>
/// <param name="Key">Unique in its list; the order of the keys is the document order.</param>
/// <param name="Text">The words.</param>
/// <param name="Respondent">Who speaks; the source's name where that is not known. A blank one counts as one person.</param>
/// <param name="Group">The group the person belongs to, or blank.</param>
public sealed record ThemeText(long Key, string Text, string Respondent, string Group = "");
