using MiaVoices.App.Cli;
using MiaVoices.App.Texts;
using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens;

/// <summary>
/// The project that is open: what screens read, the one way in which they alter it, and what is told of it. Belongs to the thread
/// that runs the program; what takes long reads through a connection of its own.
/// </summary>
internal sealed class OpenProject : IDisposable
{
    private readonly Func<IProjectStore> _reopen;
    private readonly Lane _quick = new();
    private readonly Lane _long = new();

    /// <summary>A project.</summary>
    /// <param name="path">The whole path of its file.</param>
    /// <param name="store">Opened for this thread.</param>
    /// <param name="reopen">Opens it once more, for work in the background.</param>
    /// <param name="texts">Gives the texts of the moment.</param>
    public OpenProject(string path, IProjectStore store, Func<IProjectStore> reopen, Func<Wording> texts)
    {
        (Path, Store, _reopen, Texts) = (path, store, reopen, texts);
        Files = new Files(() => System.IO.Path.GetDirectoryName(path)!);
    }

    /// <summary>The project's file.</summary>
    public string Path { get; }

    /// <summary>The files, from the folder of the project: there things go and come from unless told otherwise.</summary>
    public Files Files { get; }

    /// <summary>For reading; alter it by <see cref="Do"/>.</summary>
    public IProjectStore Store { get; }

    /// <summary>Grows with every alteration: what was read before may be stale.</summary>
    public int Revision { get; private set; }

    /// <summary>Grows when the project has become another by other means than changes: texts on show may be others now.</summary>
    public int Touched { get; private set; }

    /// <summary>Tells what was done.</summary>
    public StatusRow Status { get; } = new();

    /// <summary>The time zone in which times are shown.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Local;

    /// <summary>Runs what is read in the background; null for the thread pool.</summary>
    public Action<Action>? Behind { get; init; }

    /// <summary>Whether it has been closed: what was put off until later has nothing to work on any more.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>What the latest revision altered, so that a screen need not read all anew; null where that is not known.</summary>
    public Change? Latest { get; private set; }

    private Func<Wording> Texts { get; }

    private Wording T => Texts();

    /// <summary>Makes an alteration and tells of it; what is refused is told instead.</summary>
    /// <param name="change">The alteration.</param>
    /// <param name="told">What was done, for the status row.</param>
    /// <returns>Whether it was made.</returns>
    public bool Do(Change change, string told) => Try(() =>
    {
        Latest = Store.Apply(change).Change;
        Status.Show(told, T["screen.undoHint"]);
    });

    /// <summary>Takes back this coder's last step.</summary>
    public bool Undo() => Try(() =>
    {
        var entry = Store.Undo();
        Latest = entry.Change;
        Status.Show(T["screen.undone", Cli.ChangeText.Of(Last(entry), T)], T["screen.redoHint"]);
    });

    /// <summary>Makes the step that was taken back last again.</summary>
    public bool Redo() => Try(() =>
    {
        var entry = Store.Redo();
        Latest = entry.Change;
        Status.Show(T["screen.redone", Cli.ChangeText.Of(Last(entry), T)], T["screen.undoHint"]);
    });

    /// <summary>Runs something that may be refused, and tells why.</summary>
    /// <returns>Whether it went well.</returns>
    public bool Try(Action action)
    {
        Latest = null;
        try
        {
            action();
        }
        catch (RefusedException e)
        {
            Status.Show(T.Of(e.Problem), "", Role.Bad);
            return false;
        }

        Revision++;
        return true;
    }

    /// <summary>Tells that the project has become another by other means, such as an import.</summary>
    public void Touch()
    {
        Latest = null;
        Revision++;
        Touched++;
    }

    /// <summary>Reads in the background on a connection of its own; one piece of work at a time, and only what a person waits for.</summary>
    /// <typeparam name="T1">What it gives.</typeparam>
    /// <param name="work">Where its answers arrive and newer work replaces it.</param>
    /// <param name="read">Reads; must not alter the project.</param>
    /// <param name="done">Gets the answer on the thread that runs the program.</param>
    public void Read<T1>(LatestWork work, Func<IProjectStore, CancellationToken, T1> read, Action<T1> done) => Read(_quick, work, read, done);

    /// <summary>As <see cref="Read{T1}(LatestWork, Func{IProjectStore, CancellationToken, T1}, Action{T1})"/>, on another connection: for what may take long, such as learning, so that a search never waits for it.</summary>
    public void ReadLong<T1>(LatestWork work, Func<IProjectStore, CancellationToken, T1> read, Action<T1> done) => Read(_long, work, read, done);

    private void Read<T1>(Lane lane, LatestWork work, Func<IProjectStore, CancellationToken, T1> read, Action<T1> done) => work.Start(
        cancellation =>
        {
            lock (lane.Gate)
            {
                cancellation.ThrowIfCancellationRequested();
                if (lane.IsClosed)
                {
                    throw new OperationCanceledException();
                }

                return read(lane.Store ??= _reopen(), cancellation);
            }
        },
        done,
        Tell);

    /// <summary>Alters the project from another thread, on a connection for this alone; <see cref="Touch"/> it afterwards.</summary>
    public T1 Apart<T1>(Func<IProjectStore, T1> work)
    {
        using var store = _reopen();
        return work(store);
    }

    /// <summary>
    /// As <see cref="Apart"/>, but with nothing else of this program reading: what is read in the background comes to its end first
    /// and waits meanwhile. For what needs the file for itself.
    /// </summary>
    public T1 Alone<T1>(Func<IProjectStore, T1> work)
    {
        lock (_quick.Gate)
        {
            lock (_long.Gate)
            {
                foreach (var lane in new[] { _quick, _long })
                {
                    lane.Store?.Dispose();
                    lane.Store = null;
                }

                return Apart(work);
            }
        }
    }

    /// <summary>A place for answers from the background.</summary>
    public LatestWork NewWork(TerminalApp app) => new(app, Behind);

    /// <summary>Tells what stopped work in the background.</summary>
    public void Tell(Exception fault) => Status.Show(fault is RefusedException refused ? T.Of(refused.Problem) : T["screen.fault"], "", Role.Bad);

    /// <inheritdoc/>
    public void Dispose()
    {
        IsClosed = true;
        foreach (var lane in new[] { _quick, _long })
        {
            lock (lane.Gate)
            {
                lane.IsClosed = true;
                lane.Store?.Dispose();
                lane.Store = null;
            }
        }

        Store.Dispose();
    }

    /// <summary>A connection for work in the background, with what keeps others from it meanwhile.</summary>
    private sealed class Lane
    {
        public Lock Gate { get; } = new();

        public IProjectStore? Store { get; set; }

        public bool IsClosed { get; set; }
    }

    /// <summary>The entry that an undo or redo concerned.</summary>
    private JournalEntry Last(JournalEntry entry) => Store.Journal().FirstOrDefault(e => e.Sequence == entry.Target) ?? entry;
}
