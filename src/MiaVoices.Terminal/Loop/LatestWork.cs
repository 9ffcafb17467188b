namespace MiaVoices.Terminal.Loop;

/// <summary>
/// Work in the background of which only the latest counts, such as a search while its query is written: starting anew cancels what
/// runs, and an answer that comes too late is dropped. Used by the thread that runs the program.
/// </summary>
public sealed class LatestWork
{
    private readonly TerminalApp app;
    private readonly Action<Action> run;
    private CancellationTokenSource? running;
    private int generation;

    /// <summary>Work that posts back to a program.</summary>
    /// <param name="app">The program.</param>
    /// <param name="run">Runs the work somewhere else; null for the thread pool.</param>
    public LatestWork(TerminalApp app, Action<Action>? run = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        this.app = app;
        this.run = run ?? (work => ThreadPool.QueueUserWorkItem(_ => work()));
    }

    /// <summary>Whether an answer is still awaited.</summary>
    public bool IsRunning => running is not null;

    /// <summary>Starts work in the place of what runs.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="work">The work, on another thread; should end soon when it is cancelled.</param>
    /// <param name="done">Gets what it gave, on the thread that runs the program, if nothing else was started since.</param>
    /// <param name="failed">Gets what went wrong, likewise; without it the program ends with the error.</param>
    public void Start<T>(Func<CancellationToken, T> work, Action<T> done, Action<Exception>? failed = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(done);
        Cancel();
        var mine = generation;
        var source = new CancellationTokenSource();
        running = source;
        run(() =>
        {
            T result;
            try
            {
                result = work(source.Token);
            }
            catch (OperationCanceledException) when (source.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (!source.IsCancellationRequested)
            {
                var caught = System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(fault);
                app.Post(() => Finish(mine, failed is null ? caught.Throw : () => failed(fault)));
                return;
            }

            app.Post(() => Finish(mine, () => done(result)));
        });
    }

    /// <summary>Cancels what runs; its answer will not come.</summary>
    public void Cancel()
    {
        generation++;
        running?.Cancel();
        running = null;
    }

    private void Finish(int of, Action then)
    {
        if (of == generation)
        {
            running = null;
            then();
        }
    }
}
