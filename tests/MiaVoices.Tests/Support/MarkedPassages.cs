using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Workbench;

namespace MiaVoices.Tests.Support;

/// <summary>Enough passages marked as working well or less well for polarity to be suggested.</summary>
internal static class MarkedPassages
{
    private const int Persons = 4;
    private const int Each = 8;

    /// <summary>Adds them under a code, and a person of whom nothing is coded.</summary>
    public static void Add(ProjectBuilder project, Guid code)
    {
        for (var person = 0; person < Persons; person++)
        {
            var turns = Enumerable.Range(0, Each).Select(i => ("D", Drafts.Answers, i % 2 == 0 ? $"Det var jättebra och jag är nöjd med hjälpen, gång {person}{i}." : $"Det var dåligt och jag blev besviken på hyran, gång {person}{i}."));
            var source = project.Import(Drafts.Interview($"Märkt {person}.txt", [.. turns]));
            foreach (var segment in project.Store.Segments(new SegmentScope { Source = source }))
            {
                project.Store.Apply(new AddCoding(ProjectBuilder.CodingAt(project.Store, source, segment.Start, segment.End, code) with
                {
                    Polarity = segment.Text.Contains("nöjd", StringComparison.Ordinal) ? Polarity.WorksWell : Polarity.WorksLessWell,
                }));
            }
        }

        project.Import(Drafts.Interview("Intervju D10.txt", ("D", Drafts.Answers, "Jag fick mer tid och är nöjd, det var jättebra."), ("D", Drafts.Answers, "Pengarna var dåligt, jag blev besviken på hyran.")));
    }
}
