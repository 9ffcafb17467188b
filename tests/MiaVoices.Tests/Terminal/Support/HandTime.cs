namespace MiaVoices.Tests.Terminal.Support;

/// <summary>A clock that goes forward when it is told to.</summary>
internal sealed class HandTime : TimeProvider
{
    private long _ticks = 1_000;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ticks;

    public void Advance(int milliseconds) => _ticks += milliseconds * TimeSpan.TicksPerMillisecond;
}
