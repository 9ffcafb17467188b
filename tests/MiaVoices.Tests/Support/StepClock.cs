namespace MiaVoices.Tests.Support;

/// <summary>A clock that moves on by some seconds and milliseconds each time it is read.</summary>
public sealed class StepClock : TimeProvider
{
    private DateTimeOffset now = new(2025, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now = now.AddMilliseconds(7_003);
}
