using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>
/// Proposes pseudonyms for speakers whose labels look like names, before anything is stored: a letter for the group and a
/// number that tells neither the name nor the order. Not thread-safe: each pseudonym is given once.
/// </summary>
/// <param name="store">The project: its seed, and the names that are taken in it.</param>
public sealed class SpeakerPseudonyms(IProjectStore store)
{
    private const string Asks = "Intervjuare";

    // With two figures there are 99 a letter; a project with more goes on with three, and so on.
    private const int MostFigures = 6;

    private readonly Dictionary<(char Letter, int Figures), Queue<string>> rows = [];
    private HashSet<string>? taken;

    /// <summary>
    /// The draft with pseudonyms proposed, or with these instead of the labels where the person asks for it, and with what
    /// there is to tell of names: that labels look like them, and how often they stand in the text, never which.
    /// </summary>
    public SourceDraft Propose(SourceDraft draft, ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(options);
        if (!draft.Speakers.Any(s => s.NameWords.Count > 0))
        {
            taken?.UnionWith(Names(draft));
            return draft;
        }

        taken ??= [.. store.Cases().Select(c => c.Name), .. store.Speakers().Select(s => s.Name)];
        taken.UnionWith(Names(draft));
        var speakers = new List<SpeakerDraft>();
        foreach (var speaker in draft.Speakers)
        {
            speakers.Add(speaker.LooksLikeName ? speaker with { Pseudonym = For(speaker, draft, options, speakers) } : speaker);
        }

        var proposed = draft with { Speakers = speakers };
        return (options.Pseudonyms ? Renamed(proposed) : proposed) with { Notices = [.. NotLeaking(draft, speakers, options), .. Told(proposed, options)] };
    }

    private string For(SpeakerDraft speaker, SourceDraft draft, ReadOptions options, List<SpeakerDraft> before)
    {
        if (speaker.Role == SpeakerRole.Interviewer)
        {
            var others = draft.Speakers.Select(s => s.Name).Concat(before.Select(s => s.Pseudonym)).ToHashSet();
            return Enumerable.Range(1, draft.Speakers.Count + 1).Select(n => n == 1 ? Asks : string.Create(CultureInfo.InvariantCulture, $"{Asks} {n}")).First(n => !others.Contains(n));
        }

        // The code that the file already has for the only one who answers is that person's pseudonym.
        if (speaker.Role == SpeakerRole.Respondent && draft.Speakers.Count(s => s.Role == SpeakerRole.Respondent) == 1
            && SourceLabel.CodeIn(draft.Name) is { } code && !draft.Speakers.Any(s => IsFromName(code, s.NameWords)) && taken!.Add(code))
        {
            return code;
        }

        return Next(Letter(speaker.Role, options));
    }

    /// <summary>The letter of the group that the person named for the import, else one for the role.</summary>
    private static char Letter(SpeakerRole role, ReadOptions options) =>
        options.Attributes.TryGetValue("grupp", out var group) && group is [var first, ..] && char.IsLetter(first) ? char.ToUpperInvariant(first)
        : role == SpeakerRole.Respondent ? 'D' : 'T';

    private string Next(char letter)
    {
        for (var figures = 2; figures <= MostFigures; figures++)
        {
            if (!rows.TryGetValue((letter, figures), out var row))
            {
                rows[(letter, figures)] = row = new Queue<string>(Shuffled(letter, figures));
            }

            while (row.TryDequeue(out var name))
            {
                if (taken!.Add(name))
                {
                    return name;
                }
            }
        }

        throw new RefusedException(Problem.Of("speaker.tooMany"));
    }

    /// <summary>All numbers with so many figures in an order that the project's seed gives.</summary>
    private IEnumerable<string> Shuffled(char letter, int figures)
    {
        var most = (int)Math.Pow(10, figures) - 1;
        var least = figures == 2 ? 1 : (int)Math.Pow(10, figures - 1);
        return Enumerable.Range(least, most - least + 1)
            .Select(n => letter + n.ToString("D" + figures, CultureInfo.InvariantCulture))
            .OrderBy(n => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{store.Project.Seed}\n{n}"))), StringComparer.Ordinal);
    }

    private static bool IsFromName(string code, IReadOnlyList<string> nameWords) =>
        nameWords.Count > 0 && (SourceLabel.IsInitials(code, nameWords) || char.ToUpperInvariant(nameWords[0][0]) == code[0]);

    private static IEnumerable<string> Names(SourceDraft draft) =>
        draft.Speakers.Select(s => s.Name).Concat(SourceLabel.CodeIn(draft.Name) is { } code && !draft.Speakers.Any(s => s.LooksLikeName) ? [code] : []);

    private static SourceDraft Renamed(SourceDraft draft)
    {
        var names = draft.Speakers.Where(s => s.Pseudonym is not null).ToDictionary(s => s.Name, s => s.Pseudonym!, StringComparer.Ordinal);
        return draft with
        {
            Speakers = [.. draft.Speakers.Select(s => s.Pseudonym is { } name ? s with { Name = name, Written = [s.Name], Person = s.Role == SpeakerRole.Interviewer ? null : name } : s)],
            Segments = [.. draft.Segments.Select(s => s.Speaker is { } was && names.TryGetValue(was, out var name) ? s with { Speaker = name } : s)],
        };
    }

    /// <summary>What the reader told, with the pseudonym where it named a speaker whose label goes.</summary>
    private static IEnumerable<Notice> NotLeaking(SourceDraft draft, List<SpeakerDraft> speakers, ReadOptions options)
    {
        var names = speakers.Where(s => options.Pseudonyms && s.Pseudonym is not null).ToDictionary(s => s.Name, s => (object)s.Pseudonym!, StringComparer.Ordinal);
        return draft.Notices.Select(n => n with { Problem = n.Problem with { Facts = [.. n.Problem.Facts.Select(f => f is string text && names.TryGetValue(text, out var name) ? name : f)] } });
    }

    private static IEnumerable<Notice> Told(SourceDraft draft, ReadOptions options)
    {
        var labels = draft.Speakers.Count(s => s.LooksLikeName);
        if (labels > 0 && !options.Pseudonyms)
        {
            yield return new Notice(Problem.At(draft.Name, "speaker.looksLikeName", labels));
        }

        var places = new NamePlaces(draft.Speakers.SelectMany(s => s.NameWords));
        if (options.Pseudonyms || draft.Speakers.Any(s => s.Written.Count > 0))
        {
            var count = draft.Segments.Sum(s => places.In(s.Text)) + (options.CommentTitle is null ? 0 : draft.Comments.Sum(c => places.In(c.Text)));
            if (count > 0)
            {
                yield return new Notice(Problem.At(draft.Name, "speaker.namesInText", count));
            }
        }

        if (places.InFileName(draft.Name) || draft.Speakers.Any(s => SourceLabel.CodeIn(draft.Name) is { } code && SourceLabel.IsInitials(code, s.NameWords)))
        {
            yield return new Notice(Problem.At(draft.Name, "speaker.nameInFileName"));
        }
    }
}
