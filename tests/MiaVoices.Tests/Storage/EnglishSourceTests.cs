using MiaVoices.Core.Changes;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Storage;

/// <summary>Sources in English among Swedish ones.</summary>
public sealed class EnglishSourceTests : IDisposable
{
    private readonly ProjectBuilder project = new();
    private readonly Guid english;

    public EnglishSourceTests()
    {
        project.Import(Drafts.Notes("sv.txt", "Möten med handläggaren.", "Det gick fort."));
        english = project.Import(Drafts.Notes("en.txt", "She was running to 😀 meetings.", "We met often.") with { Language = TextLanguage.English });
    }

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("run", "running")]
    [InlineData("meeting", "meetings")]
    [InlineData("\"running to\"", "running+to")]
    [InlineData("=meetings", "meetings")]
    [InlineData("möte", "Möten")]
    [InlineData("meet*", "meetings")]
    [InlineData("möte OR meeting", "Möten+meetings")]
    public void Each_source_is_found_by_the_rules_of_its_language(string query, string marked) => Assert.Equal(marked, Marked(query));

    [Fact]
    public void A_source_that_gets_another_language_is_indexed_anew_and_undone_by_undo()
    {
        var before = project.Dump();
        project.Store.Apply(new SetSourceLanguage(english, TextLanguage.Swedish));
        Assert.Equal("", Marked("run"));
        Assert.Equal(TextLanguage.Swedish, project.Store.Sources()[1].Language);
        Assert.Null(project.Store.SearchWords.English);

        project.Store.Undo();

        Assert.Equal("running", Marked("run"));
        Assert.Equal(before, project.Dump());
        Assert.Empty(project.Store.Check());
    }

    [Fact]
    public void The_language_stays_when_the_whole_index_is_made_again()
    {
        using (var outdate = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={project.File};Pooling=False"))
        {
            outdate.Open();
            using var command = outdate.CreateCommand();
            command.CommandText = "UPDATE project SET value = 'gammal' WHERE key = 'analyser'";
            command.ExecuteNonQuery();
        }

        project.Reopen();

        Assert.Equal("running", Marked("run"));
        Assert.Equal("Möten", Marked("möte"));
    }

    private string Marked(string query) => string.Join('+', new Searching(project.Store).Run(query, [], "sv", q => new SearchRequest(q)).Hits
        .SelectMany(h => h.Matches.Select(m => h.Segment.Text[m.Start..m.End])));
}
