using MiaVoices.Core.Codes;
using MiaVoices.Core.Suggestions;

namespace MiaVoices.Core.Workbench;

/// <summary>How often a code's suggestions were right so far, by people's answers one by one.</summary>
/// <param name="Code">The code.</param>
/// <param name="Right">Accepted as suggested.</param>
/// <param name="Answered">Answered in all; what was accepted many at a time says nothing and is left out.</param>
public sealed record CodeAnswers(Guid Code, int Right, int Answered);

public static partial class Suggesting
{
    /// <summary>The segments that a person has coded or reviewed: nothing is suggested for them unless it is asked for.</summary>
    public static IReadOnlySet<long> Done(IProjectStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new HashSet<long>([.. store.Codings(CodingScope.All).Select(c => c.SegmentKey), .. store.Reviews().Select(r => r.Segment)]);
    }

    /// <summary>How often suggestions were right so far, for each code with an answer, in the order of the codebook.</summary>
    public static IReadOnlyList<CodeAnswers> RightSoFar(IProjectStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        var tree = new CodeTree(store.Codes());
        var answers = store.SuggestionAnswers().Where(a => a.AcceptedAbove is null).ToLookup(a => a.Code);
        return
        [
            .. tree.Codes.Where(c => answers.Contains(c.Id))
                .Select(c => new CodeAnswers(c.Id, answers[c.Id].Count(a => a.Verdict == SuggestionVerdict.Accepted), answers[c.Id].Count())),
        ];
    }

    /// <summary>
    /// The coded passages with a mark of polarity, each once; where marks of one passage differ between themes or coders
    /// it is left out, since the words alone do not tell.
    /// </summary>
    public static IReadOnlyList<PolarityExample> PolarityExamples(IProjectStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return
        [
            .. store.Codings(CodingScope.All)
                .Where(c => c.Coding.Polarity is not null)
                .GroupBy(c => (c.Coding.Source, c.Coding.Start, c.Coding.End))
                .Where(passage => passage.Select(c => c.Coding.Polarity).Distinct().Count() == 1)
                .Select(passage => passage.First())
                .Select((c, i) => new PolarityExample(i, c.Coding.Quote, c.Respondent ?? c.SourceName, c.Coding.Polarity!.Value)),
        ];
    }

    /// <summary>Puts the project's suggestions in order.</summary>
    public static SuggestionOrder Order(IProjectStore store, LearningSet set)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(set);
        return new SuggestionOrder(store.Project.Seed, [.. set.Segments.Select(s => s.Key)]);
    }
}
