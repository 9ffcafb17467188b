namespace MiaVoices.Core.Revisions;

/// <summary>
/// Pairs what two sequences have in common, in order. Elements that stand once in both are paired first (patience diff, as
/// described by Bram Cohen), which keeps to what a reader would call the same place; between them the longest common
/// subsequence by the greedy algorithm of E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1
/// (1986). Where two stretches differ in more than <see cref="MostEdits"/> places they are taken to have nothing in common,
/// which bounds the cost. Pure functions.
/// </summary>
public static class SequenceDiff
{
    /// <summary>The greatest number of insertions and deletions looked for in one stretch without an anchor.</summary>
    public const int MostEdits = 1_000;

    /// <summary>For each element of <paramref name="old"/> the index of its twin in <paramref name="new"/>, or −1; twins are equal and in ascending order.</summary>
    public static int[] Match(ReadOnlySpan<int> old, ReadOnlySpan<int> @new)
    {
        var match = new int[old.Length];
        Array.Fill(match, -1);
        var work = new Stack<(int OldFrom, int OldTo, int NewFrom, int NewTo)>();
        work.Push((0, old.Length, 0, @new.Length));
        while (work.TryPop(out var part))
        {
            var (a, aTo, b, bTo) = part;
            while (a < aTo && b < bTo && old[a] == @new[b])
            {
                match[a++] = b++;
            }

            while (a < aTo && b < bTo && old[aTo - 1] == @new[bTo - 1])
            {
                match[--aTo] = --bTo;
            }

            if (a == aTo || b == bTo)
            {
                continue;
            }

            var anchors = Anchors(old[a..aTo], @new[b..bTo]);
            if (anchors.Count == 0)
            {
                Greedy(old[a..aTo], @new[b..bTo], a, b, match);
                continue;
            }

            var (lastOld, lastNew) = (a, b);
            foreach (var (o, n) in anchors)
            {
                match[a + o] = b + n;
                work.Push((lastOld, a + o, lastNew, b + n));
                (lastOld, lastNew) = (a + o + 1, b + n + 1);
            }

            work.Push((lastOld, aTo, lastNew, bTo));
        }

        return match;
    }

    /// <summary>Elements that stand exactly once in both, as the longest run of pairs that ascends in both.</summary>
    private static List<(int Old, int New)> Anchors(ReadOnlySpan<int> old, ReadOnlySpan<int> @new)
    {
        const int Several = -1;
        var there = new Dictionary<int, int>(@new.Length);
        for (var i = 0; i < @new.Length; i++)
        {
            there[@new[i]] = there.ContainsKey(@new[i]) ? Several : i;
        }

        var here = new Dictionary<int, int>(old.Length);
        for (var i = 0; i < old.Length; i++)
        {
            here[old[i]] = here.ContainsKey(old[i]) ? Several : i;
        }

        var pairs = new List<(int Old, int New)>();
        for (var i = 0; i < old.Length; i++)
        {
            if (here[old[i]] == i && there.TryGetValue(old[i], out var n) && n != Several)
            {
                pairs.Add((i, n));
            }
        }

        return Ascending(pairs);
    }

    /// <summary>The longest subsequence whose second members ascend, by patience sorting.</summary>
    private static List<(int Old, int New)> Ascending(List<(int Old, int New)> pairs)
    {
        var ends = new List<int>();
        var before = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (pairs[ends[middle]].New < pairs[i].New)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            before[i] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count)
            {
                ends.Add(i);
            }
            else
            {
                ends[low] = i;
            }
        }

        var longest = new List<(int, int)>(ends.Count);
        for (var i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = before[i])
        {
            longest.Add(pairs[i]);
        }

        longest.Reverse();
        return longest;
    }

    /// <summary>Myers: the furthest point on each diagonal after d edits; the rounds are kept to walk back.</summary>
    private static void Greedy(ReadOnlySpan<int> old, ReadOnlySpan<int> @new, int oldFrom, int newFrom, int[] match)
    {
        var most = Math.Min(MostEdits, old.Length + @new.Length);
        var furthest = new int[(2 * most) + 3];
        var middle = most + 1;
        var rounds = new List<int[]>();
        for (var d = 0; d <= most; d++)
        {
            rounds.Add(furthest[(middle - d - 1)..(middle + d + 2)]);
            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || (k != d && furthest[middle + k - 1] < furthest[middle + k + 1]) ? furthest[middle + k + 1] : furthest[middle + k - 1] + 1;
                var y = x - k;
                while (x < old.Length && y < @new.Length && y >= 0 && old[x] == @new[y])
                {
                    x++;
                    y++;
                }

                furthest[middle + k] = x;
                if (x >= old.Length && y >= @new.Length)
                {
                    WalkBack(rounds, old.Length, @new.Length, oldFrom, newFrom, match);
                    return;
                }
            }
        }
    }

    private static void WalkBack(List<int[]> rounds, int x, int y, int oldFrom, int newFrom, int[] match)
    {
        for (var d = rounds.Count - 1; d >= 0; d--)
        {
            var furthest = rounds[d];
            var middle = d + 1;
            var k = x - y;
            var down = k == -d || (k != d && furthest[middle + k - 1] < furthest[middle + k + 1]);
            var fromK = down ? k + 1 : k - 1;
            var fromX = d == 0 ? 0 : furthest[middle + fromK];
            var fromY = d == 0 ? 0 : fromX - fromK;
            while (x > fromX && y > fromY)
            {
                x--;
                y--;
                match[oldFrom + x] = newFrom + y;
            }

            (x, y) = (fromX, fromY);
        }
    }
}
