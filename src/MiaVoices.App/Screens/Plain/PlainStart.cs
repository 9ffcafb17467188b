using MiaVoices.App.Cli;
using MiaVoices.App.Commands;
using MiaVoices.App.Screens.Start;
using MiaVoices.App.Texts;
using MiaVoices.Core;
using MiaVoices.Core.Workbench;
using MiaVoices.Storage;
using MiaVoices.Terminal.Files;
using Microsoft.Data.Sqlite;

namespace MiaVoices.App.Screens.Plain;

/// <summary>Where a project is chosen or made, by lines.</summary>
internal sealed class PlainStart
{
    private readonly Session _session;
    private readonly PlainTalk _talk;
    private readonly UserFolders _folders;
    private readonly PlainCommands _commands;
    private bool _leaves;

    public PlainStart(Session session, PlainTalk talk, UserFolders folders)
    {
        (_session, _talk, _folders) = (session, talk, folders);
        _commands = new PlainCommands(talk);
        _commands.Add("project", "start.open", "o", AskOpen);
        _commands.Add("new", "start.new", "n", AskNew);
        _commands.Add("demo", "start.demo", "d", _ => AskDemo());
        _commands.Add("language", "plain.language.name", "l", _ => ChangeLanguage());
        _commands.Add("help", "plain.help.name", "?", _ => _commands.Tell());
        _commands.Add("quit", "start.quit", "q", _ => _leaves = true);
    }

    private Wording T => _session.T;

    /// <summary>Talks until the person leaves.</summary>
    public void Run()
    {
        _talk.Say($"MiaVoices {T["start.subtitle"]}");
        while (!_leaves && !_talk.HasEnded)
        {
            var recent = _folders.Recent().Where(File.Exists).ToList();
            if (recent.Count > 0)
            {
                _talk.Say(T["start.recent"] + ".");
                _talk.List(recent.Select(p => $"{Path.GetFileNameWithoutExtension(p)}, {Path.GetDirectoryName(p)}"));
                _talk.Say(T["plain.startRecent"]);
            }
            else
            {
                _talk.Say(T["plain.startFirst"]);
            }

            if (_talk.Listen() is not { } line)
            {
                return;
            }

            if (int.TryParse(line, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
            {
                if (number >= 1 && number <= recent.Count)
                {
                    TryOpen(recent[number - 1]);
                }
                else
                {
                    _talk.Say(T["plain.noNumber", number]);
                }
            }
            else if (line.Length > 0)
            {
                _commands.Run(line);
            }
        }
    }

    /// <summary>Opens a project and talks about it until it is closed.</summary>
    /// <exception cref="RefusedException">It cannot be opened.</exception>
    public void Open(string path) => Work(path, _session.Open(path));

    private void Work(string path, IProjectStore store)
    {
        var file = _session.Files.Project(path);
        _folders.Opened(file);
        using var project = new OpenProject(file, store, () => _session.Open(file), () => _session.T);
        var work = new PlainProject(_session, _talk, project, ChangeLanguage);
        work.Run();
        _leaves |= work.Leaves;
    }

    private void TryOpen(string path) => Try(() => Open(path));

    private void AskOpen(string path)
    {
        if (path.Length > 0 || _talk.Ask(T["plain.askProject"]) is { } answer && (path = answer).Length > 0)
        {
            TryOpen(Whole(path));
        }
    }

    private void AskNew(string name)
    {
        if (name.Length == 0 && (name = _talk.Ask(T["plain.askName"]) ?? "").Length == 0)
        {
            return;
        }

        if (_talk.Ask(T["start.new.folder"] + ":", _folders.Documents) is not { } folder || NewProjectForm.FileOf(name, folder, _session.Files) is not { } file)
        {
            return;
        }

        if (File.Exists(file))
        {
            _talk.Say(T["start.new.exists"]);
            return;
        }

        Try(() =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var store = _session.Create(file, name);
            _talk.Say(T["start.new.file", file]);
            Work(file, store);
        });
    }

    private void AskDemo()
    {
        var folder = Path.Combine(_folders.Documents, DemoCommand.Usual);
        if (!_talk.Confirm(T["start.demo.ask", folder]))
        {
            return;
        }

        Try(() => Open(DemoFolder.Make(folder, () => DemoCommand.Make(_session.Behind(_session.Cancellation), folder, (_, text) => _talk.Say(text)).Project)));
    }

    private void ChangeLanguage()
    {
        _session.T = Wording.Load(Wording.Languages[(Wording.Languages.ToList().IndexOf(T.Language) + 1) % Wording.Languages.Count]);
        _folders.Choose(T.Language);
        _talk.Say(T["plain.languageIs"]);
    }

    private string Whole(string path) => _session.Files.Whole(DiskFolders.FromHome(path));

    /// <summary>Tells what cannot be done and goes on.</summary>
    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (RefusedException e)
        {
            _talk.Say(T.OnScreen(e.Problem));
        }
        catch (SqliteException e) when (ProjectFaults.Explain(e, "") is { } problem)
        {
            _talk.Say(T.OnScreen(problem));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _talk.Say(T["file.cannotWrite"]);
        }
        catch (OperationCanceledException)
        {
            _talk.Say(T["cancelled"]);
        }
    }
}
