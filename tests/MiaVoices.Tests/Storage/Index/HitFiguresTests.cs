using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Storage.Index;

/// <summary>Counts over hits, each recounted here from the hits, segments, cases and codings themselves.</summary>
public sealed class HitFiguresTests : IDisposable
{
    private static readonly string[] Queries = ["kontakt", "kontakt OR tid", "tid -kontakt", "NOT kontakt", "roll:intervjuare", "grupp:deltagare", "kod:Stöd tid", "kod:ingen", "saknas", "kontakt OR grupp:anhörig"];
    private readonly ProjectBuilder project = new();
    private readonly Code support;
    private readonly Code contact;
    private readonly Code waiting;

    public HitFiguresTests()
    {
        var d1 = project.Person("D1", ("grupp", "deltagare"), ("kön", "kvinna"));
        var d2 = project.Person("D2", ("grupp", "Deltagare"));
        var d3 = project.Person("D3", ("kön", "man"));
        support = project.Code("Stöd");
        contact = project.Code("Kontakt", support.Id);
        waiting = project.Code("Väntan");
        foreach (var (name, who) in new[] { ("D1", d1), ("D2", d2), ("D3", d3) })
        {
            var source = project.Import(Drafts.Interview(
                $"Intervju {name}.txt",
                ("I", Drafts.Asks, "Fick du kontakt?"),
                (name, Drafts.Answers, $"Kontakten tog tid, sa {name}."),
                ("Gäst", SpeakerRole.Unknown, "Tid."),
                (name, Drafts.Answers, name == "D2" ? "Inget." : "Myndighetskontakter och tid.")));
            project.Store.Apply(new MapSpeaker(source, name, SpeakerRole.Respondent, who.Id));
            project.Code(source, "tog tid", waiting.Id);
            project.Code(source, "Kontakten", contact.Id);
            if (name != "D2")
            {
                project.Code(source, $"sa {name}.\nTid.\nMyndighets", contact.Id);
                project.Code(source, "och tid", support.Id);
            }
        }

        project.Import(Drafts.Survey("enkät.csv", "Enkät", "2025", [.. Enumerable.Range(1, 9).Select(i => new SurveyRow($"{i}", i % 3 == 0 ? null : i % 2 == 0 ? "Bra kontakt" : "Mer tid", Group: i < 5 ? "deltagare" : "anhörig"))]));
        project.Import(Drafts.Notes("möte.txt", "Kontakt med D1.", "Annat."));
        project.Import(Drafts.Interview("Dold.txt", ("D1", Drafts.Answers, "Kontakt och tid, kontakt.")));
        project.Code(project.Store.Sources()[^1].Id, "Kontakt", contact.Id);
        project.Store.Apply(new HideSource(project.Store.Sources()[^1].Id));
    }

    public void Dispose() => project.Dispose();

    [Fact]
    public void Totals_sources_and_groups_are_those_of_the_hits()
    {
        var groups = project.Store.CountedCases();
        var cases = groups.ToDictionary(c => c.Name, c => c.Attributes);
        foreach (var (request, hits) in Searches())
        {
            var persons = hits.Select(Person).ToList();
            Assert.Equal(
                new HitTotals(hits.Count, hits.Select(h => h.SourceId).Distinct().Count(), persons.OfType<string>().Distinct().Count()),
                project.Store.HitFigures.Totals(request));
            Assert.Equal(
                hits.GroupBy(h => h.SourceId).Select(g => (g.Key, g.First().Source, g.Count(), g.Select(Person).OfType<string>().Distinct().Count())),
                project.Store.HitFigures.BySource(request).Select(s => (s.Source, s.Name, s.Segments, s.Persons)));
            foreach (var attribute in new[] { "grupp", "kön" })
            {
                string? Group(string? person) => person is null ? null : cases[person].GetValueOrDefault(attribute);
                var wanted = groups.Select(c => c.Attributes.GetValueOrDefault(attribute)).Concat(persons.Select(Group)).Distinct().Select(g => new GroupHits(
                    g,
                    persons.Count(p => Group(p) == g),
                    persons.OfType<string>().Distinct().Count(p => Group(p) == g),
                    groups.Count(c => c.Attributes.GetValueOrDefault(attribute) == g)));
                var found = project.Store.HitFigures.ByGroup(request, attribute);
                Assert.Equal(wanted.OrderBy(g => g.Group, StringComparer.Ordinal), found.OrderBy(g => g.Group, StringComparer.Ordinal));
                Assert.Equal(hits.Count, found.Sum(g => g.Segments));
            }
        }
    }

    [Fact]
    public void Codes_of_hits_are_those_that_the_hits_hold_and_those_above_them()
    {
        var tree = new CodeTree(project.Store.Codes());
        var all = project.Store.Segments(SegmentScope.All).ToList();
        var codings = project.Store.Codings(CodingScope.All).Select(c => c.Coding).ToList();
        bool Holds(Segment s, Guid code) => codings.Any(c => c.Source == s.SourceId && c.Start < s.End && c.End > s.Start && tree.WithDescendants(code).Any(d => d.Id == c.Code));
        foreach (var (request, hits) in Searches())
        {
            var material = all.Where(s => !request.AnswersOnly || s.Role != SpeakerRole.Interviewer).ToList();

            var found = project.Store.HitFigures.ByCode(request);

            Assert.Equal((hits.Count, material.Count), (found.Hits, found.Material));
            Assert.Equal(
                tree.Codes.Select(c => new CodeHits(
                    c.Id,
                    hits.Count(h => Holds(h, c.Id)),
                    material.Count(s => Holds(s, c.Id)),
                    hits.Where(h => Holds(h, c.Id)).Select(Person).OfType<string>().Distinct().Count())).Where(c => c.Segments > 0).OrderBy(c => c.Code),
                found.Codes.OrderBy(c => c.Code));
        }
    }

    [Fact]
    public void How_much_more_common_a_code_is_compares_shares_and_says_nothing_of_the_rare()
    {
        var found = new CodesOfHits(20, 400, []);

        Assert.Equal(6, found.Ratio(new CodeHits(support.Id, 6, 20, 3))!.Value, 10);
        Assert.Equal(1, found.Ratio(new CodeHits(support.Id, 1, 20, 1))!.Value, 10);
        Assert.Null(found.Ratio(new CodeHits(support.Id, 4, 4, 3)));
        Assert.Null(new CodesOfHits(4, 400, []).Ratio(new CodeHits(support.Id, 4, 40, 3)));
    }

    [Fact]
    public void Hits_after_a_segment_are_counted()
    {
        var keys = project.Store.Segments(SegmentScope.All).Select(s => s.Key).ToList();
        foreach (var (request, hits) in Searches())
        {
            Assert.All(new[] { 0, keys[4], keys[^1] }, key => Assert.Equal(hits.Count(h => h.Key > key), project.Store.HitFigures.After(request, key)));
        }
    }

    [Fact]
    public void An_attribute_is_found_whatever_its_case_and_refused_if_nobody_has_it()
    {
        var request = new SearchRequest(new TermQuery("kontakt"));

        Assert.Equal(project.Store.HitFigures.ByGroup(request, "kön"), project.Store.HitFigures.ByGroup(request, "KÖN"));
        Assert.Equal(project.Store.HitFigures.ByGroup(request, "grupp"), project.Store.HitFigures.ByGroup(request, "group"));
        Assert.Equal("ålder · grupp, kön", Refusals.Refused("search.attribute.unknown", () => project.Store.HitFigures.ByGroup(request, "ålder")).Told());
        Refusals.Refused("search.noWord", () => project.Store.HitFigures.Totals(new SearchRequest(new TermQuery("?!"))));
    }

    /// <summary>Notes and those who are not respondents are nobody.</summary>
    private static string? Person(Segment s) => s.Role == SpeakerRole.Respondent ? s.Respondent : null;

    private IEnumerable<(SearchRequest Request, IReadOnlyList<Segment> Hits)> Searches()
    {
        var segments = project.Store.Segments(SegmentScope.All).ToDictionary(s => s.Key);
        var searching = new Searching(project.Store);
        foreach (var query in Queries)
        {
            foreach (var answersOnly in new[] { false, true })
            {
                var request = new SearchRequest(searching.Read(query, [])) { AnswersOnly = answersOnly, Limit = 1, Offset = 1, Order = SearchOrder.Relevance };
                yield return (request, [.. project.Store.Index.Find(request with { Limit = 0, Offset = 0, Order = SearchOrder.Document }).Hits.Select(h => segments[h.Segment])]);
            }
        }
    }
}
