using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Screens.Searching;

/// <summary>What one can do with a search and its hits.</summary>
internal sealed partial class SearchScreen
{
    private static readonly string[] GroupNames = ["grupp", "group"];
    private LatestWork? _planning;
    private LatestWork? _exporting;
    private AutocodedSpan _span;

    private void AddCommands()
    {
        Add("open", "Enter", Open, 1, NoHits);
        Add("code", "k", CodeChosen, 2, NoHits);
        Add("tick", "Space", Tick, 3, NoHits);
        Add("codeAll", "a", CodeAll, 4, NoHits);
        Add("edit", "/", () => _focus.Give(_field), 6, () => Typing() is null ? null : T["screen.search.typing"]);
        Add("uncoded", "u", () => Narrow(_ask with { Uncoded = !_ask.Uncoded }), 5, Typing);
        Add("answers", "v", () => Narrow(_ask with { AnswersOnly = !_ask.AnswersOnly }), 12, Typing);
        Add("group", "g", AskGroup, 13, Typing);
        Add("filterCode", "c", AskCode, 14, Typing);
        Add("source", "o", AskSource, 15, Typing);
        Add("order", "d", () => Narrow(_ask with { Order = _ask.Order == SearchOrder.Document ? SearchOrder.Relevance : SearchOrder.Document }), 0, Typing);
        Add("span", "m", () => _span = (AutocodedSpan)(((int)_span + 1) % 3), 0, Typing);
        Add("clear", "x", () => Narrow(new SearchAsk(_ask.Query)), 0, Typing);
        Add("next", "n", () => Search(_answer.Page + 1), 7, () => NoHits() ?? (_answer.Page + 1 < _answer.Pages ? null : T["screen.search.lastPage"]));
        Add("previous", "p", () => Search(_answer.Page - 1), 0, () => NoHits() ?? (_answer.Page > 0 ? null : T["screen.search.firstPage"]));
        Add("instead", "i", Instead, 0, () => Typing() ?? (Other is null ? T["screen.search.noOther"] : null));
        Add("save", "s", AskName, 9, () => Typing() ?? (_ask.IsEmpty || _fault is not null ? T["screen.search.nothingToSave"] : null));
        Add("run", "r", AskSaved, 10, () => Typing() ?? (Project.Store.SavedSearches().Count == 0 ? T["screen.search.noSaved"] : null));
        Add("export", "e", AskFile, 8, NoHits);
    }

    private OtherQuery? Other => _answer.Outcome.DidYouMean ?? _answer.Outcome.Broader;

    /// <summary>While a query is written letters are its own; from the list of all commands everything can be done.</summary>
    private string? Typing() => IsTyping && Desk.App.Layers.Count == 1 ? T["screen.search.typing"] : null;

    private string? NoHits() => Typing() ?? (Hit is null ? T["screen.search.noHits"] : null);

    private void Open()
    {
        if (Hit is { } hit)
        {
            Desk.ShowPlace(hit.Segment.SourceId, hit.Segment.Start, hit.Segment.End);
        }
    }

    private void Tick()
    {
        if (Hit is { } hit)
        {
            if (!_ticked.Remove(hit.Segment.Key))
            {
                _ticked.Add(hit.Segment.Key, hit);
            }

            _hits.Selected++;
        }
    }

    private void Narrow(SearchAsk ask)
    {
        (_ask, _saved, _isMeant) = (ask, null, true);
        Search();
    }

    private void AskGroup()
    {
        var groups = Project.Store.Cases().SelectMany(c => c.Attributes).Where(a => GroupNames.Contains(a.Key, StringComparer.OrdinalIgnoreCase)).Select(a => a.Value);
        Narrowing("screen.search.group", groups, value => _ask with { Group = value });
    }

    private void AskCode()
    {
        var tree = new CodeTree(Project.Store.Codes());
        Narrowing("screen.search.filterCode", tree.Codes.Select(c => c.Name), value => _ask with { Code = value });
    }

    private void AskSource() => Narrowing("screen.search.source", Project.Store.Sources().Select(s => s.Label), value => _ask with { Source = value });

    /// <summary>Has a value chosen, or none, to narrow the search by.</summary>
    private void Narrowing(string title, IEnumerable<string> values, Func<string?, SearchAsk> ask) => Desk.Choose<string?>(
        T[title],
        [null, .. values.Distinct().Order(Core.Language.SwedishOrder.Instance)],
        value => value ?? T["screen.search.all"],
        value => Narrow(ask(value)));

    private void Instead()
    {
        _field.Reset(Other!.Query);
        _isMeant = true;
        Search();
    }

    private void CodeChosen()
    {
        var hits = _ticked.Count > 0 ? _ticked.Values.OrderBy(h => h.Segment.Key).ToList() : Hit is { } hit ? [hit] : [];
        var ask = _answer.Ask;
        var outcome = _answer.Outcome with { Hits = hits, Total = hits.Count };
        ChooseCode(code =>
        {
            AutocodingPlan? plan = null;
            if (Plans(() => plan = Autocoding.Plan(Project.Store, Request(ask, code) with { Origin = CodingOrigin.Manual, Memo = "" }, outcome)))
            {
                Propose(plan!, code, hits.Count > 1);
            }
        });
    }

    private void CodeAll()
    {
        var (ask, language) = (_answer.Ask, T.Language);
        ChooseCode(code =>
        {
            var request = Request(ask, code);
            Project.ReadLong(_planning ??= Project.NewWork(Desk.App), (store, _) => Autocoding.Plan(store, request, language), plan => Propose(plan, code, asks: true));
        });
    }

    private AutocodingRequest Request(SearchAsk ask, Code code) => new()
    {
        Query = ask.Query,
        Filters = ask.Filters,
        Code = code.Id,
        Span = _span,
        AnswersOnly = ask.AnswersOnly,
        Memo = T["autocode.memo", StoredText.Normalise(ask.Typed)],
    };

    private void ChooseCode(Action<Code> done) =>
        Desk.Choose(T["screen.code.choose"], Project.Store.Codes(), c => c.Tag.Length > 0 ? $"{c.Tag} {c.Name}" : c.Name, done);

    /// <summary>Codes, after a question where more than the one on show is meant.</summary>
    private void Propose(AutocodingPlan plan, Code code, bool asks)
    {
        if (plan.Change is not { } change)
        {
            Project.Status.Show(T["autocode.nothing", plan.Search.Hits.Count], plan.Already > 0 ? T["autocode.already", plan.Already] : "", Role.Warning);
            return;
        }

        void Code()
        {
            if (Project.Do(change, T["screen.search.done", code.Name, plan.Places.Count]))
            {
                _ticked.Clear();
            }
        }

        if (!asks)
        {
            Code();
            return;
        }

        var asked = plan.Places.Count(p => p.Segment.Role == SpeakerRole.Interviewer);
        string[] facts =
        [
            T["screen.search.ask", code.Name, plan.Places.Count, plan.Search.Hits.Count],
            .. plan.Already > 0 ? [T["autocode.already", plan.Already]] : Array.Empty<string>(),
            .. plan.WithoutWords > 0 ? [T["autocode.withoutWords", plan.WithoutWords]] : Array.Empty<string>(),
            .. asked > 0 ? [T["screen.search.interviewer", asked]] : Array.Empty<string>(),
        ];
        Desk.Confirm(T["screen.search.codeAll"], string.Join('\n', facts), T["screen.search.yes", plan.Places.Count], Code);
    }

    /// <summary>Runs what may be refused without telling that the project has changed.</summary>
    private bool Plans(Action plan)
    {
        try
        {
            plan();
            return true;
        }
        catch (RefusedException e)
        {
            Project.Status.Show(T.Of(e.Problem), "", Role.Bad);
            return false;
        }
    }

    private void AskName() => Desk.AskLine(T["screen.search.save"], T["screen.search.save.ask"], "", name =>
    {
        if (Project.Store.SavedSearches().Any(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            Desk.Confirm(T["screen.search.save"], T["screen.search.replace", name], T["screen.search.replace.yes"], () => Save(name));
        }
        else
        {
            Save(name);
        }
    });

    private void Save(string name) => Project.Try(() =>
    {
        var (saved, total) = new SavedSearching(Project.Store).Save(_ask.Named(name, Project.Store), replace: true);
        Project.Status.Show(T["searches.saved", saved.Name, total], T["screen.undoHint"]);
    });

    private void AskSaved() => Desk.Choose(T["screen.search.run"], Project.Store.SavedSearches(), s => $"{s.Name} · {SearchAsk.Of(s).Typed}", saved =>
    {
        (_ask, _saved) = (SearchAsk.Of(saved), saved.Id);
        _field.Reset(_ask.Query);
        Search();
        _focus.Give(_hits);
    });

    /// <summary>Tells what is new since a search was saved, once, and notes what it finds now.</summary>
    private void TellSaved(Guid saved, SearchAnswer answer)
    {
        _saved = null;
        if (answer.Fault is null && Plans(() => Project.Store.SearchTrail.Note(saved, answer.Outcome.Total, asSaved: answer.Since is null)))
        {
            Project.Status.Show(answer.Since is var (before, added)
                ? T["searches.since", before.SavedTotal, Core.Reports.SwedishText.Date(before.SavedAt), added]
                : T["search.total", answer.Outcome.Total]);
        }
    }

    private void AskFile() => Desk.AskLine(T["screen.search.export"], T["screen.search.export.ask"], T["screen.search.export.name"] + ".csv", name =>
    {
        var path = Project.Files.Whole(name);
        if (File.Exists(path))
        {
            Desk.Confirm(T["screen.search.export"], T["screen.search.export.replace", Path.GetFileName(path)], T["screen.search.replace.yes"], () => Export(path));
        }
        else
        {
            Export(path);
        }
    });

    private void Export(string path)
    {
        var (answer, labels, t) = (_answer, _labels, T);
        Project.ReadLong(
            _exporting ??= Project.NewWork(Desk.App),
            (store, _) =>
            {
                var found = answer.All(store, t.Language);
                Project.Files.Write(path, HitExport.Bytes(path, found, labels, t));
                return found.Total;
            },
            total => Project.Status.Show(T["screen.search.exported", total, Path.GetFileName(path)], "", Role.Good));
    }
}
