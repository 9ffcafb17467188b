using System.CommandLine;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Commands;

/// <summary><c>mia survey</c>: response, answers, comparisons and goals of a survey.</summary>
internal static class SurveyCommand
{
    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var survey = Parts.Text(s, "--survey", "opt.survey", s.T["word.name"]);
        var question = Parts.Text(s, "--question", "opt.surveyQuestion", s.T["word.question"]);
        var by = Parts.Text(s, "--by", "opt.surveyBy", s.T["word.attribute"]);
        var wave = Parts.Text(s, "--wave", "opt.surveyWave", s.T["word.wave"]);
        var compare = new Option<string[]>("--compare") { Description = s.T["opt.surveyCompare"], HelpName = s.T["opt.surveyCompare.value"], Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true };
        var theme = Parts.Text(s, "--theme", "opt.surveyTheme", s.T["word.code"]);
        var where = Parts.Many(s, "--where", "opt.where", s.T["word.pair"]);
        var intervals = new Option<bool>("--intervals") { Description = s.T["opt.intervals"] };
        var least = Parts.Natural(new Option<int?>("--percent-from") { Description = s.T["opt.percentFrom", Share.LeastBase], HelpName = "N" });
        var audience = Parts.AudienceOption(s);
        var command = new Command("survey", s.T["cmd.survey"]) { project, survey, question, by, wave, compare, theme, where, intervals, least, audience };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(wave) is not null && parsed.GetValue(compare) is { Length: > 0 })
            {
                throw new UsageException(Problem.Of("survey.waveOrCompare"));
            }

            using var store = s.Open(parsed.GetValue(project)!);
            using var view = store.Snapshot();
            var figures = SurveyFiguring.Run(store, new SurveyScope
            {
                Survey = parsed.GetValue(survey),
                Question = parsed.GetValue(question),
                By = parsed.GetValue(by),
                Wave = parsed.GetValue(wave),
                Compare = parsed.GetValue(compare) is [var from, var to] ? (from, to) : null,
                Theme = parsed.GetValue(theme) is { } named ? new CodeTree(store.Codes()).Find(named).Id : null,
                Where = Parts.Pairs(parsed.GetValue(where), "--where"),
                Threshold = Parts.Threshold(Parts.Audience(parsed.GetValue(audience))),
                LeastBase = parsed.GetValue(least),
            });
            Parts.RequireSomebody(parsed.GetValue(where), figures.Survey.Waves.Sum(w => w.Answered));
            if (s.Json)
            {
                SurveyJson.Write(s, figures, parsed.GetValue(intervals));
            }
            else
            {
                new SurveyText(s, figures, parsed.GetValue(intervals)).Write();
                if (figures.Survey.Wish.Threshold > 0)
                {
                    s.Say(s.T["suppressed", figures.Survey.Wish.Threshold]);
                }
            }

            return Exit.Done;
        });
        return command;
    }
}
