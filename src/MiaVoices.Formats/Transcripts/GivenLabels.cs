using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.Transcripts;

/// <summary>Gives speakers the labels that a person chose for them, before anything else is made of the labels in the file.</summary>
internal sealed class GivenLabels
{
    private readonly Dictionary<string, (string Given, string New)> names;
    private readonly Dictionary<string, List<(string Given, string Written)>> replaced = new(StringComparer.Ordinal);

    /// <param name="names">New labels by the label as written, whatever its letter case and spaces.</param>
    public GivenLabels(IReadOnlyDictionary<string, string> names) =>
        this.names = names.GroupBy(n => SpeakerLabels.Key(n.Key), StringComparer.Ordinal).ToDictionary(g => g.Key, g => (g.Last().Key, g.Last().Value), StringComparer.Ordinal);

    /// <summary>
    /// The pieces under the new labels. Where two labels became one and the times are those of cues, what now follows on
    /// itself is one turn by the rule that holds for cues; elsewhere the turns stay as the file has them.
    /// </summary>
    public IReadOnlyList<Spoken> Rename(IReadOnlyList<Spoken> pieces)
    {
        if (names.Count == 0)
        {
            return pieces;
        }

        var renamed = new List<Spoken>(pieces.Count);
        foreach (var piece in pieces.Select(p => p with { Speaker = New(p.Speaker) }))
        {
            if (renamed.Count > 0 && Continues(renamed[^1], piece))
            {
                var before = renamed[^1];
                renamed[^1] = before with
                {
                    Text = before.Text + " " + piece.Text,
                    End = Math.Max(before.End!.Value, piece.End!.Value),
                    Comments = [.. before.Comments, .. piece.Comments],
                };
            }
            else
            {
                renamed.Add(piece);
            }
        }

        return renamed;
    }

    /// <summary>Roles by the new labels; one given for the new label goes before one for the old.</summary>
    public Dictionary<string, SpeakerRole> Roles(IReadOnlyDictionary<string, SpeakerRole> roles)
    {
        var wanted = new Dictionary<string, SpeakerRole>(StringComparer.Ordinal);
        foreach (var (label, role) in roles.OrderBy(r => names.ContainsKey(SpeakerLabels.Key(r.Key))))
        {
            wanted.TryAdd(names.TryGetValue(SpeakerLabels.Key(label), out var name) ? name.New : label, role);
        }

        return wanted;
    }

    /// <summary>The speaker with what its label replaced, and the words of it that look like a name.</summary>
    public SpeakerDraft Told(SpeakerDraft speaker) => replaced.TryGetValue(SpeakerLabels.Key(speaker.Name), out var was)
        ? speaker with { Written = [.. was.Select(w => w.Given)], NameWords = [.. was.SelectMany(w => NameLabels.Words(w.Written)).Distinct()] }
        : speaker with { NameWords = NameLabels.Words(speaker.Name) };

    private string? New(string? label)
    {
        if (label is null || !names.TryGetValue(SpeakerLabels.Key(label), out var name))
        {
            return label;
        }

        var key = SpeakerLabels.Key(name.New);
        if (!replaced.TryGetValue(key, out var was))
        {
            replaced[key] = was = [];
        }

        if (!was.Exists(w => w.Given == name.Given))
        {
            was.Add((name.Given, label));
        }

        return name.New;
    }

    private static bool Continues(Spoken before, Spoken next) =>
        before.Speaker is { } speaker && next.Speaker is { } other && SpeakerLabels.Key(speaker) == SpeakerLabels.Key(other)
        && before.End is { } end && next.End is not null && next.Timecode is { } start
        && (start - end) * 1000 <= Cues.PauseInTurn && start >= (before.Timecode ?? 0) - (Cues.ClockBack / 1000.0);
}
