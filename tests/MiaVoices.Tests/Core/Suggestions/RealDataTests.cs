using MiaVoices.Core.Suggestions;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Suggestions;

/// <summary>Sanity on real Swedish sentences; the learning curves are measured by the benchmark.</summary>
public class RealDataTests
{
    [SharedFact]
    public void Seven_topics_are_ranked_far_above_chance_by_their_descriptions_alone() =>
        Assert.True(Order("sib200", Read("sib200_sv/train.tsv", 1, 2), 0) > 0.40);

    [SharedFact]
    public void Six_debates_are_told_apart_after_a_few_hundred_examples() =>
        Assert.True(Order("argumentation", Read("superlim/argumentation-sentences/train.tsv", 1, 3), 300) > 0.85);

    /// <summary>Mean average precision of the open segments; chance is one in the number of topics.</summary>
    private static double Order(string name, List<(string Topic, string Text)> rows, int coded)
    {
        var codes = File.ReadLines(Path.Combine(SharedFolder.Path!, "data", "descriptions.tsv"))
            .Select(line => line.Split('\t'))
            .Where(cells => cells[0] == name && rows.Any(row => row.Topic == cells[1]))
            .Select((cells, i) => Talk.Code(i + 1, cells[1], cells[2]))
            .ToArray();
        var segments = rows.Select((row, i) => new LearningSegment(i, row.Text, $"R{i}")).ToArray();
        var themes = rows.Select(row => Array.FindIndex(codes, code => code.Name == row.Topic)).ToArray();
        var labels = Enumerable.Range(0, coded).Select(i => new LearningLabel(i, codes[themes[i]].Id, LabelValue.Yes));
        var model = new LinearCodeSuggester(new PlainAnalyser()).Train(new LearningSet(segments, codes, labels, []));
        var open = model.Suggest(new SuggestionQuery { Minimum = 0, Explain = false }).Where(suggestion => suggestion.Segment >= coded).ToArray();
        return codes.Average(code =>
        {
            var hits = open.Where(suggestion => suggestion.Code == code.Id).Select(suggestion => codes[themes[suggestion.Segment]] == code).ToArray();
            var (found, sum) = (0, 0.0);
            for (var i = 0; i < hits.Length; i++)
            {
                found += hits[i] ? 1 : 0;
                sum += hits[i] ? (double)found / (i + 1) : 0;
            }

            return sum / found;
        });
    }

    private static List<(string Topic, string Text)> Read(string file, int topic, int text) =>
    [
        .. File.ReadLines(Path.Combine(SharedFolder.Path!, "data", file))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Select(cells => (cells[topic], cells[text])),
    ];
}
