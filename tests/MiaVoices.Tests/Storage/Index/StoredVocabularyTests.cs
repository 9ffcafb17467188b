using MiaVoices.Core.Search;
using MiaVoices.Storage.Index;
using Xunit;

namespace MiaVoices.Tests.Storage.Index;

public sealed class StoredVocabularyTests
{
    [Fact]
    public void It_holds_each_form_with_its_segments()
    {
        using var project = new IndexProject().With("Kontakt kontakt tid", "kontakt", "");
        var vocabulary = new SegmentSearch(project.Connection, project.Analyser).Vocabulary;

        Assert.Equal(["kontakt", "tid"], vocabulary.Forms);
        Assert.Equal((2, 1, 0), (vocabulary.SegmentsWith("kontakt"), vocabulary.SegmentsWith("tid"), vocabulary.SegmentsWith("ti")));
    }

    [Fact]
    public void It_follows_what_another_connection_adds()
    {
        using var project = new IndexProject().With("kontakt");
        using var other = IndexProject.Open(project.File, project.Analyser);
        var search = new SegmentSearch(other, project.Analyser);
        var query = new SearchRequest(new TermQuery("*akt*", TermMode.Wildcard));
        Assert.Equal(1, search.Find(query).Total);

        project.Segment(project.Source("b.txt"), "kontakter");

        Assert.Equal(2, search.Find(query).Total);
    }

    [Fact]
    public void Rebuilding_makes_it_anew()
    {
        using var project = new IndexProject().With("kontakt", "kontakt tid");
        var vocabulary = new SegmentSearch(project.Connection, project.Analyser).Vocabulary;
        project.Execute("UPDATE segment_index_form SET form = 'fel' WHERE form = 'tid'");
        Assert.Contains("fel", vocabulary.Forms);

        SegmentIndex.Rebuild(project.Connection, project.Analyser);

        Assert.Equal(["kontakt", "tid"], vocabulary.Forms);
        Assert.Equal(2, vocabulary.SegmentsWith("kontakt"));
    }

    [Fact]
    public void What_is_rolled_back_leaves_no_forms()
    {
        using var project = new IndexProject().With("kontakt");
        using (var transaction = project.Connection.BeginTransaction())
        {
            project.Segment(1, "annat");
            transaction.Rollback();
        }

        Assert.Equal(["kontakt"], new SegmentSearch(project.Connection, project.Analyser).Vocabulary.Forms);
    }
}
