using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Storage;

namespace MiaVoices.Tests.Support;

/// <summary>A real project file in a folder of its own, with short words for what coders do.</summary>
public sealed class ProjectBuilder : IDisposable
{
    public static readonly ITextAnalyser Analyser = new SwedishAnalyser();
    public static readonly ITextAnalyser English = new EnglishAnalyser();
    private readonly StepClock clock = new();
    private readonly List<ProjectFile> others = [];

    public ProjectBuilder(string coder = "Mia")
    {
        File = Folder.File("projekt.mia");
        Store = ProjectFile.Create(File, "Projekt", Context(coder));
    }

    public TempFolder Folder { get; } = new();

    public string File { get; }

    public ProjectFile Store { get; private set; }

    public StoreContext Context(string coder) => new(Analyser, clock, coder) { English = English };

    /// <summary>The same file opened by another coder.</summary>
    public ProjectFile As(string coder)
    {
        var store = ProjectFile.Open(File, Context(coder));
        others.Add(store);
        return store;
    }

    public void Reopen()
    {
        Store.Dispose();
        Store = ProjectFile.Open(File, Context(Store.Coder));
    }

    public string Dump() => LogicalDump.Of(File);

    public Guid Import(SourceDraft draft, string? label = null, IProjectStore? by = null)
    {
        var store = by ?? Store;
        var change = ImportOf(draft, label, store);
        store.Apply(change);
        return change.Source;
    }

    public static ImportSource ImportOf(SourceDraft draft, string? label, IProjectStore store)
    {
        var taken = store.Sources().Select(s => s.Label).ToHashSet();
        return new ImportSource(store.NewIds().Next(), draft.Name, label ?? SourceLabel.Propose(draft, taken), draft.Kind, "00", draft.Segments.Count, 0) { Draft = draft };
    }

    public Code Code(string name, Guid? parent = null, string tag = "", IProjectStore? by = null)
    {
        var store = by ?? Store;
        var change = CodeVerbs.Add(store, new Code { Id = store.NewIds().Next(), Name = name, Parent = parent, Tag = tag });
        store.Apply(change);
        return change.Code;
    }

    public Coding Code(Guid source, string quote, Guid code, IProjectStore? by = null, string memo = "")
    {
        var store = by ?? Store;
        var coding = CodingOf(store, source, quote, code, memo);
        store.Apply(new AddCoding(coding));
        return coding;
    }

    public static Coding CodingOf(IProjectStore store, Guid source, string quote, Guid code, string memo = "")
    {
        var text = TextOf(store, source);
        var start = text.IndexOf(quote, StringComparison.Ordinal);
        return start < 0 ? throw new ArgumentException(quote) : CodingAt(store, source, start, start + quote.Length, code, memo);
    }

    public static Coding CodingAt(IProjectStore store, Guid source, int start, int end, Guid code, string memo = "") => new()
    {
        Id = store.NewIds().Next(),
        Source = source,
        Start = start,
        End = end,
        Quote = TextOf(store, source)[start..end],
        Code = code,
        Coder = store.Coder,
        Origin = CodingOrigin.Manual,
        Created = store.Now,
        Memo = memo,
    };

    public static string TextOf(IProjectStore store, Guid source) =>
        string.Join('\n', store.Segments(new SegmentScope { Source = source }).Select(s => s.Text));

    public Memo Memo(MemoTarget target, Guid? on, string text, IProjectStore? by = null)
    {
        var store = by ?? Store;
        var memo = new Memo { Id = store.NewIds().Next(), Target = target, TargetId = on, Title = "Tanke", Text = text, Coder = store.Coder, Created = store.Now, Changed = store.Now };
        store.Apply(new AddMemo(memo));
        return memo;
    }

    public Case Person(string name, params (string Name, string Value)[] attributes)
    {
        var person = new Case { Id = Store.NewIds().Next(), Name = name, Attributes = attributes.ToDictionary(a => a.Name, a => a.Value) };
        Store.Apply(new AddCase(person));
        return person;
    }

    public void Dispose()
    {
        foreach (var other in others)
        {
            other.Dispose();
        }

        Store.Dispose();
        Folder.Dispose();
    }
}
