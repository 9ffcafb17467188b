namespace MiaVoices.Terminal.Input;

/// <summary>Counts presses that follow each other quickly on the same cell.</summary>
internal sealed class ClickCounter
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(400);

    private MouseEvent? last;
    private TimeSpan lastAt;

    /// <summary>The event with its number of clicks.</summary>
    /// <param name="mouse">What was done.</param>
    /// <param name="now">When, on any clock that only goes forward.</param>
    public MouseEvent Count(MouseEvent mouse, TimeSpan now)
    {
        if (mouse.Action is MouseAction.Drag or MouseAction.Release)
        {
            return mouse with { Clicks = last?.Clicks ?? 1 };
        }

        if (mouse.Action != MouseAction.Press)
        {
            return mouse;
        }

        var again = last is not null && last.Button == mouse.Button && last.X == mouse.X && last.Y == mouse.Y && now - lastAt <= Longest;
        last = mouse with { Clicks = again ? (last!.Clicks % 3) + 1 : 1 };
        lastAt = now;
        return last;
    }
}
