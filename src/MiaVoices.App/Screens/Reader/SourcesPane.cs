using System.Globalization;
using MiaVoices.App.Texts;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens.Reader;

/// <summary>The sources by kind, with how far each has come.</summary>
internal sealed class SourcesPane
{
    private readonly Desk _desk;
    private readonly OpenProject _project;
    private readonly Func<Wording> _texts;
    private readonly LatestWork _counting;
    private IDisposable? _waiting;
    private IReadOnlyDictionary<Guid, SourceProgress> _progress = new Dictionary<Guid, SourceProgress>();

    public SourcesPane(Desk desk, Action<Source> open)
    {
        (_desk, _project, _texts, _counting) = (desk, desk.Project, () => desk.T, desk.Project.NewWork(desk.App));
        Tree = new TreeView<Node>(Kinds, n => n.Below, Draw);
        Tree.List.Opened = _ => Open(open);
    }

    /// <summary>The tree; also has the keyboard.</summary>
    public TreeView<Node> Tree { get; }

    /// <summary>All sources in order.</summary>
    public IReadOnlyList<Source> Sources { get; private set; } = [];

    /// <summary>Shows only sources whose label or name holds this.</summary>
    public string Filter
    {
        get;
        set
        {
            field = value;
            Tree.Refresh();
        }
    }

    = "";

    /// <summary>How far a source has come; null while it is being counted.</summary>
    public SourceProgress? ProgressOf(Guid source) => _progress.GetValueOrDefault(source);

    /// <summary>Takes the sources anew; the counting goes on behind.</summary>
    public void Refresh()
    {
        var first = Sources.Count == 0;
        Sources = _project.Store.Sources();
        Tree.Refresh();
        if (first)
        {
            foreach (var kind in Kinds().ToList())
            {
                Tree.SetOpen(kind, true);
            }
        }

        if (first)
        {
            Count();
        }
        else
        {
            _desk.WhenPaused(ref _waiting, Count);
        }
    }

    private void Count() => _project.Read(_counting, (store, _) => store.Progress().ToDictionary(p => p.Source), counted => _progress = counted);

    private IEnumerable<Node> Kinds() => Sources
        .Where(s => Filter.Length == 0 || s.Label.Contains(Filter, StringComparison.OrdinalIgnoreCase) || s.Name.Contains(Filter, StringComparison.OrdinalIgnoreCase))
        .GroupBy(s => s.Kind).Select(g => new Node(g.Key, null, [.. g.Select(s => new Node(s.Kind, s, []))]));

    private void Open(Action<Source> open)
    {
        if (Tree.Selected is { Source: { } source })
        {
            open(source);
        }
        else if (Tree.Selected is { } kind)
        {
            Tree.SetOpen(kind, !Tree.IsOpen(kind));
        }
    }

    private void Draw(Canvas canvas, Node node, RowState state)
    {
        if (node.Source is not { } source)
        {
            var start = canvas.WriteRight(0, 0, canvas.Width, node.Below.Count.ToString(CultureInfo.InvariantCulture), Role.Dim);
            canvas.WriteWithin(0, 0, start - 1, _texts()["sources." + Cli.JsonFields.Word(node.Kind)], Role.Title);
            return;
        }

        var progress = ProgressOf(source.Id);
        var share = progress is { Respondent: > 0 } ? FormattableString.Invariant($"{progress.Done * 100 / progress.Respondent,3} %") : "";
        var end = canvas.WriteRight(0, 0, canvas.Width, share, Role.Dim);
        canvas.WriteWithin(0, 0, end - 1, source.Label);
    }

    /// <summary>A kind of source, or a source.</summary>
    internal sealed record Node(SourceKind Kind, Source? Source, IReadOnlyList<Node> Below)
    {
        public bool Equals(Node? other) => other is not null && Kind == other.Kind && Source?.Id == other.Source?.Id;

        public override int GetHashCode() => HashCode.Combine(Kind, Source?.Id);
    }
}
