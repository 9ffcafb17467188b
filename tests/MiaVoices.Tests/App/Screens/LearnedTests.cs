using MiaVoices.App.Screens.Suggesting;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App.Screens;

/// <summary>What is learnt again when something was answered.</summary>
public sealed class LearnedTests : IDisposable
{
    private readonly ProjectBuilder project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    public void After_an_answer_it_goes_on_from_what_it_knew_and_begins_anew_while_little_is_known_and_after_many()
    {
        var said = Enumerable.Range(0, 40).Select(i => ("D", Drafts.Answers, i % 2 == 0 ? $"Kontakten med myndigheten tog tid, gång {i}." : $"Det var lugnt och jag fick landa, dag {i}.")).ToArray();
        var source = project.Import(Drafts.Interview("a.txt", said));
        var (contact, calm) = (project.Code("myndighetskontakter"), project.Code("tid att landa"));
        CodeAt(0, contact.Id);
        CodeAt(1, calm.Id);
        var start = Learn(null);
        CodeAt(2, contact.Id);
        var first = Learn(start);
        Assert.Equal(Anew(), first.Model!.Version);
        for (var i = 3; i < 10; i++)
        {
            CodeAt(i, i % 2 == 0 ? contact.Id : calm.Id);
        }

        first = Learn(first);
        CodeAt(10, contact.Id);
        var second = Learn(first);
        var lesson = Learned.Read(project.Store);
        Assert.Equal(new LinearCodeSuggester(project.Store.Analyser).Refit(first.Model!, lesson.Set).Version, second.Model!.Version);
        Assert.NotEqual(Anew(), second.Model.Version);
        Assert.Equal(11, second.Model.TrainedOn);

        for (var i = 11; i < 14; i++)
        {
            CodeAt(i, i % 2 == 0 ? contact.Id : calm.Id);
        }

        Assert.Equal(Anew(), Learn(second).Model!.Version);

        project.Code("en ny kod");
        Assert.Equal(Anew(), Learn(second).Model!.Version);

        void CodeAt(int turn, Guid code) => project.Code(source, said[turn].Item3, code);
    }

    /// <summary>A segment known by an answer alone is not judged by, which makes it no other segment.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void After_an_answered_suggestion_it_goes_on_too(bool accept)
    {
        var said = Enumerable.Range(0, 20).Select(i => ("D", Drafts.Answers, i % 2 == 0 ? $"Kontakten med myndigheten tog tid, gång {i}." : $"Det var lugnt och jag fick landa, dag {i}.")).ToArray();
        var source = project.Import(Drafts.Interview("a.txt", said));
        var (contact, calm) = (project.Code("myndighetskontakter"), project.Code("tid att landa"));
        for (var i = 0; i < 8; i++)
        {
            project.Code(source, said[i].Item3, i % 2 == 0 ? contact.Id : calm.Id);
        }

        var first = Learn(null);

        var suggestion = first.Suggestions[0];
        var segment = project.Store.Segments(new SegmentScope { Keys = [suggestion.Segment] }).Single();
        project.Store.Apply(Suggesting.Answer(project.Store, first.Model!.Version, [new AnsweredSuggestion(suggestion, segment)], accept, null));

        var lesson = Learned.Read(project.Store);
        Assert.False(lesson.Set.Segments.Single(s => s.Key == suggestion.Segment).IsJudged);
        Assert.Equal(new LinearCodeSuggester(project.Store.Analyser).Refit(first.Model, lesson.Set).Version, Learn(first).Model!.Version);
    }

    private Learned Learn(Learned? before) => Learned.From(Learned.Read(project.Store), project.Store.Analyser, before, CancellationToken.None);

    private string Anew() => new LinearCodeSuggester(project.Store.Analyser).Train(Learned.Read(project.Store).Set).Version;
}
