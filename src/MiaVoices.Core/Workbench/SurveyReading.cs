using MiaVoices.Core.Figures.Surveys;
using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>
/// Reads the surveys of a project for figures. Only sources of kind survey are surveys: register tables that are kept use
/// the same fields for their name and date.
/// </summary>
public static class SurveyReading
{
    /// <summary>The names of the surveys, in the order in which they came in.</summary>
    public static IReadOnlyList<string> Names(IProjectStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return [.. Surveys(store).Select(NameOf).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A survey with all its waves, or with those named, the oldest first.</summary>
    /// <param name="store">The project.</param>
    /// <param name="name">The survey; null where there is one only.</param>
    /// <param name="where">Only persons with these attribute values.</param>
    /// <param name="only">Only these waves; null for all.</param>
    /// <exception cref="UsageException">There is no such survey or wave, or several surveys and none named.</exception>
    /// <exception cref="RefusedException">The project has no survey.</exception>
    public static SurveyMaterial Read(IProjectStore store, string? name, IReadOnlyList<(string Attribute, string Value)> where, IReadOnlyList<string>? only = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(where);
        var chosen = Chosen(store, name);
        var sources = Surveys(store).Where(s => NameOf(s) == chosen).ToDictionary(s => s.Id);
        var attributes = store.Cases().ToDictionary(c => c.Name, c => c.Attributes, StringComparer.Ordinal);
        var rows = new Dictionary<(string Wave, string Person), Row>();
        var order = new List<(string Wave, string Person)>();
        var inSource = new Dictionary<Guid, HashSet<string>>();
        foreach (var source in sources.Keys)
        {
            inSource[source] = new HashSet<string>(StringComparer.Ordinal);
            foreach (var respondent in store.Respondents(source))
            {
                var key = (respondent.Wave ?? "", respondent.CaseName);
                inSource[source].Add(key.Item1);
                if (attributes.TryGetValue(respondent.CaseName, out var own) && Summarising.Fits(own, where) && rows.TryAdd(key, new Row(own)))
                {
                    order.Add(key);
                }
            }
        }

        foreach (var answer in store.Answers().Where(a => sources.ContainsKey(a.Source)))
        {
            if (rows.TryGetValue((answer.Wave ?? "", answer.Case), out var row))
            {
                // Of two files with one question for one person the one that holds an answer counts.
                if (!row.Answers.TryGetValue(answer.QuestionId, out var before) || before.Count == 0)
                {
                    row.Answers[answer.QuestionId] = answer.Points;
                }
            }
        }

        foreach (var written in store.WrittenAnswers().Where(w => sources.ContainsKey(w.Source)))
        {
            if (rows.TryGetValue((written.Wave ?? "", written.Case), out var row))
            {
                row.Written.Add(written.QuestionId);
            }
        }

        var questions = store.Questions().ToLookup(q => q.Source);
        var goals = store.Goals().ToLookup(g => g.Source);
        var persons = order.ToLookup(k => k.Wave, k => k.Person, StringComparer.Ordinal);
        var waves = inSource.SelectMany(s => s.Value.Count > 0 ? s.Value : [sources[s.Key].Wave ?? ""]).Distinct(StringComparer.Ordinal)
            .OrderBy(w => w.Length > 0).ThenBy(w => w, SwedishOrder.Instance).ToList();
        return new SurveyMaterial(chosen, [.. Wanted(waves, only).Select(wave => Wave(wave))]);

        WaveMaterial Wave(string wave)
        {
            var own = sources.Values.Where(s => inSource[s.Id].Contains(wave) || (inSource[s.Id].Count == 0 && (s.Wave ?? "") == wave)).ToList();

            // What is told of a file with several waves is not told of one of them, and of a selection nothing is known.
            bool Tells(Source source) => where.Count == 0 && inSource[source.Id].Count <= 1;
            return new WaveMaterial
            {
                Wave = wave.Length > 0 ? wave : null,
                Population = own.All(s => Tells(s) && s.Population is not null) ? own.Sum(s => s.Population) : null,
                Reached = own.All(s => Tells(s) && s.Reached is not null) ? own.Sum(s => s.Reached) : null,
                Imported = own.Max(s => s.Imported),
                Questions = [.. own.AsEnumerable().SelectMany(s => questions[s.Id]).Select(q => q.Question).DistinctBy(q => q.Id, StringComparer.Ordinal)],
                Goals = [.. own.SelectMany(s => goals[s.Id]).Select(g => g.Goal).DistinctBy(g => (g.Name, g.Question))],
                Persons = [.. persons[wave].Select(p => new SurveyPerson { Name = p, Attributes = rows[(wave, p)].Attributes, Answers = rows[(wave, p)].Answers, Written = rows[(wave, p)].Written })],
            };
        }
    }

    /// <summary>The attributes of those who answered a survey.</summary>
    public static IReadOnlyList<string> Attributes(SurveyMaterial survey)
    {
        ArgumentNullException.ThrowIfNull(survey);
        return [.. survey.Waves.SelectMany(w => w.Persons).SelectMany(p => p.Attributes.Keys).Distinct(StringComparer.Ordinal).Order(SwedishOrder.Instance)];
    }

    /// <summary>The attribute by the name that the persons have it under.</summary>
    /// <exception cref="UsageException">Nobody has it; those there are are named.</exception>
    public static string Attribute(SurveyMaterial survey, string wanted)
    {
        var names = Attributes(survey);
        return Find(names, wanted) ?? throw new UsageException(Problem.Of("survey.by", wanted, string.Join(", ", names)));
    }

    /// <summary>As <see cref="Attribute"/>; null where the usual attribute is nobody's, since nobody asked for it by name.</summary>
    internal static string? AttributeOrNull(SurveyMaterial survey, string wanted, bool isUsual) => isUsual ? Find(Attributes(survey), wanted) : Attribute(survey, wanted);

    /// <summary>The question by its id or wording in any of the waves.</summary>
    /// <exception cref="UsageException">There is none; the ids there are are named.</exception>
    public static QuestionDraft Question(SurveyMaterial survey, string wanted)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(wanted);
        var all = survey.Waves.Reverse().SelectMany(w => w.Questions).ToList();
        var name = StoredText.Normalise(wanted.Trim());
        return all.FirstOrDefault(q => q.Id == name)
            ?? all.FirstOrDefault(q => string.Equals(q.Id, name, StringComparison.OrdinalIgnoreCase))
            ?? all.FirstOrDefault(q => QuestionLikeness.Fold(q.Text) == QuestionLikeness.Fold(name))
            ?? throw new UsageException(Problem.Of("survey.question", wanted, string.Join(", ", survey.Waves.SelectMany(w => w.Questions).Select(q => q.Id).Distinct(StringComparer.Ordinal))));
    }

    /// <summary>A wave by its name.</summary>
    /// <exception cref="UsageException">There is none; those there are are named.</exception>
    public static WaveMaterial Wave(SurveyMaterial survey, string wanted)
    {
        ArgumentNullException.ThrowIfNull(survey);
        var names = survey.Waves.Select(w => w.Wave ?? "").ToList();
        return survey.Waves[names.IndexOf(Wanted(names, [wanted]).Single())];
    }

    private static IEnumerable<Source> Surveys(IProjectStore store) => store.Sources().Where(s => s.Kind == SourceKind.Survey);

    internal static string NameOf(Source source) => source.Survey ?? source.Label;

    private static string Chosen(IProjectStore store, string? wanted)
    {
        var names = Names(store);
        if (names.Count == 0)
        {
            throw new RefusedException(Problem.Of("survey.none"));
        }

        return wanted is null
            ? names.Count == 1 ? names[0] : throw new UsageException(Problem.Of("survey.several", string.Join(", ", names)))
            : Find(names, wanted) ?? throw new UsageException(Problem.Of("survey.unknown", wanted, string.Join(", ", names)));
    }

    private static IEnumerable<string> Wanted(List<string> waves, IReadOnlyList<string>? only) => only is null
        ? waves
        : only.Select(w => Find(waves, w) ?? throw new UsageException(Problem.Of("survey.wave", w, string.Join(", ", waves.Where(x => x.Length > 0)))));

    private static string? Find(IReadOnlyList<string> names, string wanted)
    {
        var name = StoredText.Normalise(wanted.Trim());
        return names.FirstOrDefault(n => n == name) ?? names.FirstOrDefault(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase));
    }

    private sealed record Row(IReadOnlyDictionary<string, string> Attributes)
    {
        public Dictionary<string, IReadOnlyList<string>> Answers { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Written { get; } = new(StringComparer.Ordinal);
    }
}
