using System.Globalization;
using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Figures.Surveys;

/// <summary>Counts the answers to one question. Pure; thread-safe.</summary>
internal static class QuestionCount
{
    /// <summary>Counts, with nothing hidden and nothing compared yet.</summary>
    /// <param name="wave">The wave.</param>
    /// <param name="question">The question, as it was asked in that wave.</param>
    /// <param name="by">The attribute that makes the groups; null for none.</param>
    /// <param name="ownWords">The point that stands for what few persons wrote outside the scale.</param>
    /// <param name="threshold">Fewer than so many persons are few; 0 to keep all words.</param>
    public static QuestionFigures Of(WaveMaterial wave, QuestionDraft question, string? by, string ownWords, int threshold)
    {
        var asked = wave.Persons
            .Where(p => p.Answers.ContainsKey(question.Id))
            .Select(p => (Group: by is null ? "" : p.Attributes.GetValueOrDefault(by, ""), Given: Answer.Of(p.Answers[question.Id], question)))
            .ToList();
        if (threshold > 0 && question.Kind is QuestionKind.Closed or QuestionKind.Multiple)
        {
            var scale = question.Scale.ToHashSet(StringComparer.Ordinal);
            var own = asked.SelectMany(a => a.Given.Points).CountBy(p => p, StringComparer.Ordinal).Where(p => p.Value < threshold && !scale.Contains(p.Key)).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
            asked = [.. asked.Select(a => a with { Given = a.Given.Without(own, ownWords) })];
        }

        var chosen = asked.SelectMany(a => a.Given.Points).ToHashSet(StringComparer.Ordinal);
        var inScale = question.Kind == QuestionKind.Number ? [] : question.Scale.Distinct(StringComparer.Ordinal).Where(p => !question.Missing.Contains(p)).ToList();
        var outside = question.Kind == QuestionKind.Number ? [] : chosen.Except(inScale, StringComparer.Ordinal).OrderBy(p => p == ownWords).ThenBy(p => p, SwedishOrder.Instance).ToList();
        List<string> points = [.. inScale, .. outside];
        List<string> missing = [.. question.Missing.Where(m => asked.Any(a => a.Given.Missing == m)).Distinct(StringComparer.Ordinal), .. asked.Any(a => a.Given.Missing == "") ? new[] { "" } : []];
        var positive = question.Kind == QuestionKind.Closed ? points.Where(question.Positive.Contains).ToHashSet(StringComparer.Ordinal) : [];
        var place = points.Index().ToDictionary(p => p.Item, p => p.Index, StringComparer.Ordinal);
        Tally Count(string group, List<Answer> answers) => Tallied(group, answers, place, missing, positive);
        return new QuestionFigures
        {
            Wave = wave.Wave,
            Question = question,
            Points = points,
            Unscaled = outside.Count,
            HasOwnWords = outside.Count > 0 && outside[^1] == ownWords,
            OutsideScale = inScale.Count == 0 ? 0 : outside.Count,
            MissingPoints = missing,
            Positive = [.. points.Where(positive.Contains)],
            All = Count("", [.. asked.Select(a => a.Given)]),
            Groups = by is null ? [] : [.. asked.GroupBy(a => a.Group, StringComparer.Ordinal).OrderBy(g => g.Key, GroupOrder.Instance).Select(g => Count(g.Key, [.. g.Select(a => a.Given)]))],
            Change = new WaveChange(null, null, null, NoChange.FirstWave),
        };
    }

    private static Tally Tallied(string group, List<Answer> answers, Dictionary<string, int> place, List<string> missing, HashSet<string> positive)
    {
        var counts = new int[place.Count];
        var positives = 0;
        foreach (var answer in answers)
        {
            foreach (var point in answer.Points)
            {
                counts[place[point]]++;
            }

            positives += answer.Points.Any(positive.Contains) ? 1 : 0;
        }

        var valid = answers.Count(a => a.Missing is null);
        return new Tally
        {
            Group = group,
            Base = answers.Count,
            Valid = valid,
            Points = [.. counts.Select(n => new Share(n, valid))],
            Positive = positive.Count == 0 ? null : new Share(positives, valid),
            MissingPoints = [.. missing.Select(m => new Share(answers.Count(a => a.Missing == m), answers.Count - valid))],
            Numbers = [.. answers.Where(a => a.Number is not null).Select(a => a.Number!.Value).Order()],
        };
    }

    /// <summary>An answer as it counts: its points, or a number, or why it counts as none.</summary>
    private sealed record Answer(IReadOnlyList<string> Points, decimal? Number, string? Missing)
    {
        public static Answer Of(IReadOnlyList<string> given, QuestionDraft question)
        {
            var valid = given.Where(p => !question.Missing.Contains(p)).Distinct(StringComparer.Ordinal).ToList();
            if (valid.Count == 0)
            {
                return new Answer([], null, given.Count == 0 ? "" : given[0]);
            }

            return question.Kind switch
            {
                QuestionKind.Number => decimal.TryParse(valid[0], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    ? new Answer([], number, null)
                    : new Answer([], null, ""),
                QuestionKind.Multiple => new Answer(valid, null, null),

                // One point of a scale is one answer, whatever else a file may have held.
                _ => new Answer([valid[0]], null, null),
            };
        }

        public Answer Without(HashSet<string> own, string instead) =>
            Points.Any(own.Contains) ? this with { Points = [.. Points.Select(p => own.Contains(p) ? instead : p).Distinct(StringComparer.Ordinal)] } : this;
    }
}
