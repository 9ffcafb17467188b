using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public sealed class MoreLikeThisTests : IDisposable
{
    private readonly ProjectBuilder project = new();

    public MoreLikeThisTests()
    {
        project.Import(Drafts.Interview(
            "D07.txt",
            ("I", Drafts.Asks, "Hur gick ansökan hos Försäkringskassan?"),
            ("D", Drafts.Answers, "Ansökan till Försäkringskassan tog tid, handläggaren svarade aldrig."),
            ("D", Drafts.Answers, "Bussen går sällan och det regnar."),
            ("D", Drafts.Answers, "Försäkringskassans handläggare ringde om min ansökan."),
            ("D", Drafts.Answers, "Handläggarna byttes.")));
        project.Import(Drafts.Notes("möte.txt", "Det och det.", "Bussar till mötet.", "Unikaord."));
    }

    public void Dispose() => project.Dispose();

    [Fact]
    public void The_segments_that_share_most_telling_words_come_first_and_never_the_segment_itself()
    {
        var like = Find(2, 0);

        Assert.Equal([4, 1, 5], like.Alike.Select(a => a.Hit.Segment.Ordinal));
        Assert.Equal(["ansökan", "försäkringskassan", "handläggaren"], like.Alike[0].Shared.Order(StringComparer.Ordinal));
        Assert.Equal(["handläggaren"], like.Alike[2].Shared);
        Assert.Equal(3, like.Total);
        Assert.Equal(like.Alike.Select(a => a.Hit.Score!.Value).OrderDescending(), like.Alike.Select(a => a.Hit.Score!.Value));
        Assert.Single(Find(2, 1).Alike);
        Assert.Equal(3, Find(2, 1).Total);
    }

    [Fact]
    public void Words_weigh_by_how_often_the_segment_and_how_seldom_the_material_has_them()
    {
        var all = project.Store.Segments(SegmentScope.All).ToList();
        foreach (var word in Find(2, 0).Words)
        {
            var stem = ProjectBuilder.Analyser.Word(word.Word).Stem;
            int Times(Segment s)
            {
                var tokens = new List<Token>();
                ProjectBuilder.Analyser.Analyse(s.Text, tokens);
                return tokens.Count(t => !t.Word.IsFunctionWord && (t.Word.Stem == stem || t.Word.Parts.Any(p => p.Stem == stem)));
            }

            Assert.Equal(all.Count(s => Times(s) > 0), word.Segments);
            Assert.Equal((1 + Math.Log(Times(all[1]))) * Math.Log((double)all.Count / word.Segments), word.Weight, 10);
        }
    }

    [Fact]
    public void A_segment_of_its_own_words_or_none_is_like_nothing()
    {
        Assert.Empty(Find(8, 0).Words);
        Assert.Empty(Find(6, 0).Alike);
        Assert.Equal(["buss", "gå"], Find(3, 0).Alike.SelectMany(a => a.Shared).Select(w => ProjectBuilder.Analyser.Word(w).Stem));
    }

    [Fact]
    public void Interviewers_may_be_left_out_of_what_is_found()
    {
        Assert.Equal([4, 5], Find(2, 0, answersOnly: true).Alike.Select(a => a.Hit.Segment.Ordinal));
        Assert.Equal(2, Find(2, 0, answersOnly: true).Total);
        Assert.Equal(Find(1, 0).Total, Find(1, 0, answersOnly: true).Total);
    }

    private Likeness Find(int number, int limit, bool answersOnly = false) =>
        new MoreLikeThis(project.Store).Find(project.Store.Segments(SegmentScope.All).ElementAt(number - 1), limit, answersOnly);
}
