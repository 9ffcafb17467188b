using System.Globalization;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Figures.Agreement;

namespace MiaVoices.Core.Reports;

/// <summary>The agreement of the coders in the method appendix: how far, on how much, and what that does not say.</summary>
internal static class AgreementText
{
    /// <summary>Of fewer segments a coefficient says next to nothing.</summary>
    private const int LeastSegments = 10;

    private const char Hard = '\u00A0';

    public static IEnumerable<Block> Compose(ReportContent c)
    {
        var a = c.Method.Agreement;
        yield return new Paragraph(new Span("Överensstämmelse mellan kodare:", SpanStyle.Strong), new Span(" " + (a.Segments == 0 ? None(c.Method) : Figures(a))));

        // How many passages a code has may be few; outside the sum of all is enough.
        if (a.Segments >= LeastSegments && c.Audience == Audience.Internal)
        {
            yield return Paragraph.Of("Tabellen visar överensstämmelsen kod för kod. Stycken med koden är de där minst en av kodarna har satt den; där de är få säger måtten lite.");
            yield return new TableBlock(
                [new("Kod"), new("Stycken", true), new("Med koden", true), new("Överens", true), new("κ", true), new("α", true)],
                [
                    .. a.Codes.Where(k => k.SetBySome > 0).Select(k => (IReadOnlyList<string>)
                    [
                        SwedishText.Capital(c.Tree[k.Code].Name), SwedishText.Number(k.Segments), SwedishText.Number(k.SetBySome), Percent(k.Agreed, k.Segments), Coefficient(k.Kappa), Coefficient(k.Alpha),
                    ]),
                ]).Titled("Överensstämmelse mellan kodare", rowHeaders: true);
        }
    }

    /// <summary>A coefficient with two decimals: 0,68; a dash where there is none.</summary>
    public static string Coefficient(double? value)
    {
        if (value is not { } known)
        {
            return "–";
        }

        var rounded = Math.Round(known, 2, MidpointRounding.AwayFromZero);
        return (rounded < 0 ? "−" : "") + Math.Abs(rounded).ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',');
    }

    private static string None(MethodFacts m) => m.Coders.Count < 2
        ? "ej beräknad, därför att allt är kodat av en och samma person."
        : "ej beräknad, därför att inget stycke är genomgånget av fler än en person.";

    private static string Figures(CoderAgreement a) =>
        $"{SwedishText.Count(a.Coders.Count, "person", "personer")} har kodat eller läst igenom {(a.Segments == 1 ? "ett och samma stycke" : $"samma {SwedishText.Count(a.Segments, "stycke", "stycken")}")} (n{Hard}={Hard}{SwedishText.Number(a.Segments)}). "
        + $"De säger samma sak i {SwedishText.Number(a.Agreed)} av {SwedishText.Count(a.Judged, "bedömning", "bedömningar")}{(a.Judged < Share.LeastBase ? "" : $" ({Percent(a.Agreed, a.Judged)})")}; en bedömning är om en kod ska stå vid ett stycke. "
        + Coefficients(a)
        + " En kod som någon inte har satt i ett stycke som de har kodat eller läst igenom räknas som ett nej. Programmet vet inte om de har arbetat oberoende av varandra.";

    private static string Coefficients(CoderAgreement a) => (a.Kappa, a.Alpha) switch
    {
        _ when a.Segments < LeastSegments => $"Mått utöver slumpen visas från {SwedishText.Number(LeastSegments)} stycken.",
        (null, null) => "Cohens κ och Krippendorffs α kan inte beräknas, därför att alla har sagt samma sak om allt.",
        ({ } kappa, _) => $"Utöver slumpen är överensstämmelsen {Coefficient(kappa)} (Cohens κ, alla koder tillsammans) och {Coefficient(a.Alpha)} (Krippendorffs α); 1 är full överensstämmelse och 0 vad slumpen ger.",
        _ => $"Utöver slumpen är överensstämmelsen {Coefficient(a.Alpha)} (Krippendorffs α); 1 är full överensstämmelse och 0 vad slumpen ger.",
    };

    private static string Percent(long some, long all) => SwedishText.Percent((double)some / all, 1);

}
