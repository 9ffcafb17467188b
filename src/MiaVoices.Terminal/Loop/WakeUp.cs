namespace MiaVoices.Terminal.Loop;

/// <summary>Lets one thread sleep until another has something for it. A call that comes before the sleep is not lost.</summary>
internal sealed class WakeUp
{
    private readonly object gate = new();
    private bool isSet;

    public void Set()
    {
        lock (gate)
        {
            isSet = true;
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Sleeps until called or until a time has passed; null for any time.</summary>
    public void Wait(TimeSpan? longest)
    {
        // Rounded up, so that the caller does not spin through the last part of a millisecond.
        var milliseconds = longest is { } time ? (int)Math.Clamp(Math.Ceiling(time.TotalMilliseconds), 0, int.MaxValue) : Timeout.Infinite;
        lock (gate)
        {
            if (!isSet)
            {
                Monitor.Wait(gate, milliseconds);
            }

            isSet = false;
        }
    }
}
