namespace MiaVoices.Terminal.Layout;

/// <summary>A rectangle of cells. Cutting more than there is gives an empty part, never a negative one.</summary>
/// <param name="X">Its first column, from 0.</param>
/// <param name="Y">Its first row, from 0.</param>
/// <param name="Width">Its columns, 0 or more.</param>
/// <param name="Height">Its rows, 0 or more.</param>
public readonly record struct Rect(int X, int Y, int Width, int Height)
{
    /// <summary>The column after its last.</summary>
    public int Right => X + Width;

    /// <summary>The row after its last.</summary>
    public int Bottom => Y + Height;

    /// <summary>Whether it holds no cell.</summary>
    public bool IsEmpty => Width <= 0 || Height <= 0;

    /// <summary>A rectangle of a size at the origin.</summary>
    /// <param name="width">Columns; less than 0 counts as 0.</param>
    /// <param name="height">Rows; less than 0 counts as 0.</param>
    public static Rect Of(int width, int height) => new(0, 0, Math.Max(0, width), Math.Max(0, height));

    /// <summary>Whether a cell lies within.</summary>
    /// <param name="x">Its column.</param>
    /// <param name="y">Its row.</param>
    public bool Contains(int x, int y) => x >= X && x < Right && y >= Y && y < Bottom;

    /// <summary>The cells that lie in both; empty where there are none.</summary>
    /// <param name="other">The other rectangle.</param>
    public Rect Intersect(Rect other)
    {
        var (x, y) = (Math.Max(X, other.X), Math.Max(Y, other.Y));
        return new Rect(x, y, Math.Max(0, Math.Min(Right, other.Right) - x), Math.Max(0, Math.Min(Bottom, other.Bottom) - y));
    }

    /// <summary>The rectangle moved.</summary>
    /// <param name="columns">To the right.</param>
    /// <param name="rows">Downwards.</param>
    public Rect Moved(int columns, int rows) => this with { X = X + columns, Y = Y + rows };

    /// <summary>What is left when a margin is taken from every side.</summary>
    /// <param name="columns">From the left and from the right.</param>
    /// <param name="rows">From the top and from the bottom.</param>
    public Rect Inset(int columns, int rows)
    {
        var (dx, dy) = (Math.Clamp(columns, 0, Width / 2), Math.Clamp(rows, 0, Height / 2));
        return new Rect(X + dx, Y + dy, Math.Max(0, Width - (2 * dx)), Math.Max(0, Height - (2 * dy)));
    }

    /// <summary>Cuts rows off the top.</summary>
    /// <param name="rows">How many, as far as they are there.</param>
    public (Rect Cut, Rect Remaining) CutTop(int rows)
    {
        var n = Math.Clamp(rows, 0, Height);
        return (this with { Height = n }, this with { Y = Y + n, Height = Height - n });
    }

    /// <summary>Cuts rows off the bottom.</summary>
    /// <param name="rows">How many, as far as they are there.</param>
    public (Rect Cut, Rect Remaining) CutBottom(int rows)
    {
        var n = Math.Clamp(rows, 0, Height);
        return (this with { Y = Bottom - n, Height = n }, this with { Height = Height - n });
    }

    /// <summary>Cuts columns off the left.</summary>
    /// <param name="columns">How many, as far as they are there.</param>
    public (Rect Cut, Rect Remaining) CutLeft(int columns)
    {
        var n = Math.Clamp(columns, 0, Width);
        return (this with { Width = n }, this with { X = X + n, Width = Width - n });
    }

    /// <summary>Cuts columns off the right.</summary>
    /// <param name="columns">How many, as far as they are there.</param>
    public (Rect Cut, Rect Remaining) CutRight(int columns)
    {
        var n = Math.Clamp(columns, 0, Width);
        return (this with { X = Right - n, Width = n }, this with { Width = Width - n });
    }

    /// <summary>Splits side by side by weights; the columns that do not divide go to the first parts.</summary>
    /// <param name="weights">A weight for each part, 0 or more, not all 0.</param>
    public IReadOnlyList<Rect> Columns(params IReadOnlyList<int> weights)
    {
        var widths = Shares(Width, weights);
        var parts = new Rect[widths.Length];
        var x = X;
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = this with { X = x, Width = widths[i] };
            x += widths[i];
        }

        return parts;
    }

    /// <summary>Splits one above the other by weights; the rows that do not divide go to the first parts.</summary>
    /// <param name="weights">A weight for each part, 0 or more, not all 0.</param>
    public IReadOnlyList<Rect> Rows(params IReadOnlyList<int> weights)
    {
        var heights = Shares(Height, weights);
        var parts = new Rect[heights.Length];
        var y = Y;
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = this with { Y = y, Height = heights[i] };
            y += heights[i];
        }

        return parts;
    }

    /// <summary>A rectangle of a size in the middle of this one, no larger than it.</summary>
    /// <param name="width">Wanted columns.</param>
    /// <param name="height">Wanted rows.</param>
    public Rect Centered(int width, int height)
    {
        var (w, h) = (Math.Clamp(width, 0, Width), Math.Clamp(height, 0, Height));
        return new Rect(X + ((Width - w) / 2), Y + ((Height - h) / 2), w, h);
    }

    private static int[] Shares(int whole, IReadOnlyList<int> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var sum = weights.Sum();
        ArgumentOutOfRangeException.ThrowIfLessThan(sum, 1, nameof(weights));
        int[] shares = [.. weights.Select(w => (int)((long)whole * w / sum))];
        var left = whole - shares.Sum();
        for (var i = 0; left > 0; i = (i + 1) % shares.Length)
        {
            if (weights[i] > 0)
            {
                shares[i]++;
                left--;
            }
        }

        return shares;
    }
}
