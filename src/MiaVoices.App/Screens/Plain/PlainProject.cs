using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.App.Texts;
using MiaVoices.Core;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Storage;
using Microsoft.Data.Sqlite;

namespace MiaVoices.App.Screens.Plain;

/// <summary>
/// A project at work by lines: reading turn by turn, coding, searching, answering suggestions. Where one reads is one place, which
/// searching and suggestions move; what was read before is come back to.
/// </summary>
internal sealed partial class PlainProject
{
    private readonly Session _session;
    private readonly PlainTalk _talk;
    private readonly OpenProject _project;
    private readonly PlainCommands _commands;
    private Source? _source;
    private int _at = 1;
    private (Guid Source, int At)? _before;
    private bool _isUnread = true;
    private bool _isClosed;

    /// <summary>A project that has just been opened.</summary>
    public PlainProject(Session session, PlainTalk talk, OpenProject project, Action changeLanguage)
    {
        (_session, _talk, _project) = (session, talk, project);
        _commands = new PlainCommands(talk);
        AddReading();
        AddCoding();
        AddSearching();
        AddSuggesting();
        AddFiles();
        _commands.Add("language", "plain.language.name", "l", _ => changeLanguage());
        _commands.Add("help", "plain.help.name", "?", _ => Help());
        _commands.Add("close", "screen.close", "", _ => _isClosed = true);
        _commands.Add("quit", "screen.quit", "q", _ => (_isClosed, Leaves) = (true, true));
    }

    /// <summary>Whether the person wants out of the program and not only of the project.</summary>
    public bool Leaves { get; private set; }

    private Wording T => _session.T;

    private IProjectStore Store => _project.Store;

    /// <summary>Talks until the project is closed or the input ends. All is saved at every step.</summary>
    public void Run()
    {
        var sources = Store.Sources();
        _talk.Say(T["plain.opened", Store.Project.Name, sources.Count, Store.Codes().Count]);
        _talk.Say(T["plain.begin"]);
        if (sources.Count > 0)
        {
            _source = sources[0];
        }

        while (!_isClosed)
        {
            _talk.Say(T["plain.prompt"]);
            if (_talk.Listen() is not { } line)
            {
                return;
            }

            Do(line);
        }
    }

    /// <summary>What a line asks for: nothing written reads on, a number goes there, the rest are commands.</summary>
    private void Do(string line)
    {
        try
        {
            if (line.Length == 0)
            {
                Next();
            }
            else if (int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                GoTo(number);
            }
            else
            {
                _commands.Run(line);
            }
        }
        catch (RefusedException e)
        {
            _talk.Say(T.OnScreen(e.Problem));
        }
        catch (SqliteException e) when (ProjectFaults.Explain(e, "") is { } problem)
        {
            _talk.Say(T.OnScreen(problem));
        }
        catch (OperationCanceledException)
        {
            _talk.Say(T["cancelled"]);
        }
    }

    private void AddReading()
    {
        _commands.Add("next", "plain.next.name", "", _ => Next(), NoSource);
        _commands.Add("previous", "plain.previous.name", "b", _ => Step(-1), NoSource);
        _commands.Add("here", "plain.here.name", ".", _ => Read(), NoSource);
        _commands.Add("uncoded", "screen.code.next", "u", _ => NextUncoded(), NoSource);
        _commands.Add("goto", "plain.goto.name", "g", AskGoTo, NoSource);
        _commands.Add("back", "plain.back.name", "", _ => GoBack(), () => _before is null ? T["plain.noBack"] : null);
        _commands.Add("sources", "plain.sources.name", "", _ => TellSources());
        _commands.Add("source", "screen.code.source", "o", ChooseSource, () => Store.Sources().Count == 0 ? T["plain.noSources"] : null);
    }

    private void Help()
    {
        _talk.Say(T["plain.helpHead"]);
        _commands.Tell();
    }

    private string? NoSource() => _source is { Segments: > 0 } ? null : T["plain.noSources"];

    private Segment? Here() => _source is null ? null : Store.Segments(new SegmentScope { Source = _source.Id, Ordinals = (_at, _at) }).FirstOrDefault();

    private void Next()
    {
        if (NoSource() is { } reason)
        {
            _talk.Say(reason);
        }
        else if (_isUnread)
        {
            Read();
        }
        else
        {
            Step(1);
        }
    }

    private void Step(int by)
    {
        if (_at + by < 1 || _at + by > _source!.Segments)
        {
            _talk.Say(T[by > 0 ? "plain.atEnd" : "plain.atStart", _source!.Label]);
            return;
        }

        _at += by;
        Read();
    }

    private void AskGoTo(string typed)
    {
        var text = typed.Length > 0 ? typed : _talk.Ask(T["plain.askNumber", _source!.Segments]);
        if (text is null)
        {
            return;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            GoTo(number);
        }
        else
        {
            _talk.Say(T["plain.noSuch", text]);
        }
    }

    private void GoTo(int number)
    {
        if (NoSource() is { } reason)
        {
            _talk.Say(reason);
        }
        else if (number < 1 || number > _source!.Segments)
        {
            _talk.Say(T["plain.noTurn", number, _source!.Segments]);
        }
        else
        {
            _at = number;
            Read();
        }
    }

    /// <summary>Reads the segment at the place, with what is set on it.</summary>
    private void Read()
    {
        _isUnread = false;
        if (Here() is not { } segment)
        {
            _talk.Say(T["plain.noSources"]);
            return;
        }

        _talk.Say(T["plain.turn", Said(segment), _source!.Segments, _source.Label]);
        _talk.Say(segment.Text);
        TellSet(segment);
    }

    /// <summary>The place of a segment without the marks that are only for the eye.</summary>
    private string Said(Segment segment) => Place.Of(segment, T).Replace(" · ", ", ", StringComparison.Ordinal);

    private void TellSet(Segment segment)
    {
        var tree = new CodeTree(Store.Codes());
        foreach (var coding in CodingsAt(segment))
        {
            var whole = coding.Start <= segment.Start && coding.End >= segment.End;
            var mark = coding.Polarity is { } polarity ? $" ({T["polarity." + JsonFields.Word((Polarity?)polarity)]})" : "";
            var who = coding.Coder == Store.Coder ? "" : $", {coding.Coder}";
            var name = tree.Contains(coding.Code) ? tree[coding.Code].Name : "–";
            _talk.Say(whole ? T["plain.coded", name + mark + who] : T["plain.codedPart", name + mark + who, coding.Quote]);
        }

        foreach (var memo in Store.Memos().Where(m => m.Target == MemoTarget.Segment && m.TargetId == segment.Id))
        {
            _talk.Say(T["plain.memoIs", memo.Text]);
        }

        if (Store.Reviews(segment.SourceId).Any(r => r.SegmentId == segment.Id && r.Coder == Store.Coder))
        {
            _talk.Say(T["screen.code.isReviewed", segment.Ordinal]);
        }
    }

    private List<Coding> CodingsAt(Segment segment) =>
        [.. Store.Codings(new CodingScope { Source = segment.SourceId }).Select(c => c.Coding).Where(c => c.Start < segment.End && c.End > segment.Start)];

    private void NextUncoded()
    {
        var coded = Store.Codings(new CodingScope { Source = _source!.Id }).Select(c => (c.Coding.Start, c.Coding.End)).ToList();
        var segments = Store.Segments(new SegmentScope { Source = _source.Id }).Where(s => s.Role != SpeakerRole.Interviewer && !coded.Exists(c => c.Start < s.End && c.End > s.Start)).Select(s => s.Ordinal).ToList();
        if (segments.Count == 0)
        {
            _talk.Say(T["screen.code.allCoded"]);
            return;
        }

        // Round from the end to the beginning, as on the screen.
        _at = segments.Find(o => o > _at) is > 0 and var next ? next : segments[0];
        Read();
    }

    private void TellSources()
    {
        var progress = Store.Progress().ToDictionary(p => p.Source);
        var sources = Store.Sources();
        if (sources.Count == 0)
        {
            _talk.Say(T["plain.noSources"]);
        }

        foreach (var source in sources)
        {
            var of = progress.GetValueOrDefault(source.Id);
            _talk.Say(T["plain.sourceLine", source.Label, T["kind." + JsonFields.Word(source.Kind)], source.Segments, of?.Done ?? 0, of?.Respondent ?? 0]);
        }
    }

    private void ChooseSource(string typed)
    {
        if (_talk.Choose(T["screen.code.source"], Store.Sources(), s => s.Label, typed) is { } chosen)
        {
            (_source, _at) = (chosen.Item, 1);
            Read();
        }
    }

    /// <summary>Moves to a place that was found, and remembers where one was reading.</summary>
    private void MoveTo(Segment segment)
    {
        if (_source is not null)
        {
            _before ??= (_source.Id, _at);
        }

        (_source, _at) = (Store.Sources().FirstOrDefault(s => s.Id == segment.SourceId) ?? _source, segment.Ordinal);
        _isUnread = false;
    }

    private void GoBack()
    {
        var (source, at) = _before!.Value;
        _before = null;
        if (Store.Sources().FirstOrDefault(s => s.Id == source) is { } known)
        {
            (_source, _at) = (known, Math.Min(at, known.Segments));
        }

        Read();
    }

    /// <summary>What a sighted person reads in the status row.</summary>
    private void TellStatus() => _talk.Say(_project.Status.Text);

    private bool Do(Core.Changes.Change change, string told)
    {
        var done = _project.Do(change, told);
        TellStatus();
        return done;
    }
}
