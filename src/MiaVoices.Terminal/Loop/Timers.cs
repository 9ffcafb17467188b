namespace MiaVoices.Terminal.Loop;

/// <summary>What is to be done later, by the clock of the program. Used by one thread.</summary>
internal sealed class Timers(TimeProvider clock)
{
    private readonly PriorityQueue<Timer, long> waiting = new();

    /// <summary>How long until the next is due, not less than zero; null if none waits.</summary>
    public TimeSpan? UntilNext
    {
        get
        {
            DropCancelled();
            return waiting.TryPeek(out _, out var due) ? clock.GetElapsedTime(clock.GetTimestamp(), due) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero : null;
        }
    }

    public IDisposable Add(TimeSpan delay, Action action)
    {
        var timer = new Timer(action);
        waiting.Enqueue(timer, clock.GetTimestamp() + (long)(delay.TotalSeconds * clock.TimestampFrequency));
        return timer;
    }

    /// <summary>Does what is due.</summary>
    /// <returns>Whether there was anything.</returns>
    public bool Run()
    {
        var any = false;
        var now = clock.GetTimestamp();
        DropCancelled();
        while (waiting.TryPeek(out _, out var due) && due <= now)
        {
            waiting.Dequeue().Action?.Invoke();
            any = true;
            DropCancelled();
        }

        return any;
    }

    private void DropCancelled()
    {
        while (waiting.TryPeek(out var timer, out _) && timer.Action is null)
        {
            waiting.Dequeue();
        }
    }

    private sealed class Timer(Action action) : IDisposable
    {
        public Action? Action { get; private set; } = action;

        public void Dispose() => Action = null;
    }
}
