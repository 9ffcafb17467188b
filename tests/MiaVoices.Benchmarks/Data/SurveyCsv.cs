using System.Globalization;
using System.Text;
using MiaVoices.Core.Sources;

namespace MiaVoices.Benchmarks.Data;

/// <summary>A row of the survey.</summary>
internal sealed record SurveyRow(string Id, string Group, string Part, string Gender, string Closed, string Text);

/// <summary>Answers as an office has them: a survey with an id, attributes, a closed question and a free text.</summary>
internal static class SurveyCsv
{
    private static readonly string[] Groups = ["deltagare", "medarbetare", "remittent"];
    private static readonly string[] Parts = ["Norr", "Söder", "Öst"];
    private static readonly string[] Genders = ["kvinna", "man", "annat"];
    private static readonly string[] Points = ["aldrig", "sällan", "ibland", "ofta", "alltid"];

    public static SurveyProfile Profile { get; } = new()
    {
        Name = "Stor enkät 2025",
        RespondentId = "SvarsID",
        Columns =
        [
            new ColumnProfile { Header = "Grupp", Role = "attribute", Name = "grupp" },
            new ColumnProfile { Header = "Delprojekt", Role = "attribute", Name = "delprojekt" },
            new ColumnProfile { Header = "Kön", Role = "attribute", Name = "kön" },
            new ColumnProfile { Header = "Får du det stöd du behöver?", Role = "closed", Id = "F1", Scale = Points, Positive = ["ofta", "alltid"] },
            new ColumnProfile { Header = "Berätta om stödet", Role = "freetext", Id = "T1", About = "F1" },
        ],
    };

    public static IEnumerable<SurveyRow> Rows(IReadOnlyList<string> answers) => answers.Select((text, i) => new SurveyRow(
        (i + 1).ToString(CultureInfo.InvariantCulture), Groups[i % 7 % 3], Parts[i % 5 % 3], Genders[i % 11 % 3], Points[i % 13 % 5], text));

    public static byte[] Of(IReadOnlyList<string> answers)
    {
        var text = new StringBuilder("SvarsID;Grupp;Delprojekt;Kön;Får du det stöd du behöver?;Berätta om stödet\r\n");
        foreach (var r in Rows(answers))
        {
            text.Append(r.Id).Append(';').Append(r.Group).Append(';').Append(r.Part).Append(';').Append(r.Gender).Append(';').Append(r.Closed)
                .Append(";\"").Append(r.Text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append("\"\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
