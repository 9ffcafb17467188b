using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Core.Reports;

namespace MiaVoices.Tests.Formats.Reports;

/// <summary>A small project of which every report has something in every part, with a text wherever somebody else's words may stand.</summary>
internal static class FullProject
{
    public static readonly ReportKind[] Kinds = Enum.GetValues<ReportKind>();

    /// <summary>Texts that some format could take for its own signs, in names as in answers.</summary>
    public static readonly string[] Hostile =
    [
        "<script>alert(1)</script>", "=HYPERLINK(\"http://x.se\")", "| a | b |", "# inte rubrik", "[länk](http://x.se)", "**fet** `kod`", "@SUM(1+1)", "+46 70", "-2+3",
        "\u202Ebaklänges\u202C", "a\u0007b \u200F", "&amp; &#60;", "1. ett\n- två", "www.exempel.se", "</style>]]>", "ord" + new string('å', 300), "\t=1+1",
    ];

    public static readonly string[] Plain = ["coachen", "mer tid", "stödet"];

    /// <summary>The project.</summary>
    /// <param name="texts">What stands in names, answers and all that people write, by turns.</param>
    public static TinyProject Make(IReadOnlyList<string> texts)
    {
        var project = new TinyProject($"Projekt {texts[0]} {texts[1 % texts.Count]}");
        string Name(int i) => $"{texts[i % texts.Count].Replace('|', '¦').ReplaceLineEndings(" ").Trim()} {i}";
        string Said(int i) => texts[i % texts.Count];
        for (var i = 0; i < texts.Count; i++)
        {
            project.Code(Name(i), under: i % 3 == 2 ? Name(i - 1) : null, tag: $"K{i}", definition: Said(i), include: Said(i + 1), example: Said(i + 2));
        }

        for (var p = 0; p < 3 * texts.Count; p++)
        {
            var source = project.Interview($"D{p} {(p < texts.Count ? Said(p).Replace('/', '_').ReplaceLineEndings(" ") : "")}", $"grupp {Said(p % 3)}", Said(p) is [not '?', ..] ? Said(p) : "Ja.", "?Hur då?", "Så var det.");
            foreach (var code in new[] { p % texts.Count, (p + 1) % texts.Count })
            {
                project.Coding(source, 1, Name(code), polarity: (Polarity)(p % 3), condensed: Said(p), coder: p % 4 == 0 ? "Kim " + Said(0) : "Alex");
            }

            project.Coding(source, 1, Name(p % texts.Count), coder: "Robin");
            if (p % 2 == 0)
            {
                project.Approve(source, 1, Name(p % texts.Count), consent: true);
            }
        }

        var survey = project.Import(Survey(Said, "2024"));
        project.Import(Survey(Said, "2025"));
        for (var i = 1; i <= 12; i++)
        {
            project.Coding(survey, i, Name(i % texts.Count));
        }

        project.Paragraphs($"anteckningar {Said(2)}.md", SourceKind.Notes, Said(1), Said(3));
        foreach (var place in PassagePlace.All)
        {
            foreach (var code in place.PerTheme ? project.Store.Codes().Select(c => (Guid?)c.Id) : [null])
            {
                project.Store.Apply(Passages.Write(project.Store, place.Report, place.Name, code, string.Join("\n\n", texts.Where(t => t != "| a | b |")) + "\n\n- " + string.Join("\n- ", texts.Select(t => t.ReplaceLineEndings(" ")))));
            }
        }

        return project;
    }

    /// <summary>The order of a report of the project.</summary>
    public static ReportOrder Order(TinyProject project, ReportKind kind, Audience audience) =>
        new() { Kind = kind, Audience = audience, Theme = kind == ReportKind.Dialogue ? project.Store.Codes()[0].Id : null };

    public static IReadOnlyList<Block> Blocks(TinyProject project, ReportKind kind, Audience audience) =>
        Reporting.Compose(project.Store, Order(project, kind, audience), "0.1.0").Blocks;

    private static SourceDraft Survey(Func<int, string> said, string wave)
    {
        string[] points = [said(0), said(1) + " 1", said(3), "vet ej"];
        return new SourceDraft
        {
            Name = $"enkät {said(2)} {wave}.csv",
            Kind = SourceKind.Survey,
            Format = "csv",
            Encoding = "utf-8",
            Survey = new SurveyDraft
            {
                Name = "Enkät " + said(0).ReplaceLineEndings(" "),
                Wave = wave,
                Population = 90,
                Reached = 80,
                Questions =
                [
                    new QuestionDraft { Id = "F1", Text = said(0), Kind = QuestionKind.Closed, Scale = points[..3], Positive = [points[0]], Missing = ["vet ej"] },
                    new QuestionDraft { Id = "F2", Text = "Flera " + said(4), Kind = QuestionKind.Multiple },
                    new QuestionDraft { Id = "F3", Text = "Antal " + said(5), Kind = QuestionKind.Number },
                    new QuestionDraft { Id = "T1", Text = said(6), Kind = QuestionKind.FreeText, About = "F1" },
                ],
                Goals = [new GoalDraft("mål " + said(1), "F1", [points[0]], 0.6)],
                Respondents =
                [
                    .. Enumerable.Range(0, 60).Select(i => new RespondentDraft
                    {
                        Row = $"{wave}{i}",
                        Wave = wave,
                        Attributes = new Dictionary<string, string> { ["grupp"] = "grupp " + said(i % 3), ["delprojekt"] = said(4 + (i % 2)) },
                        Answers = [new AnswerDraft("F1", [points[i % 11 == 0 ? 3 : i % 3]]), new AnswerDraft("F2", [said(i % 5), said((i + 1) % 5)]), new AnswerDraft("F3", [$"{i % 9}"])],
                    }),
                ],
            },
            Segments = [.. Enumerable.Range(0, 40).Select(i => new SegmentDraft { Kind = SegmentKind.Answer, Text = StoredText.Normalise(said(i)) is { Length: > 0 } text ? text : "Ja.", Row = $"{wave}{i}", Question = "T1", Wave = wave })],
        };
    }
}
