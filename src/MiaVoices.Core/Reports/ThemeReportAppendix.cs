using MiaVoices.Core.Codes;

namespace MiaVoices.Core.Reports;

/// <summary>The appendices of the theme report: method, codebook, examples of the analysis, integrity.</summary>
internal static class ThemeReportAppendix
{
    public static IEnumerable<Block> Compose(ReportContent c) => [.. MethodAppendix.Compose(c), .. Codebook(c), .. Examples(c), .. Integrity(c)];

    private static IEnumerable<Block> Codebook(ReportContent c)
    {
        yield return new Heading(2, "Bilaga 2. Kodbok");
        if (c.Themes.Count == 0)
        {
            yield return Paragraph.Of("Kodboken är tom.");
            yield break;
        }

        var codes = c.Themes.Select(t => (Code: c.Tree[t.Code], Theme: t)).ToList();
        (TableColumn Column, Func<(Code Code, Themes.ThemeSummary Theme), string> Cell)[] columns =
        [
            (new("Kod"), x => x.Code.Tag),
            (new("Namn"), x => ThemeReportTables.Indented(c, x.Code.Id)),
            (new("Definition"), x => x.Code.Definition),
            (new("Ingår"), x => x.Code.Include),
            (new("Ingår inte"), x => x.Code.Exclude),

            // An anchor example is often somebody's very words, chosen by nobody for this report.
            (new("Exempel"), x => c.Audience == Audience.Internal ? x.Code.Example : ""),
            (new("Personer", true), x => SwedishText.Persons(x.Theme.Count.All)),
            (new("Avsnitt", true), x => x.Theme.HidesPassages ? SwedishText.Hidden : SwedishText.Number(x.Theme.Passages)),
        ];
        var shown = columns.Where(column => codes.Any(x => column.Cell(x).Trim().Length > 0)).ToList();
        yield return Paragraph.Of(
            "Tabellen visar koderna, vad de betyder och hur många personer och avsnitt de har."
            + (codes.Any(x => c.Tree.Depth(x.Code.Id) > 0) ? " Underkoder är indragna med streck, och deras antal ingår i koden ovanför." : ""));
        yield return new TableBlock([.. shown.Select(s => s.Column)], [.. codes.Select(x => (IReadOnlyList<string>)[.. shown.Select(s => s.Cell(x))])]);
    }

    private static IEnumerable<Block> Examples(ReportContent c)
    {
        yield return new Heading(2, "Bilaga 3. Exempel på analysen");
        if (c.Examples.Count == 0)
        {
            yield return Paragraph.Of("Det finns inget exempel än. Exemplen tas från godkända citat vars kodningar har en kondenserad meningsenhet.");
            yield break;
        }

        yield return Paragraph.Of("Tabellen visar vägen från det någon sa till temat, med godkända citat.");
        yield return new TableBlock(
            [new("Meningsenhet"), new("Kondenserad"), new("Kod"), new("Underkategori"), new("Kategori"), new("Tema")],
            [.. c.Examples.Select(e => (IReadOnlyList<string>)[e.Quote, e.Condensed, .. Levels(e.Line)])]).Titled("Exempel på analysen");
    }

    /// <summary>Code, sub-category, category and theme: the code first, what stands above it at the end, nothing for the levels that are not used.</summary>
    private static string[] Levels(IReadOnlyList<string> line) => line.Count switch
    {
        1 => [line[0], "", "", line[0]],
        2 => [line[0], "", "", line[1]],
        3 => [line[0], "", line[1], line[2]],
        _ => [line[0], line[1], line[^2], line[^1]],
    };

    private static IEnumerable<Block> Integrity(ReportContent c)
    {
        yield return new Heading(2, "Bilaga 4. Integritet");
        if (c.Threshold == 0)
        {
            yield return Paragraph.Of("Rapporten är för internt bruk och visar alla antal, även små. Lämna den inte vidare.");
        }
        else
        {
            var hidden = c.Themes.Sum(t => ThemeReportTables.Groups(c).Select(g => t.Count.ByGroup[g.Index]).Append(t.Count.All).Count(share => share.Suppressed));
            yield return Paragraph.Of(
                $"Minsta antal personer som visas är {SwedishText.Number(c.Threshold)}, och procent visas bara där basen (n) är minst {SwedishText.Number(c.PercentFrom)}. Det är projektets egna gränser. I tabellen över teman och grupper är {(hidden == 0 ? "inget antal dolt" : SwedishText.Count(hidden, "antal dolt", "antal dolda"))}. "
                + (c.Comparisons.Count == 0 ? "" : $"I tabellerna med jämförelser är {SwedishText.Number(c.Comparisons.Sum(x => x.Rows.Values.Sum(r => r.Count(s => s.Suppressed))))} dolda. ")
                + (c.Questions.Count == 0 ? "" : $"I tabellerna med teman bredvid enkätens frågor är {SwedishText.Number(c.Questions.Sum(q => q.Themes.Values.Count(t => t.High.Suppressed) + q.Themes.Values.Count(t => t.Low.Suppressed)))} dolda. ")
                + "Hur många som ingår i varje grupp (n) visas alltid: det är basen för siffrorna och säger inget om vad någon har sagt.");
        }

        yield return Paragraph.Of(Quotes(c));
        if (c.Review.Ticks.Count > 0)
        {
            yield return Paragraph.Of("Tabellen visar vad en person har kontrollerat i citaten innan de publicerades.");
            yield return new TableBlock(
                [new("Kontroll"), new("Vem"), new("Datum")],
                [.. c.Review.Ticks.Select(t => (IReadOnlyList<string>)[ReviewPoints.Text(t.Point), c.Audience == Audience.Internal ? t.Coder : "en person i projektet", SwedishText.Date(t.At)])]).Titled("Kontroll av citaten");
        }

        foreach (var block in c.Written.Under("Lagringstid", "retention"))
        {
            yield return block;
        }

        yield return Paragraph.Of($"Rapporten är gjord med MiaVoices {c.Program}.");
    }

    private static string Quotes(ReportContent c)
    {
        var (review, shown) = (c.Review, c.Review.Approved + c.Review.Machine + c.Review.Drafts);
        if (shown == 0)
        {
            return "Rapporten innehåller inga citat.";
        }

        var who = review.Reviewers.Count == 0 ? ""
            : c.Audience == Audience.Internal ? $" av {SwedishText.And(review.Reviewers)}"
            : $" av {SwedishText.Count(review.Reviewers.Count, "person", "personer")}";
        return $"Rapporten innehåller {SwedishText.Number(shown)} citat. Av dem är {SwedishText.Number(review.Approved)} granskade och godkända{who}."
            + (review.Drafts == 0 ? "" : $" {SwedishText.Number(review.Drafts)} är valda men inte godkända.")
            + (review.Machine == 0 ? "" : $" {SwedishText.Number(review.Machine)} är valda av programmet och inte granskade. Granska dem innan du lämnar rapporten vidare.");
    }
}
