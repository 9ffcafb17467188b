using System.Text.Json;
using MiaVoices.App.Cli;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Commands;

/// <summary>What an import tells of a survey's questions and those of an earlier wave.</summary>
internal static class ImportedQuestions
{
    /// <summary>A count of those that are the same and a line for each of the others.</summary>
    public static void Tell(Session s, WaveComparison? compared)
    {
        if (compared is null)
        {
            return;
        }

        s.Out.WriteLine("  " + Glyphs.OneLine(s.T[compared.Joined ? "import.waves" : "import.wavesAlike", compared.Name, compared.Count(QuestionChange.Same)]));
        foreach (var match in compared.Questions.Where(q => q.Change != QuestionChange.Same))
        {
            s.Out.WriteLine("    " + Glyphs.OneLine(match.Change switch
            {
                QuestionChange.New => s.T["import.question.new", Named(match.Later!)],
                QuestionChange.Gone => s.T["import.question.gone", Named(match.Earlier!)],
                _ => s.T["import.question.reworded", Named(match.Later!), match.Earlier!.Text, s.T["match." + JsonFields.Word(match.By)]],
            }));
        }
    }

    /// <summary>The questions of an imported source, and those of the earlier wave that it does not ask.</summary>
    public static void Questions(this Utf8JsonWriter w, ImportedSource source)
    {
        if (source.Draft is not { Register: null, Survey: { } survey })
        {
            return;
        }

        w.Text("survey", survey.Name);
        w.Text("wave", survey.Wave);
        if (source.Waves is { } compared)
        {
            w.WriteStartObject("comparedWith");
            w.WriteString("survey", compared.Survey);
            w.Text("wave", compared.Wave);
            w.WriteBoolean("joined", compared.Joined);
            w.WriteEndObject();
        }

        w.Objects("questions", source.Waves?.Questions ?? [.. survey.Questions.Select(q => new QuestionMatch(null, q, MatchedBy.Nothing, 0))], m =>
        {
            w.WriteString("id", m.Question.Id);
            w.WriteString("text", m.Question.Text);
            w.Text("match", source.Waves is null ? null : JsonFields.Word(m.Change));
            w.Text("by", m.By == MatchedBy.Nothing ? null : JsonFields.Word(m.By));
            w.Text("earlierText", m.Earlier?.Text);
            w.Text("earlierId", m.Earlier?.Id);
            w.Real("likeness", m is { Earlier: not null, Later: not null } ? m.Likeness : null);
            w.WriteBoolean("scaleChanged", m.Scale != ScaleDifference.None);
        });
    }

    private static string Named(QuestionDraft question) => question.Id == question.Text ? question.Text : $"{question.Id} {question.Text}";
}
