using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures.Disclosure;

namespace MiaVoices.Core.Figures;

/// <summary>The persons of a code by columns.</summary>
internal sealed record CrossShares(Guid Code, Share All, IReadOnlyList<Share> Parts);

/// <summary>What is hidden in tables of codes by sources and of codes by codes. Pure; thread-safe.</summary>
internal static class CrossDisclosure
{
    /// <summary>
    /// Codes by sources. Where each person speaks in one source only, the sources add up to all; else a person may be in
    /// several, and all are no fewer than in one source and no more than in the sources together.
    /// </summary>
    public static IReadOnlyDictionary<Guid, CrossShares> BySource(CodeTree tree, IReadOnlyList<CrossShares> rows, int threshold, bool isPartition)
    {
        var model = new DisclosureModel(Math.Max(threshold, 0));
        foreach (var row in rows)
        {
            var total = model.Cell($"{row.Code}", row.All);
            int[] parts = [.. row.Parts.Select((share, i) => model.Cell($"{row.Code} {i}", share))];
            if (isPartition)
            {
                model.Sum(total, parts);
            }
            else
            {
                foreach (var part in parts)
                {
                    model.AtMost(part, total);
                }

                if (parts.Sum(p => model.Cells[p].Value) >= row.All.Persons)
                {
                    model.AtMostSum(total, parts);
                }
            }

            foreach (var above in tree.Above(row.Code))
            {
                model.Rest(model[$"{above}"], total);
                for (var i = 0; i < parts.Length; i++)
                {
                    model.Rest(model[$"{above} {i}"], parts[i]);
                }
            }
        }

        var plan = DisclosurePlan.Of(model);
        return rows.ToDictionary(r => r.Code, r => r with
        {
            All = plan.Shown($"{r.Code}", r.All),
            Parts = [.. r.Parts.Select((share, i) => plan.Shown($"{r.Code} {i}", share))],
        });
    }

    /// <summary>
    /// Codes by codes. Those with both codes are among those with either, so a small rest names people as a small number
    /// does; those with either are no more than all; those who also have a sub-code are among those who have the code.
    /// </summary>
    /// <param name="tree">The codebook.</param>
    /// <param name="both">Persons with both codes, by place in the codebook; on the diagonal those with the code.</param>
    /// <param name="persons">All persons.</param>
    /// <param name="threshold">The least number shown.</param>
    /// <returns>The numbers as shown, each of those with the code of the row.</returns>
    public static Share[,] ByCode(CodeTree tree, int[,] both, int persons, int threshold)
    {
        var codes = tree.Codes.Select(c => c.Id).ToList();
        var place = codes.Index().ToDictionary(c => c.Item, c => c.Index);
        var model = new DisclosureModel(Math.Max(threshold, 0));
        var cell = new int[codes.Count, codes.Count];
        var all = model.Known("all", persons);
        int Parent(int c) => tree[codes[c]].Parent is { } parent && place.TryGetValue(parent, out var at) ? at : -1;
        for (var r = 0; r < codes.Count; r++)
        {
            cell[r, r] = model.Cell($"{r}", both[r, r], persons);
            foreach (var above in tree.Above(codes[r]).Select(a => place[a]))
            {
                // Whoever has the sub-code has the code above it.
                cell[r, above] = cell[above, r] = cell[r, r];
                model.Rest(cell[above, above], cell[r, r]);
            }

            for (var c = 0; c < r; c++)
            {
                if (cell[r, c] == cell[r, r])
                {
                    continue;
                }

                cell[r, c] = cell[c, r] = model.Cell($"{c} {r}", both[r, c], persons);
                model.Rest(cell[c, c], cell[r, c]);
                model.Within(all, cell[c, c], model.Rest(cell[r, r], cell[r, c]));
            }
        }

        for (var r = 0; r < codes.Count; r++)
        {
            for (var c = 0; c < codes.Count; c++)
            {
                if (Parent(c) is >= 0 and var above && cell[r, above] != cell[r, c])
                {
                    model.AtMost(cell[r, c], cell[r, above]);
                }
            }
        }

        var plan = DisclosurePlan.Of(model);
        var shown = new Share[codes.Count, codes.Count];
        for (var r = 0; r < codes.Count; r++)
        {
            for (var c = 0; c < codes.Count; c++)
            {
                // Where the row's code is hidden, so is its base.
                shown[r, c] = new Share(both[r, c], r == c ? persons : both[r, r], plan.IsHidden(cell[r, c]) || plan.IsHidden(cell[r, r]));
            }
        }

        return shown;
    }
}
