using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.App.Screens.Codebook;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens.Matrices;

/// <summary>Codes against groups, codes or sources, as persons, codings or shares, with heat; the quotes behind every cell.</summary>
internal sealed class MatrixScreen : WorkScreen
{
    private const string Shades = "░▒▓█";
    private const int ShadeWidth = 3;
    private const int CellWidth = 13;

    private readonly TableView _table;
    private readonly LatestWork _counting;
    private readonly LatestWork _quoting;
    private MatrixScope _scope = new() { Columns = "" };
    private MatrixView? _view;
    private IReadOnlyList<int> _order = [];
    private int? _sortedBy;

    public MatrixScreen(Desk desk)
        : base(desk)
    {
        _table = new TableView([], () => _view?.Table.Rows.Count ?? 0, Cell) { SelectsCells = true };
        _table.List.Opened = _ => Quotes();
        _table.HeadingPressed = Sort;
        (_counting, _quoting) = (Project.NewWork(desk.App), Project.NewWork(desk.App));
        Add("quotes", "Enter c", Quotes, 1, WhyNoQuotes);
        Add("columns", "k", AskColumns, 2, NotCounted);
        Add("values", "v", NextCount, 3, NotCounted);
        Add("where", "u", AskWhere, 4, () => NotCounted() ?? (_view!.Values.Count == 0 ? T["screen.matrix.noAttributes"] : null));
        Add("small", "h", ToggleSmall, 5, NotCounted);
        Add("sort", "s", () => Sort(_table.Column), 95, NotCounted);
    }

    /// <inheritdoc/>
    public override string Id => "matrix";

    /// <inheritdoc/>
    public override bool Handle(InputEvent input) => _table.Handle(input);

    /// <inheritdoc/>
    protected override void Refresh() => Count();

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var settings = Glyphs.Wrap(Settings(), Math.Max(2, canvas.Width - 2));
        var (head, body) = canvas.Area.CutTop(Math.Min(settings.Count, 3));
        for (var i = 0; i < head.Height; i++)
        {
            canvas.Part(head).Write(1, i, settings[i], Role.Dim);
        }

        var footer = _view is null ? "" : T[_scope.Threshold == 0 ? "screen.matrix.footerAll" : "screen.matrix.footer", _view.Threshold];
        var inner = Box.Draw(canvas.Part(body), Title(), footer, hasFocus: true, _view is null ? "" : T["screen.matrix.persons", _view.Table.Persons]);
        if (_view is not { Table.Rows.Count: > 0 } view)
        {
            inner.WriteWithin(1, 1, inner.Width - 2, T[_view is null ? "screen.matrix.counting" : "screen.codebook.empty"], Role.Dim);
            return;
        }

        var (legend, rows) = inner.Area.CutBottom(1);
        _table.Draw(inner.Part(rows), hasFocus: true);
        inner.Part(legend).WriteWithin(1, 0, inner.Width - 2, Legend(view), Role.Dim);
    }

    private TableViewCell Cell(int row, int column)
    {
        var line = Row(row);
        if (column == 0)
        {
            var code = _view!.Tree[line.Code];
            // Out of the order of the codebook an indent would say that a code belongs to the one above it.
            return new TableViewCell(new string(' ', _sortedBy is null ? 2 * _view.Tree.Depth(line.Code) : 0) + (code.Tag.Length > 0 ? $"{code.Tag} {code.Name}" : code.Name));
        }

        if (column > line.Cells.Count)
        {
            return new TableViewCell(Value(line.Total), Role.Title);
        }

        var cell = line.Cells[column - 1];
        if (cell.Suppressed)
        {
            return new TableViewCell(Value(cell), Role.Dim);
        }

        var heat = _view!.Heat(cell);
        var text = Value(cell);
        if (heat <= 0)
        {
            return new TableViewCell(text);
        }

        var shade = new string(Shades[Math.Clamp((int)(heat * Shades.Length), 0, Shades.Length - 1)], ShadeWidth);
        // A number keeps its own columns; what is longer ("1 av 3") takes what it needs.
        return new TableViewCell($"{shade} {text.PadLeft(5)}", new Style(Role.None, Roles.Heat(heat)));
    }

    private string Value(CrossCell cell) =>
        cell.Suppressed ? SwedishText.Hidden
        : _view!.Table.Counts != CrossCount.Share ? Number(cell.Count)
        : cell.Persons.Fraction is { } share ? SwedishText.Percent(share)
        : T["of", cell.Persons.Persons, cell.Persons.Of];

    private string Settings()
    {
        var where = _scope.Where.Count > 0 ? " · " + T["screen.matrix.whereNow", string.Join(", ", _scope.Where.Select(w => $"{w.Attribute} = {w.Value}"))] : "";
        return T["screen.matrix.settings", ColumnsName(_view?.Scope.Columns ?? ""), T["screen.matrix.count." + JsonFields.Word(_scope.Count)]] + where;
    }

    private string Title() => T["screen.matrix.title", ColumnsName(_view?.Scope.Columns ?? "")];

    private string ColumnsName(string columns) => columns switch { "codes" => T["screen.matrix.codes"], "sources" => T["screen.matrix.sources"], _ => columns };

    /// <summary>The shading with the least that each stands for.</summary>
    private string Legend(MatrixView view)
    {
        var steps = Shades.Select((shade, i) => $"{shade} {(view.Table.Counts == CrossCount.Share ? SwedishText.Percent((double)i / Shades.Length) : Percent(i))}");
        return T[view.Table.Counts == CrossCount.Share ? "screen.matrix.legendShare" : "screen.matrix.legend", string.Join("  ", steps)];

        static string Percent(int step) => SwedishText.Percent((double)step / Shades.Length);
    }

    private void Count() => Project.ReadLong(_counting, (store, _) => MatrixView.Read(store, _scope), view =>
    {
        var isOther = _view?.Scope.Columns != view.Scope.Columns;
        _view = view;
        _scope = view.Scope;
        _table.SetColumns(
        [
            new TableViewColumn(T["word.code"], 22, Grow: 1),
            .. view.Table.Columns.Select(c => new TableViewColumn(c.Label.Length == 0 ? T["word.noGroup"] : c.Label, CellWidth, IsRight: true) { Subtitle = Base(c) }),
            new TableViewColumn(T["word.all"], CellWidth, IsRight: true) { Subtitle = $"n={Number(view.Table.Persons)}" },
        ]);
        if (isOther || _table.Column == 0)
        {
            _table.Column = 1;
        }

        _sortedBy = isOther ? null : _sortedBy;
        LayOut();
    });

    private CrossRow Row(int row) => _view!.Table.Rows[_order[row]];

    /// <summary>Sorts the rows by a column, the greatest first; by the same column again, as the codebook has them.</summary>
    private void Sort(int column)
    {
        _sortedBy = _sortedBy == column ? null : column;
        LayOut();
        Project.Status.Show(_sortedBy is null ? T["screen.matrix.unsorted"] : T["screen.matrix.sorted", _table.Columns[column].Title]);
    }

    private void LayOut()
    {
        var all = Enumerable.Range(0, _view!.Table.Rows.Count);
        _order = _sortedBy switch
        {
            null => [.. all],
            0 => [.. all.OrderBy(r => _view.Tree[_view.Table.Rows[r].Code].Name, Core.Language.SwedishOrder.Instance)],
            var column => [.. all.OrderByDescending(r => Weight(_view.Table.Rows[r], column.Value))],
        };
    }

    /// <summary>What a row is sorted by. Small numbers that are not shown are all alike: their order would tell them.</summary>
    private static double Weight(CrossRow row, int column)
    {
        var cell = column > row.Cells.Count ? row.Total : row.Cells[column - 1];
        return cell.Suppressed ? -1 : cell.Persons.Fraction ?? cell.Count;
    }

    /// <summary>The base of a column; one that is so small that it may tell who is meant is marked.</summary>
    private string Base(CrossColumn column) => column.Persons is not { } n ? $"n={SwedishText.Hidden}" : n > 0 && n < _view!.Threshold ? T["screen.matrix.smallBase", n] : $"n={Number(n)}";

    private void AskColumns() => Desk.Choose(T["screen.matrix.columns.which"], [.. _view!.Attributes, "codes", "sources"], ColumnsName, columns =>
    {
        _scope = _scope with { Columns = columns };
        Count();
    });

    private void NextCount()
    {
        _scope = _scope with { Count = (CrossCount)(((int)_scope.Count + 1) % Enum.GetValues<CrossCount>().Length) };
        Count();
    }

    private void AskWhere()
    {
        List<(string Attribute, string Value)?> choices = [.. _scope.Where.Count > 0 ? new (string, string)?[] { null } : [], .. _view!.Values];
        Desk.Choose(T["screen.matrix.where.which"], choices, c => c is var (attribute, value) ? $"{attribute} = {value}" : T["screen.matrix.everybody"], chosen =>
        {
            _scope = _scope with { Where = chosen is { } pair ? [pair] : [] };
            Count();
        });
    }

    private void ToggleSmall()
    {
        _scope = _scope with { Threshold = _scope.Threshold == 0 ? null : 0 };
        Project.Status.Show(T[_scope.Threshold == 0 ? "screen.matrix.smallShown" : "screen.matrix.smallHidden"], "", Role.Warning);
        Count();
    }

    private string? NotCounted() => _view is null ? T["screen.matrix.counting"] : null;

    private string? WhyNoQuotes() =>
        NotCounted() ?? (_view!.Table.Rows.Count == 0 ? T["screen.codebook.none"] : Selected() is { Cell.Suppressed: true } ? T["screen.matrix.hidden"] : null);

    /// <summary>The row and column at the cursor; the first and the last column stand for the whole row.</summary>
    private (CrossRow Row, CrossColumn? Column, CrossCell Cell) Selected()
    {
        var row = Row(_table.List.Selected);
        var at = _table.Column - 1;
        return at < 0 || at >= row.Cells.Count ? (row, null, row.Total) : (row, _view!.Table.Columns[at], row.Cells[at]);
    }

    private void Quotes()
    {
        if (WhyNoQuotes() is { } reason)
        {
            Project.Status.Show(reason, "", Role.Warning);
            return;
        }

        var (row, column, _) = Selected();
        var (scope, tree) = (_view!.Scope, _view.Tree);
        var name = tree[row.Code].Name;
        var title = column is null ? name : $"{name} · {(column.Label.Length == 0 ? T["word.noGroup"] : column.Label)}";
        Project.Read(_quoting, (store, _) => Core.Workbench.Matrices.Quotes(store, scope, row.Code, column), quotes =>
            Desk.App.Push(new QuotesLayer(Desk, T["screen.codebook.quotesOf", title, quotes.Count], quotes, id => id == row.Code || !tree.Contains(id) ? "" : tree[id].Name)));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
