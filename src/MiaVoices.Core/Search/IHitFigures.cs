namespace MiaVoices.Core.Search;

/// <summary>How much a search finds in all.</summary>
/// <param name="Segments">All hits.</param>
/// <param name="Sources">Sources with at least one hit.</param>
/// <param name="Persons">Cases that said or wrote at least one hit; interviewers and notes count nobody.</param>
public sealed record HitTotals(int Segments, int Sources, int Persons);

/// <summary>The hits of one source.</summary>
/// <param name="Source">Identity of the source.</param>
/// <param name="Name">Its name.</param>
/// <param name="Label">Its label.</param>
/// <param name="Segments">Hits in it.</param>
/// <param name="Persons">Cases that said or wrote them.</param>
public sealed record SourceHits(Guid Source, string Name, string Label, int Segments, int Persons);

/// <summary>The hits of one group of persons.</summary>
/// <param name="Group">Value of the attribute; null for what no person said, and for persons who lack it.</param>
/// <param name="Segments">Hits by its persons.</param>
/// <param name="Persons">Those of its persons who said or wrote a hit.</param>
/// <param name="Of">All its persons in the project, hits or not.</param>
public sealed record GroupHits(string? Group, int Segments, int Persons, int Of);

/// <summary>A code among the hits; a code holds what the codes below it hold.</summary>
/// <param name="Code">Identity of the code.</param>
/// <param name="Segments">Hits that hold it.</param>
/// <param name="Of">Segments of the whole material that hold it.</param>
/// <param name="Persons">Cases that said or wrote the hits that hold it.</param>
public sealed record CodeHits(Guid Code, int Segments, int Of, int Persons);

/// <summary>The codes among the hits of a search.</summary>
/// <param name="Hits">All hits.</param>
/// <param name="Material">All segments that could have been hits: the whole material, or what interviewers did not say where only answers are searched.</param>
/// <param name="Codes">Codes that at least one hit holds, in no order.</param>
public sealed record CodesOfHits(int Hits, int Material, IReadOnlyList<CodeHits> Codes)
{
    /// <summary>A code with fewer segments has no <see cref="Ratio"/>: chance would decide it.</summary>
    public const int LeastForRatio = 5;

    /// <summary>
    /// How many times as often the code is held among the hits as in the material: (Segments / Hits) / (Of / Material). Null where
    /// the code has fewer than <see cref="LeastForRatio"/> segments in the material, or the search as few hits.
    /// </summary>
    public double? Ratio(CodeHits code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Of < LeastForRatio || Hits < LeastForRatio ? null : (double)code.Segments / Hits * Material / code.Of;
    }
}

/// <summary>
/// Counts over all hits of a search, without loading them; order, limit and offset of the request do not matter. All throw
/// <see cref="RefusedException"/> as <see cref="ISegmentSearch.Find"/> does.
/// </summary>
public interface IHitFigures
{
    /// <summary>Hits, sources and persons.</summary>
    HitTotals Totals(SearchRequest request);

    /// <summary>Hits by source, in document order; sources without hits are left out.</summary>
    IReadOnlyList<SourceHits> BySource(SearchRequest request);

    /// <summary>Hits by the value of an attribute, in no order; groups without hits are there too, with none.</summary>
    /// <exception cref="RefusedException">No case has the attribute; those there are are named.</exception>
    IReadOnlyList<GroupHits> ByGroup(SearchRequest request, string attribute);

    /// <summary>Codes among the hits.</summary>
    CodesOfHits ByCode(SearchRequest request);

    /// <summary>How many hits are segments whose key is greater than one: those that were brought in after it.</summary>
    int After(SearchRequest request, long key);
}
