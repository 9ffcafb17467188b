using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;

namespace MiaVoices.Core.Reports;

/// <summary>
/// The report of a user-led audit (brukarrevision): what works well, what works less well and proposals, area by area, in
/// short sentences, with nothing beside a quote that says who spoke, and a table in which the service answers each proposal.
/// </summary>
public static class AuditReport
{
    /// <summary>The report.</summary>
    /// <param name="content">What all reports on themes say.</param>
    /// <param name="areas">The areas in the order of the codebook.</param>
    /// <param name="units">The units; none where the project tells of no units.</param>
    public static ReportDocument Compose(ReportContent content, IReadOnlyList<AuditArea> areas, IReadOnlyList<AuditUnit> units)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(units);
        var written = content.Written;
        var title = content.Project.Trim().Length == 0 ? "Brukarrevision" : $"Brukarrevision: {content.Project}";
        Block[] blocks =
        [
            .. ReportFront.Compose(title, content),
            .. PassageBook.Part("Kort om rapporten", written.At("short")),
            new Heading(2, "Vad är en brukarrevision?"),
            Paragraph.Of(
                "I en brukarrevision granskar människor med egen erfarenhet en verksamhet. De som granskar kallas revisorer. De är fristående från verksamheten och har tystnadsplikt. "
                + "De pratar med dem som använder verksamheten och berättar sedan vad som fungerar bra, vad som fungerar mindre bra och vad som kan göras bättre."),
            .. PassageBook.Part("Uppdraget", written.At("assignment")),
            new Heading(2, "Så gjorde vi"),
            .. written.At("method"),
            .. Participants(content, units),
            .. Results(content, areas),
            .. Proposals(content, areas),
            .. PassageBook.Part("Återkoppling", written.At("feedback")),
            .. PassageBook.Part("Uppföljning", written.At("followup")),
            new Heading(2, "Så skyddar vi dem som svarat"),
            Paragraph.Of(
                "Det var frivilligt att vara med. Ingen nämns vid namn. "
                + (content.Threshold == 0
                    ? "Den här versionen är för internt bruk: den visar alla antal, även små, och var citaten står. I den version som lämnas ut står det inte."
                    : $"Vid citaten står inte vem som har sagt vad, och inte heller roll, ålder, kön eller ort. Antal under {SwedishText.Number(content.Threshold)} visas inte utan ersätts av två punkter ({SwedishText.Hidden}), liksom antal som skulle avslöja dem. Enheter med färre än {SwedishText.Number(content.Threshold)} personer redovisas tillsammans med andra.")),
            Paragraph.Of($"Rapporten är gjord med MiaVoices {content.Program}."),
        ];
        return new ReportDocument(title, ReportKind.Audit, blocks) { Facts = Facts(content, areas) };
    }

    private static IEnumerable<Block> Participants(ReportContent c, IReadOnlyList<AuditUnit> units)
    {
        yield return Paragraph.Of(
            $"{SwedishText.Count(c.Figures.Persons, "person", "personer")} har intervjuats eller svarat. Varje kodat uttalande kan vara märkt med om det säger att något fungerar bra, fungerar mindre bra eller är ett förslag. "
            + "Antalen nedan är antal personer, inte antal uttalanden.");
        if (units.Count > 1)
        {
            yield return Paragraph.Of("Tabellen visar hur många som är med från varje enhet.");
            yield return new TableBlock(
                [new("Enhet"), new("Personer", true)],
                [.. units.Select(u => (IReadOnlyList<string>)[SwedishText.And(u.Names), SwedishText.Number(u.Persons)])]).Titled("Enheter", rowHeaders: true);
        }
    }

    private static IEnumerable<Block> Results(ReportContent c, IReadOnlyList<AuditArea> areas)
    {
        yield return new Heading(2, "Resultat");
        yield return Paragraph.Of(
            $"Tabellen visar hur många av {SwedishText.Count(c.Figures.Persons, "person", "personer")} som har sagt att något i området fungerar bra och mindre bra. Delade meningar är de som har sagt både och.");
        yield return new TableBlock(
            [new("Område"), new("Fungerar bra", true), new("Fungerar mindre bra", true), new("Delade meningar", true), new("Bedömning")],
            [
                .. areas.Select(a => (IReadOnlyList<string>)
                [
                    SwedishText.Capital(c.Tree[a.Code].Name), SwedishText.Persons(a.Well), SwedishText.Persons(a.Less), SwedishText.Persons(a.Both),
                    c.Written.Text("judgement", a.Code) is { } judgement ? string.Join(' ', WrittenText.Points(judgement)) : "",
                ]),
            ]).Titled("Områden", rowHeaders: true);
        foreach (var area in areas)
        {
            foreach (var block in Area(c, area))
            {
                yield return block;
            }
        }
    }

    private static IEnumerable<Block> Area(ReportContent c, AuditArea area)
    {
        var code = c.Tree[area.Code];
        yield return new Heading(3, SwedishText.Capital(code.Name));
        if (code.Definition.Length > 0)
        {
            yield return new Paragraph(new Span(code.Definition, SpanStyle.Emphasis));
        }

        Block[] parts =
        [
            .. Part(c, area, "Det här fungerar bra", "well", area.Well, "att något fungerar bra", area.WellQuotes),
            .. Part(c, area, "Det här fungerar mindre bra", "less", area.Less, "att något fungerar mindre bra", area.LessQuotes),
            .. Part(c, area, "Förslag från dem vi intervjuat", "proposals", area.Proposed, "hur det kan bli bättre", area.ProposalQuotes),
        ];
        foreach (var block in parts)
        {
            yield return block;
        }

        if (c.Written.At("reflection", area.Code) is { Count: > 0 } reflection)
        {
            yield return new Heading(4, "Revisorernas reflektion");
            foreach (var block in reflection)
            {
                yield return block;
            }
        }
    }

    private static IEnumerable<Block> Part(ReportContent c, AuditArea area, string heading, string place, Share persons, string said, IReadOnlyList<ShownQuote> quotes)
    {
        yield return new Heading(4, heading);
        foreach (var block in c.Written.At(place, area.Code))
        {
            yield return block;
        }

        yield return Paragraph.Of(persons switch
        {
            { Suppressed: true } => $"Antalet som har sagt {said} visas inte, eftersom det är litet eller skulle avslöja ett litet antal.",
            { Persons: 0 } => $"Inget uttalande i området är märkt som att någon har sagt {said}.",
            _ => $"{SwedishText.Capital(AmountWord.Of(persons))}, {SwedishText.OfWithPercent(persons)}, har sagt {said}.",
        });
        if (quotes.Count > 0)
        {
            yield return ThemeReportThemes.Chosen(quotes, c.Audience);
            foreach (var quote in quotes)
            {
                yield return quote.Block;
            }
        }
    }

    private static IEnumerable<Block> Proposals(ReportContent c, IReadOnlyList<AuditArea> areas)
    {
        var rows = areas.SelectMany(a =>
        {
            var answers = c.Written.Text("answers", a.Code) is { } text ? WrittenText.Points(text) : [];
            return Points(c, a).Select((proposal, i) => (Proposal: proposal, Area: SwedishText.Capital(c.Tree[a.Code].Name), Answer: i < answers.Count ? answers[i].Split('|', 3, StringSplitOptions.TrimEntries) : []));
        }).ToList();
        yield return new Heading(2, "Förbättringsförslag");
        if (rows.Count == 0)
        {
            yield return Paragraph.Of("Inga förslag är skrivna än.");
            yield break;
        }

        yield return Paragraph.Of("Tabellen visar förslagen. De tre sista kolumnerna fylls i av verksamheten efter återkopplingen.");
        yield return new TableBlock(
            [new("Nr", true), new("Förslag"), new("Bygger på område"), new("Verksamhetens svar"), new("Ansvarig"), new("Klart när")],
            [.. rows.Select((r, i) => (IReadOnlyList<string>)[SwedishText.Number(i + 1), r.Proposal, r.Area, Cell(r.Answer, 0), Cell(r.Answer, 1), Cell(r.Answer, 2)])]).Titled("Förbättringsförslag");
    }

    /// <summary>What is written; in the office's own draft, where nothing is, what the coders have condensed.</summary>
    private static IEnumerable<string> Points(ReportContent c, AuditArea area) =>
        c.Written.Text("proposals", area.Code) is { } text ? WrittenText.Points(text) : c.Audience == Audience.Internal ? area.Condensed : [];

    private static string Cell(string[] answer, int index) => index < answer.Length ? answer[index] : "";

    private static IReadOnlyList<ReportFact> Facts(ReportContent c, IReadOnlyList<AuditArea> areas) =>
    [
        .. areas.SelectMany(a => new[] { ("fungerar bra", a.Well), ("fungerar mindre bra", a.Less), ("förslag", a.Proposed), ("delade meningar", a.Both) }
            .Select(x => new ReportFact(a.Code.ToString("N"), x.Item1, x.Item2.Suppressed ? null : x.Item2.Persons, x.Item2.Of) { Name = c.Tree.Path(a.Code) })),
        .. ReportFacts.Of(areas.SelectMany(a => a.WellQuotes.Concat(a.LessQuotes).Concat(a.ProposalQuotes))),
    ];
}
