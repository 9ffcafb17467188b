using MiaVoices.Core.Language;
using MiaVoices.Core.Search;
using MiaVoices.Core.Workbench;
using MiaVoices.Storage;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Storage;

/// <summary>A project's own words as a source of compound parts.</summary>
public sealed class ProjectWordsTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly StoreContext context = new(new SwedishAnalyser(), new StepClock(), "Mia") { WithWords = words => new SwedishAnalyser(words) };

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_compound_of_words_that_only_the_project_knows_is_found_by_its_head_also_where_it_was_imported_before()
    {
        using var store = ProjectFile.Create(folder.File("a.mia"), "A", context);
        Import(store, "först.txt", "En snurrebockmojäng stod där.");
        Assert.Equal("", Marked(store, "mojäng"));

        Import(store, "sedan.txt", Vocabulary());

        Assert.Equal("mojäng", Marked(store, "mojäng", "först.txt"));
        Assert.Empty(store.Check());

        // Undone, the source is hidden; the index stays sound, and what was there is found still.
        store.Undo();
        Assert.Equal("mojäng", Marked(store, "mojäng", "först.txt"));
        Assert.Empty(store.Check());
    }

    [Fact]
    public void Another_opener_and_one_that_was_open_use_the_words_too()
    {
        using var store = ProjectFile.Create(folder.File("a.mia"), "A", context);
        using var other = ProjectFile.Open(folder.File("a.mia"), context);
        Import(store, "ord.txt", Vocabulary());
        Import(store, "först.txt", "En snurrebockmojäng stod där.");

        Assert.Equal("mojäng", Marked(other, "mojäng", "först.txt"));
        Assert.False(other.IndexIsStale);
        using var third = ProjectFile.Open(folder.File("a.mia"), context);
        Assert.Equal("mojäng", Marked(third, "mojäng", "först.txt"));
        Import(other, "mer.txt", "Två snurrebockmojänger.");
        Assert.Equal("mojänger", Marked(store, "mojäng", "mer.txt"));
        Assert.Empty(store.Check());
    }

    [Fact]
    public void An_import_that_is_cancelled_leaves_the_words_as_they_were()
    {
        using var store = ProjectFile.Create(folder.File("a.mia"), "A", context);
        Import(store, "först.txt", "En snurrebockmojäng stod där.");
        using var stop = new CancellationTokenSource();
        var draft = Drafts.Notes("sedan.txt", Vocabulary());

        Assert.ThrowsAny<OperationCanceledException>(() => store.Apply(ProjectBuilder.ImportOf(draft, null, store), new CancelAt(stop), stop.Token));

        Assert.Equal("", Marked(store, "mojäng"));
        Assert.Empty(store.Check());
        Import(store, "tredje.txt", "Ännu en snurrebockmojäng.");
        Assert.Empty(store.Check());
    }

    /// <summary>Over 2,000 forms, and two words of no lexicon often enough to be trusted.</summary>
    private static string[] Vocabulary() =>
    [
        .. Enumerable.Range(0, 2_100).Select(i => $"ord{i}x står här"),
        .. Enumerable.Repeat("en snurrebock och en mojäng och flera mojänger", 12),
    ];

    private static void Import(ProjectFile store, string name, params string[] texts) =>
        store.Apply(ProjectBuilder.ImportOf(Drafts.Notes(name, texts), null, store));

    private static string Marked(ProjectFile store, string query, string? source = null) => string.Join('+', new Searching(store)
        .Run(query, source is null ? [] : [new FilterQuery(FilterField.Source, "source", source)], "sv", q => new SearchRequest(q)).Hits
        .SelectMany(h => h.Matches.Select(m => h.Segment.Text[m.Start..m.End])));

    private sealed class CancelAt(CancellationTokenSource stop) : IProgress<double>
    {
        public void Report(double value) => stop.Cancel();
    }
}
