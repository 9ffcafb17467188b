using MiaVoices.Core;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;

namespace MiaVoices.Storage.Index;

/// <summary>Filters as conditions on a segment s. Names are looked up first, so that letter case does not matter beyond ASCII.</summary>
internal sealed class FilterConditions(ProjectNames names, SqlParameters parameters)
{
    /// <summary>The condition of a filter; it may be NULL for false.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="eachHit">True where it is asked of single hits: then nothing is gathered of the whole project first.</param>
    /// <exception cref="RefusedException">The filter names a code, source, role or attribute that the project lacks.</exception>
    internal string Of(FilterQuery filter, bool eachHit) => filter.Field switch
    {
        FilterField.Speaker => "s.speaker IN " + parameters.AddList(names.Speakers(filter.Value)),
        FilterField.Role => Role(filter.Value),
        FilterField.Attribute => Attribute(filter, eachHit),
        FilterField.Code => Code(filter.Value),
        FilterField.Source => $"s.source IN (SELECT id FROM source WHERE uid IN {parameters.AddIds(names.Sources(filter.Value))})",
        FilterField.Question => Question(filter.Value),
        FilterField.Wave => Wave(filter.Value),
        FilterField.Coded => Coded(eachHit),
        FilterField.Uncoded => "NOT " + Coded(eachHit),
        _ => throw new ArgumentException("Unknown field.", nameof(filter)),
    };

    private static string Role(string value)
    {
        const string interviewers = "s.speaker IN (SELECT id FROM speaker WHERE role = 'interviewer')";
        const string respondents = "(s.kind = 'answer' OR s.speaker IN (SELECT id FROM speaker WHERE role = 'respondent'))";
        return ProjectNames.Folded(value) switch
        {
            "interviewer" or "intervjuare" => interviewers,
            "respondent" or "deltagare" or "intervjuad" or "svarande" => respondents,
            "unknown" or "okänd" => $"({interviewers} OR {respondents}) IS NOT TRUE",
            _ => throw new RefusedException(Problem.Of("search.role.unknown", value)),
        };
    }

    // Few codings reach over several segments; those have an index of their own.
    private static string Coded(bool eachHit) => eachHit
        ? """
          (EXISTS (SELECT 1 FROM coding c WHERE c.first = s.id)
           OR EXISTS (SELECT 1 FROM coding c WHERE c.source = s.source AND c.last > c.first AND c.first < s.id AND c.last >= s.id))
          """
        : """
          (s.id IN (SELECT c.first FROM coding c
                    UNION SELECT t.id FROM coding c JOIN segment t ON t.id BETWEEN c.first + 1 AND c.last AND +t.source = c.source WHERE c.last > c.first))
          """;

    // An answer's case stands on the segment, a turn's on its speaker.
    private string Attribute(FilterQuery filter, bool eachHit)
    {
        var (attributes, values) = names.AttributeValues(filter.Name, filter.Value);
        var wanted = $"a.name IN {parameters.AddList(attributes)} AND a.value IN {parameters.AddList(values)}";
        if (eachHit)
        {
            return $"""
                (EXISTS (SELECT 1 FROM case_attribute a WHERE a."case" = s."case" AND {wanted})
                 OR EXISTS (SELECT 1 FROM speaker p JOIN case_attribute a ON a."case" = p."case" WHERE p.id = s.speaker AND {wanted}))
                """;
        }

        var cases = $"""SELECT a."case" FROM case_attribute a WHERE {wanted}""";
        return $"""(s."case" IN ({cases}) OR s.speaker IN (SELECT p.id FROM speaker p WHERE p."case" IN ({cases})))""";
    }

    // A coding may reach over several segments; their keys follow on each other within a source. The plus sign keeps SQLite from
    // going through all of the source for each coding.
    private string Code(string value) => $"""
        s.id IN (SELECT t.id FROM coding c JOIN segment t ON t.id BETWEEN c.first AND c.last AND +t.source = c.source
                 WHERE c.code IN (SELECT id FROM code WHERE uid IN {parameters.AddIds(names.Codes(value))}))
        """;

    // Waves have no table to look them up in: NOCASE folds ASCII, the variants the rest.
    private string Wave(string value)
    {
        var wave = CanonicalComposition.Compose(value).Trim();
        return "coalesce(s.wave, (SELECT o.wave FROM source o WHERE o.id = s.source)) COLLATE NOCASE IN "
            + parameters.AddList([wave, wave.ToLowerInvariant(), wave.ToUpperInvariant()]);
    }

    private string Question(string value)
    {
        var (questions, headings) = names.Questions(value);
        var condition = "s.question IN " + parameters.AddList(questions);
        return headings.Count == 0 ? condition : $"({condition} OR s.heading IN {parameters.AddList(headings)})";
    }
}
