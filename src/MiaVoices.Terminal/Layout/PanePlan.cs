namespace MiaVoices.Terminal.Layout;

/// <summary>How much a terminal of some columns can show beside its main part.</summary>
public enum Breadth
{
    /// <summary>Less than 100 columns: one part at a time, side parts as overlays.</summary>
    Narrow,

    /// <summary>100 to 119 columns: the main part and one beside it.</summary>
    Medium,

    /// <summary>120 columns and more: parts on both sides.</summary>
    Wide,
}

/// <summary>The parts of a screen side by side. A part that has no room is null and is shown over the main part when asked for.</summary>
/// <param name="Breadth">What the width allows.</param>
/// <param name="Left">The part at the left.</param>
/// <param name="Main">The part that is always there.</param>
/// <param name="Right">The part at the right.</param>
public readonly record struct PanePlan(Breadth Breadth, Rect? Left, Rect Main, Rect? Right)
{
    private const int MediumFrom = 100;
    private const int WideFrom = 120;
    private const int LeastMain = 40;

    /// <summary>What a width allows.</summary>
    /// <param name="columns">The columns of the terminal.</param>
    public static Breadth BreadthOf(int columns) => columns >= WideFrom ? Breadth.Wide : columns >= MediumFrom ? Breadth.Medium : Breadth.Narrow;

    /// <summary>Plans up to three parts; of the sides the right one is the last to go, and none is given if it would leave the main part less than 40 columns.</summary>
    /// <param name="area">The whole area.</param>
    /// <param name="left">Columns wanted at the left, 0 for no such part.</param>
    /// <param name="right">Columns wanted at the right, 0 for no such part.</param>
    public static PanePlan Of(Rect area, int left, int right)
    {
        var breadth = BreadthOf(area.Width);
        var main = area;
        Rect? atRight = null;
        Rect? atLeft = null;
        if (right > 0 && breadth >= Breadth.Medium && main.Width - right >= LeastMain)
        {
            (atRight, main) = Pair(main.CutRight(right));
        }

        // Where only one side fits, it is the right one, unless there is none.
        if (left > 0 && (breadth == Breadth.Wide || (breadth == Breadth.Medium && right == 0)) && main.Width - left >= LeastMain)
        {
            (atLeft, main) = Pair(main.CutLeft(left));
        }

        return new PanePlan(breadth, atLeft, main, atRight);
    }

    private static (Rect? Cut, Rect Remaining) Pair((Rect Cut, Rect Remaining) parts) => parts;
}
