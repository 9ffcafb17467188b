using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.Transcripts;

/// <summary>Proposes who asks and who answers: known labels first, else by behaviour.</summary>
internal static class SpeakerRoles
{
    // The share of turns that end in a question for somebody to be the one who asks.
    private const double AsksOften = 0.25;

    /// <summary>The speakers in order of appearance with their roles.</summary>
    /// <param name="pieces">Pieces with speakers.</param>
    /// <param name="given">Roles that a person gave, by label; they go before everything.</param>
    public static IReadOnlyList<SpeakerDraft> Propose(IReadOnlyList<Spoken> pieces, IReadOnlyDictionary<string, SpeakerRole> given)
    {
        var wanted = given.GroupBy(g => SpeakerLabels.Key(g.Key), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal);
        var speakers = pieces.Where(p => p.Speaker is not null)
            .GroupBy(p => SpeakerLabels.Key(p.Speaker!), StringComparer.Ordinal)
            .Select(g => new Behaviour(g.First().Speaker!, wanted.TryGetValue(g.Key, out var role) ? role : Known(g.First().Speaker!), [.. g]))
            .ToList();
        var open = speakers.Where(s => s.Role is null).ToList();
        var asks = speakers.Any(s => s.Role == SpeakerRole.Interviewer);
        if (!asks && open.Count > 0 && speakers.Count > 1 && WhoAsks(open, speakers) is { } asker)
        {
            asker.Role = SpeakerRole.Interviewer;
            asks = true;
        }

        foreach (var speaker in open.Where(s => s.Role is null))
        {
            speaker.Role = asks ? SpeakerRole.Respondent : SpeakerRole.Unknown;
        }

        return [.. speakers.Select(s => new SpeakerDraft(s.Name, s.Role ?? SpeakerRole.Unknown, s.Turns))];
    }

    private static SpeakerRole? Known(string label) => SpeakerLabels.Known(label) is { } role && role != SpeakerRole.Unknown ? role : null;

    /// <summary>The one who asks clearly more often than every other and does not speak the most; null if nobody stands out.</summary>
    private static Behaviour? WhoAsks(List<Behaviour> open, List<Behaviour> all)
    {
        var asker = open.MaxBy(s => s.AskingShare)!;
        var others = all.Where(s => s != asker).ToList();
        return asker.AskingShare >= AsksOften
            && others.All(s => s.AskingShare * 2 <= asker.AskingShare)
            && others.Max(s => s.Words) > asker.Words
            ? asker
            : null;
    }

    private sealed class Behaviour
    {
        public Behaviour(string name, SpeakerRole? role, List<Spoken> turns)
        {
            (Name, Role, Turns) = (name, role, turns.Count);
            Words = turns.Sum(t => t.Text.Count(char.IsWhiteSpace) + 1);
            AskingShare = turns.Count(t => t.Text.TrimEnd(' ', '"', '”', ')') is [.., '?']) / (double)turns.Count;
        }

        public string Name { get; }

        public SpeakerRole? Role { get; set; }

        public int Turns { get; }

        public int Words { get; }

        public double AskingShare { get; }
    }
}
