using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens.Survey;

/// <summary>A survey: response, goals and questions to the left, bars to the right; by group, wave against wave, a theme beside.</summary>
internal sealed class SurveyScreen : WorkScreen
{
    private const string ResponseId = "";
    private const int WideFrom = 70;

    private readonly ListView _list;
    private readonly ListView _figures;
    private readonly FocusRing _focus;
    private readonly LatestWork _counting;
    private readonly List<(string Id, string Text)> _items = [];
    private List<SurveyLine> _lines = [];
    private SurveyScope _scope = new();
    private SurveyLook? _look;
    private string _shown = "?";
    private bool _intervals;
    private int _wrapped;

    public SurveyScreen(Desk desk)
        : base(desk)
    {
        _list = new ListView(() => _items.Count, DrawItem) { SelectionChanged = () => _shown = "?" };
        _figures = new ListView(() => _lines.Count, DrawLine);
        _focus = new FocusRing(_list, _figures);
        _list.Opened = _ => _focus.Give(_figures);
        _counting = Project.NewWork(desk.App);
        Add("group", "g", AskGroup, 1, WhyNot);
        Add("wave", "m", AskWave, 2, () => WhyNot() ?? (_look!.Waves.Count < 2 ? T["screen.survey.oneWave"] : null));
        Add("theme", "t", AskTheme, 3, () => WhyNot() ?? (_look!.Codes.Codes.Count == 0 ? T["screen.codebook.none"] : null));
        Add("small", "h", ToggleSmall, 4, WhyNot);
        Add("intervals", "i", ToggleIntervals, 5, WhyNot);
        Add("which", "e", AskSurvey, 6, () => WhyNot() ?? (_look!.Names.Count < 2 ? T["screen.survey.oneSurvey"] : null));
    }

    /// <inheritdoc/>
    public override string Id => "survey";

    /// <inheritdoc/>
    public override bool Handle(InputEvent input) => _focus.Handle(input);

    /// <inheritdoc/>
    protected override void Refresh() => Count();

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        if (_look is not { View: { } view } look)
        {
            var empty = Box.Draw(canvas, T["screen.survey"], "", hasFocus: true);
            foreach (var (row, line) in Glyphs.Wrap(T[_look is null ? "screen.survey.counting" : "screen.survey.empty"], Math.Max(10, empty.Width - 4)).Index())
            {
                empty.Write(2, 1 + row, line, Role.Dim);
            }

            return;
        }

        var (head, body) = canvas.Area.CutTop(1);
        canvas.Part(head).WriteWithin(1, 0, canvas.Width - 2, Settings(look), Role.Dim);
        var (left, right) = body.Width >= WideFrom ? body.CutLeft(Math.Min(44, body.Width * 2 / 5)) : body.CutTop(Math.Max(4, body.Height / 3));
        _focus.Draw(Box.Draw(canvas.Part(left), T["screen.survey.questions"], "", _focus.Has(_list), look.Names.Count > 1 ? $"1/{Number(look.Names.Count)}" : ""), _list);
        var footer = T[_scope.Threshold == 0 ? "screen.matrix.footerAll" : "screen.matrix.footer", look.Threshold];
        var inner = Box.Draw(canvas.Part(right), SurveyPhrases.Named(view.Survey.Survey, look.Scope.Wave), footer, _focus.Has(_figures));
        Lay(view, inner.Width - 2);
        _focus.Draw(inner, _figures);
    }

    /// <summary>Lays out the lines of what is selected; long ones are wrapped, so that nothing is cut.</summary>
    private void Lay(SurveyView view, int width)
    {
        var selected = _list.Selected >= 0 ? _items[_list.Selected].Id : ResponseId;
        if (selected == _shown && width == _wrapped)
        {
            return;
        }

        var lines = new SurveyLines(T, view, _intervals);
        var all = selected switch { ResponseId => lines.Response(), GoalsId => lines.Goals(), _ => lines.Question(selected[1..]) };
        _lines = [.. all.SelectMany(l => l.Share is not null || l.Value.Length > 0 || l.Text.Length == 0 ? [l] : Glyphs.Wrap(l.Text, Math.Max(10, width)).Select(w => l with { Text = w }))];
        if (selected != _shown)
        {
            _figures.Selected = 0;
        }

        (_shown, _wrapped) = (selected, width);
    }

    private const string GoalsId = "!";

    private void DrawItem(Canvas canvas, int row, RowState state)
    {
        var (id, text) = _items[row];
        var x = id.Length > 1 ? canvas.Write(0, 0, id[1..], Role.Title) + 1 : 0;
        canvas.WriteWithin(x, 0, canvas.Width - x, text, id.Length > 1 ? Role.None : Role.Title);
    }

    private void DrawLine(Canvas canvas, int row, RowState state)
    {
        var line = _lines[row];
        if (line.Share is null && line.Value.Length == 0)
        {
            canvas.WriteWithin(0, 0, canvas.Width, line.Text, line.Look);
            return;
        }

        var label = Math.Max(8, canvas.Width * 2 / 5);
        canvas.WriteWithin(0, 0, label, line.Text, line.Look);
        if (line.Share is not { } share)
        {
            canvas.WriteWithin(label + 1, 0, canvas.Width - label - 1, line.Value);
            return;
        }

        const int ValueWidth = 17;
        canvas.WriteRight(canvas.Width - ValueWidth, 0, ValueWidth, line.Value, line.Look);
        var bar = canvas.Width - label - ValueWidth - 2;
        if (bar > 3 && !share.Suppressed && share.Of > 0)
        {
            Meter.Bar(canvas, label + 1, 0, bar, (double)share.Persons / share.Of, Role.Accent);
        }
    }

    private string Settings(SurveyLook look)
    {
        List<string> parts = [T["screen.survey.by", look.Scope.By ?? T["screen.survey.nothing"]]];
        if (look.Waves.Count > 1)
        {
            parts.Add(T["screen.survey.waves", look.Scope.Compare is var (from, to) ? $"{from} → {to}" : look.Scope.Wave ?? T["screen.survey.allWaves"]]);
        }

        if (look.Scope.Theme is { } theme)
        {
            parts.Add(T["screen.survey.themeNow", look.Codes[theme].Name]);
        }

        return string.Join(" · ", parts);
    }

    private void Count() => Project.Read(_counting, (store, _) => SurveyLook.Read(store, _scope), look =>
    {
        (_look, _scope, _shown) = (look, look.Scope, "?");
        var before = _list.Selected >= 0 && _list.Selected < _items.Count ? _items[_list.Selected].Id : ResponseId;
        _items.Clear();
        if (look.View is { } view)
        {
            _items.Add((ResponseId, T["screen.survey.response"]));
            if (view.Survey.Goals.Count > 0)
            {
                _items.Add((GoalsId, T["survey.goals"]));
            }

            _items.AddRange(view.Survey.Questions.Select(q => q.Question).DistinctBy(q => q.Id, StringComparer.Ordinal).Select(q => ("q" + q.Id, q.Text)));
            _list.Selected = Math.Max(0, _items.FindIndex(i => i.Id == before));
        }
    });

    private void Change(SurveyScope scope)
    {
        _scope = scope;
        Count();
    }

    private void AskSurvey() => Desk.Choose(T["screen.survey.which"], _look!.Names, n => n, name => Change(_scope with { Survey = name, Wave = null, Compare = null }));

    private void AskGroup() => Desk.Choose<string?>(T["screen.survey.group.which"], [null, .. _look!.View!.Attributes], a => a ?? T["screen.survey.nothing"], by => Change(_scope with { By = by }));

    private void AskWave()
    {
        var waves = _look!.Waves;
        var pairs = Enumerable.Range(1, waves.Count - 1).SelectMany(to => Enumerable.Range(0, to).Select(from => (From: waves[from], To: waves[to])));
        List<(string? Wave, (string From, string To)? Pair)> choices = [(null, null), .. waves.Reverse().Select(w => ((string?)w, ((string, string)?)null)), .. pairs.Select(p => ((string?)null, ((string, string)?)p))];
        Desk.Choose(
            T["screen.survey.wave.which"],
            choices,
            c => c.Pair is var (from, to) ? $"{from} → {to}" : c.Wave ?? T["screen.survey.allWaves"],
            c => Change(_scope with { Wave = c.Wave, Compare = c.Pair }));
    }

    private void AskTheme() => Desk.Choose<Guid?>(
        T["screen.survey.theme.which"],
        [null, .. _look!.Codes.Codes.Select(c => (Guid?)c.Id)],
        c => c is { } id ? _look.Codes.Path(id) : T["screen.survey.noTheme"],
        theme => Change(_scope with { Theme = theme }));

    private void ToggleSmall()
    {
        int? threshold = _scope.Threshold == 0 ? null : 0;
        Project.Status.Show(T[threshold == 0 ? "screen.matrix.smallShown" : "screen.matrix.smallHidden"], "", Role.Warning);
        Change(_scope with { Threshold = threshold });
    }

    private void ToggleIntervals()
    {
        _intervals = !_intervals;
        _shown = "?";
    }

    private string? WhyNot() => _look is null ? T["screen.survey.counting"] : _look.View is null ? T["screen.survey.empty"] : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
