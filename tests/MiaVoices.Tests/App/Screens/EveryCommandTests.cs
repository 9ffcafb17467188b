using MiaVoices.App.Screens;
using MiaVoices.App.Texts;
using MiaVoices.Core.Changes;
using MiaVoices.Terminal.Dialogs;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App.Screens;

/// <summary>All commands of all screens: named in both languages, found in the list of all commands, and undone without a trace.</summary>
public sealed class EveryCommandTests : IDisposable
{
    private const int MostQuestions = 12;

    /// <summary>Commands that are not run here, and why.</summary>
    private static readonly Dictionary<string, string> Exempt = new()
    {
        ["quit"] = "ends the program",
        ["close"] = "ends the project; not there without a place to go back to",
        ["undo"] = "takes back a step: what the others are undone by",
        ["redo"] = "makes a step again: tested by undoing it",
        ["history.undoTo"] = "takes back steps: has tests of its own",
    };

    /// <summary>Keys that bring about what a command needs, before it is run.</summary>
    private static readonly Dictionary<string, string[]> First = new()
    {
        ["code.set"] = ["Down"],
        ["search.code"] = ["Down", "Down"],
        ["code.again"] = ["Down", "Enter", "Enter"],
        ["code.inVivo"] = ["m"],
        ["code.clear"] = ["m"],
        ["code.copy"] = ["m"],
        ["search.instead"] = [],
        ["search.previous"] = [],
    };

    /// <summary>Commands that must have written something, so that this test cannot pass by doing nothing.</summary>
    private static readonly string[] Writing =
        ["code.set", "code.again", "code.remove", "code.polarity", "code.memo", "code.reviewed", "code.inVivo", "search.code", "search.codeAll", "search.save", "suggest.yes", "suggest.no", "suggest.other", "codebook.add", "codebook.child", "codebook.rename", "codebook.merge", "codebook.remove", "codebook.memo", "codebook.bin"];

    private readonly FullProject project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    public void Every_command_has_a_name_in_both_languages_and_a_place_in_the_list_of_all()
    {
        using var screen = new ScreenDriver(project.Builder);
        var (swedish, english) = (Wording.Load("sv"), Wording.Load("en"));
        foreach (var tab in screen.Main.Screens)
        {
            screen.Driver.App.Run(screen.Main.Commands.Find("tab." + tab.Id)!);
            var commands = screen.Main.Commands.All;
            Assert.True(commands.Count > 8, tab.Id);
            // A table refuses a key that two have: that it stands is the proof that none collide.
            Assert.All(tab.Commands.All, c => Assert.Contains(c, commands));
            Assert.All(commands, c => Assert.Contains(c, screen.Driver.App.CommandsAtHand));
            foreach (var command in commands)
            {
                screen.Session.T = swedish;
                var (name, group) = (command.Name, command.Group());
                screen.Session.T = english;
                Assert.True(name.Length > 1 && command.Name.Length > 1 && group.Length > 1 && command.Group().Length > 1, command.Id);
                Assert.False(command.Keys.Count == 0 && command.Name.Length == 0, command.Id);
            }

            screen.Session.T = swedish;
            Assert.Equal(commands.Count, commands.Select(c => $"{c.Group()}: {c.Name}").Distinct().Count());
        }
    }

    [Fact]
    public void Every_command_that_writes_is_undone_without_a_trace_and_one_that_cannot_be_done_says_why()
    {
        var store = project.Builder.Store;
        var before = project.Builder.Dump();
        var wrote = new HashSet<string>();
        foreach (var (tab, id) in All())
        {
            using var screen = new ScreenDriver(project.Builder);
            var start = store.Journal().Select(e => e.Sequence).FirstOrDefault();
            Prepare(screen, tab, id);
            if (screen.Main.Commands.Find(id) is not { } command)
            {
                continue;
            }

            if (command.WhyNot() is { } reason)
            {
                Assert.True(reason.Length > 3, $"{id} cannot be done and does not say why");
            }
            else
            {
                screen.Driver.App.Run(command);
                screen.Settle();
                Answer(screen, id);
            }

            Assert.Empty(screen.Store.Check());
            if (Undo(screen, start))
            {
                wrote.Add(id);
                Assert.True(before == project.Builder.Dump(), $"{id} leaves a trace when it is undone");
            }
        }

        Assert.Empty(Writing.Except(wrote));
    }

    /// <summary>The screens' commands and, once, those that are everywhere.</summary>
    private List<(string Tab, string Id)> All()
    {
        using var screen = new ScreenDriver(project.Builder);
        var all = screen.Main.Screens.SelectMany(s => s.Commands.All.Select(c => (s.Id, c.Id))).ToList();
        var known = all.Select(a => a.Item2).ToHashSet();
        all.AddRange(screen.Main.Commands.All.Where(c => !known.Contains(c.Id)).Select(c => (screen.Main.Screens[0].Id, c.Id)));
        Assert.All(Exempt, e => Assert.True(e.Value.Length > 0));
        return [.. all.Where(a => !Exempt.ContainsKey(a.Item2))];
    }

    private static void Prepare(ScreenDriver screen, string tab, string id)
    {
        screen.Driver.App.Run(screen.Main.Commands.Find("tab." + tab)!);
        screen.Settle();
        if (tab == "search")
        {
            screen.Type("kontakt").Press("Enter");
        }

        screen.Press(First.GetValueOrDefault(id, []));
    }

    /// <summary>Answers what is asked as somebody would who takes the first that is offered.</summary>
    private static void Answer(ScreenDriver screen, string id)
    {
        var app = screen.Driver.App;
        for (var i = 0; i < MostQuestions && app.Layers[^1] is var top && top is not MainLayer; i++)
        {
            var isChoice = top.GetType().Name.StartsWith("ChooseLayer", StringComparison.Ordinal);
            if (top is Dialog)
            {
                screen.Type("Nytt").Press("Tab", "Enter");
            }
            else if (isChoice)
            {
                screen.Press("Enter");
            }
            else if (top is not (CommandPalette or CommandHelp))
            {
                screen.Press("Space", "Enter");
            }

            if (app.Layers.Contains(top))
            {
                screen.Press("Escape");
            }

            if (app.Layers.Contains(top))
            {
                app.Pop(top);
            }
        }

        Assert.True(app.Layers[^1] is MainLayer, $"{id} asks without an end");
    }

    /// <summary>Takes back all that was done since an entry.</summary>
    private static bool Undo(ScreenDriver screen, long start)
    {
        var steps = screen.Store.Journal().TakeWhile(e => e.Sequence > start).Count(e => e.Kind == EntryKind.Do);
        for (var i = 0; i < steps; i++)
        {
            screen.Store.Undo();
        }

        return steps > 0;
    }
}
