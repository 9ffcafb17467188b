using MiaVoices.Core.Changes;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>Says who asks and who answers in a source that is in the project already.</summary>
public static class SpeakerRoles
{
    /// <summary>
    /// The changes that give speakers their roles. As at import, a respondent becomes a person of its own until a table says
    /// otherwise, and a person that nobody is any more goes. Speakers that have the role already give nothing.
    /// </summary>
    /// <param name="store">The project.</param>
    /// <param name="source">The source.</param>
    /// <param name="roles">Roles by the speaker's label, whatever its letter case.</param>
    /// <exception cref="RefusedException">The source has no speaker of that name; those it has are named.</exception>
    public static IReadOnlyList<Change> Set(IProjectStore store, Source source, IReadOnlyDictionary<string, SpeakerRole> roles)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(roles);
        var speakers = store.Speakers(source.Id);
        var wanted = roles.Select(r => (Speaker: Find(speakers, r.Key, source), Role: r.Value)).Where(r => r.Speaker.Role != r.Role).ToDictionary(r => r.Speaker.Name, r => r.Role);
        var counts = source.Kind is SourceKind.Interview or SourceKind.Story;
        var respondents = speakers.Count(s => wanted.GetValueOrDefault(s.Name, s.Role) == SpeakerRole.Respondent);
        var taken = store.Cases().Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var ids = store.NewIds();
        var changes = new List<Change>();
        var gone = new List<Guid>();
        foreach (var speaker in speakers.Where(s => wanted.ContainsKey(s.Name)))
        {
            Guid? person = null;
            if (wanted[speaker.Name] == SpeakerRole.Respondent && counts)
            {
                person = speaker.Case ?? ids.Next();
                if (speaker.Case is null)
                {
                    var name = FreeName(SourceLabel.Pseudonym(source.Label), alone: respondents == 1, taken);
                    changes.Add(new AddCase(new Case { Id = person.Value, Name = name, Attributes = new Dictionary<string, string>() }) { Source = source.Id });
                }
            }
            else if (speaker.Case is { } left)
            {
                gone.Add(left);
            }

            changes.Add(new MapSpeaker(source.Id, speaker.Name, wanted[speaker.Name], person));
        }

        var others = store.Speakers().Where(s => s.Case is not null && (s.Source != source.Id || !wanted.ContainsKey(s.Name))).Select(s => s.Case!.Value).ToHashSet();
        var surveyed = store.SurveyCases();
        changes.AddRange(gone.Distinct().Where(c => !others.Contains(c) && !surveyed.Contains(c)).Select(c => new RemoveCase(c)));
        return changes;
    }

    private static Speaker Find(IReadOnlyList<Speaker> speakers, string name, Source source) =>
        speakers.FirstOrDefault(s => s.Name == name)
            ?? speakers.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new RefusedException(Problem.Of("speaker.notIn", name, source.Label, speakers.Count == 0 ? "–" : string.Join(", ", speakers.Select(s => s.Name))));

    private static string FreeName(string label, bool alone, HashSet<string> taken)
    {
        var name = alone ? label : label + ":1";
        for (var n = 2; !taken.Add(name); n++)
        {
            name = FormattableString.Invariant($"{label}:{n}");
        }

        return name;
    }
}
