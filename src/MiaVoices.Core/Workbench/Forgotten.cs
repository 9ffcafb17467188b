using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>What was taken away when a person was forgotten.</summary>
/// <param name="Segments">Segments whose words are gone.</param>
/// <param name="Codings">Codings that are gone with them, those of undone steps left out.</param>
/// <param name="Shortened">Codings that began or ended in the person's words and now hold only the others'.</param>
/// <param name="Memos">Memos on the person, the segments or the codings.</param>
/// <param name="Quotes">Quotes for publication.</param>
/// <param name="Mentions">Memos and passages of reports that still name the pseudonym: for a person to read.</param>
/// <param name="IsTidied">False when another program held the file, so that old pages may remain until it is compacted.</param>
public sealed record Forgotten(int Segments, int Codings, int Shortened, int Memos, int Quotes, int Mentions, bool IsTidied)
{
    /// <summary>What a step of the journal that forgot a person is named by.</summary>
    public const string Purpose = "case.forget";
}

/// <summary>What would be taken away if a person were forgotten: what is told before that is asked for.</summary>
/// <param name="Segments">Segments that the person has said or written.</param>
/// <param name="Codings">Codings that begin in them.</param>
public sealed record ToForget(int Segments, int Codings)
{
    /// <summary>Counts it.</summary>
    public static ToForget Of(IProjectStore store, Case person)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(person);
        return new ToForget(store.Segments(SegmentScope.All).Count(s => s.Respondent == person.Name), store.Codings(CodingScope.All).Count(c => c.Respondent == person.Name));
    }
}
