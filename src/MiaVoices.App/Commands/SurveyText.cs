using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Figures.Surveys;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;
using TableColumn = MiaVoices.Terminal.Lines.TableColumn;

namespace MiaVoices.App.Commands;

/// <summary>The figures of a survey as tables and bars on standard output.</summary>
internal sealed class SurveyText(Session s, SurveyView view, bool intervals)
{
    private const int BarWidth = 20;

    private SurveyWish Wish => view.Survey.Wish;

    public void Write()
    {
        Line(SurveyPhrases.Named(view.Survey.Survey, view.Response.Wave));
        foreach (var wave in view.Survey.Waves)
        {
            Line(SurveyPhrases.Response(s.T, wave));
        }

        foreach (var question in view.Survey.Questions)
        {
            Question(question);
        }

        Texts();
        Goals();
        Joint();
        foreach (var gone in view.Survey.Gone)
        {
            Line(s.T["survey.gone", gone.Question.Id, gone.Question.Text, gone.LastWave ?? ""]);
        }
    }

    private void Line(string text) => s.Out.WriteLine(Glyphs.OneLine(text));

    private void Question(QuestionFigures q)
    {
        s.Out.WriteLine();
        Line($"{q.Question.Id}  {q.Question.Text}");
        Line(SurveyPhrases.Base(s.T, q));
        if (q.Question.Kind == QuestionKind.Number)
        {
            Numbers(q);
        }
        else if (q.Points.Count > 0)
        {
            (q.Groups.Count > 0 ? ByGroup(q) : Bars(q)).Write(s.Out, s.Terminal);
        }

        foreach (var note in SurveyPhrases.Notes(s.T, q))
        {
            Line(note);
        }

        if (q.All.Positive is { } positive)
        {
            Line(SurveyPhrases.Positive(s.T, q, positive, Wish, intervals));
        }

        if (SurveyPhrases.Change(s.T, q.Change, Wish) is { } change)
        {
            Line(change);
        }

        foreach (var (tally, grouped) in q.Groups.Zip(q.GroupChanges).Where(g => g.First.Positive is not null))
        {
            Line($"  {SurveyPhrases.Group(s.T, tally.Group)}: {SurveyWords.Of(tally.Positive!.Value, Wish.LeastBase)}{(SurveyPhrases.Change(s.T, grouped, Wish) is { } text ? " · " + text : "")}");
        }
    }

    private TextTable Bars(QuestionFigures q)
    {
        var table = new TextTable(
            new TableColumn(s.T["survey.point"]) { IsFlexible = true, MinWidth = 16 },
            new TableColumn(s.T["survey.of"]) { Alignment = Alignment.Right },
            new TableColumn("%") { Alignment = Alignment.Right },
            new TableColumn(""));
        foreach (var (point, share) in q.Points.Zip(q.All.Points))
        {
            table.Add(point, SwedishText.Of(share), SurveyWords.PercentOf(share, Wish.LeastBase) ?? "", Bar(share));
        }

        return table;
    }

    private TextTable ByGroup(QuestionFigures q)
    {
        var table = new TextTable(
        [
            new TableColumn(s.T["survey.point"]) { IsFlexible = true, MinWidth = 16 },
            .. q.Groups.Select(g => new TableColumn(Header(SurveyPhrases.Group(s.T, g.Group), g)) { Alignment = Alignment.Right, MaxWidth = 28 }),
            new TableColumn(Header(s.T["word.all"], q.All)) { Alignment = Alignment.Right },
        ]);
        foreach (var (point, i) in q.Points.Select((p, i) => (p, i)))
        {
            table.Add([point, .. q.Groups.Append(q.All).Select(g => (TableCell)SurveyWords.Cell(g.Points[i], Wish.LeastBase))]);
        }

        return table;
    }

    private static string Header(string name, Tally tally) => $"{name} (n={tally.Valid.ToString(CultureInfo.InvariantCulture)})";

    private void Numbers(QuestionFigures q)
    {
        var table = new TextTable(
            new TableColumn(Wish.By ?? ""),
            new TableColumn("n") { Alignment = Alignment.Right },
            new TableColumn(s.T["survey.median"]) { Alignment = Alignment.Right },
            new TableColumn(s.T["survey.quartiles"]) { Alignment = Alignment.Right });
        foreach (var tally in q.Groups.Append(q.All))
        {
            var summary = NumberSummary.Of(tally.Numbers, Wish.Threshold);
            table.Add(
                ReferenceEquals(tally, q.All) ? s.T["word.all"] : SurveyPhrases.Group(s.T, tally.Group),
                SwedishText.Number(tally.Valid),
                summary is null ? ".." : SurveyWords.Number(summary.Median),
                summary is { Lower: { } lower, Upper: { } upper } ? $"{SurveyWords.Number(lower)}–{SurveyWords.Number(upper)}" : "..");
        }

        table.Write(s.Out, s.Terminal);
    }

    /// <summary>A bar is seen without colours; where only plain letters can be shown it is made of them.</summary>
    private string Bar(Share share) => share.Suppressed || share.Of == 0 ? "" : new string(s.Terminal.SupportsUnicode ? '█' : '#', (int)(((long)share.Persons * BarWidth * 2 / share.Of) + 1) / 2);

    private void Texts()
    {
        if (view.Survey.Texts.Count == 0)
        {
            return;
        }

        s.Out.WriteLine();
        Line(s.T["survey.texts"]);
        foreach (var text in view.Survey.Texts)
        {
            Line("  " + s.T["survey.text", text.Question.Id, text.Question.Text, text.Wave ?? "", text.Wrote, text.Base]);
        }
    }

    private void Goals()
    {
        if (view.Survey.Goals.Count == 0)
        {
            return;
        }

        s.Out.WriteLine();
        Line(s.T["survey.goals"]);
        foreach (var goal in view.Survey.Goals)
        {
            Line("  " + SurveyPhrases.Goal(s.T, goal, Wish));
        }
    }

    private void Joint()
    {
        foreach (var joint in view.Joint)
        {
            s.Out.WriteLine();
            Line(s.T["survey.joint", joint.Theme, joint.Question.Id, joint.Wave ?? ""]);
            foreach (var (label, value) in SurveyPhrases.Joint(s.T, joint, Wish))
            {
                Line($"  {label}: {value}");
            }
        }
    }
}
