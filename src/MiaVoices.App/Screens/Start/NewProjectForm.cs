using MiaVoices.App.Cli;
using MiaVoices.App.Texts;
using MiaVoices.Terminal.Files;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens.Start;

/// <summary>Name and folder of a project to be, and the file that comes of them.</summary>
internal sealed class NewProjectForm : IWidget
{
    public const int Rows = 7;

    // What Windows allows in no name of a file; a project may be carried there.
    private const string NotInNames = "<>:\"/\\|?*";

    private readonly Wording _t;
    private readonly Files _files;
    private readonly TextField _name;
    private readonly TextField _folder;
    private readonly FocusRing _focus;

    public NewProjectForm(TerminalApp app, Wording t, string folder, Files files)
    {
        (_t, _files) = (t, files);
        _name = new TextField { Clipboard = app.Clipboard, Placeholder = t["start.new.example"] };
        _folder = new TextField { Clipboard = app.Clipboard };
        _folder.Reset(folder);
        _focus = new FocusRing(_name, _folder);
    }

    /// <summary>The project's name.</summary>
    public string Name => _name.Text.Trim();

    /// <summary>The whole path of its file; null where the fields give none.</summary>
    public string? File => FileOf(Name, _folder.Text.Trim(), _files);

    /// <summary>The whole path of the file of a project; null where name and folder give none.</summary>
    public static string? FileOf(string name, string folder, Files files)
    {
        var file = new string([.. name.Select(c => char.IsControl(c) || NotInNames.Contains(c, StringComparison.Ordinal) ? '-' : c)]).Trim(' ', '.');
        return file.Length == 0 || folder.Length == 0 ? null : Path.Combine(files.Whole(DiskFolders.FromHome(folder)), file + ".mia");
    }

    /// <summary>Tells why no project can come of it; null if one can.</summary>
    public string? WhyNot() => File is not { } file ? _t["start.new.noName"] : System.IO.File.Exists(file) ? _t["start.new.exists"] : null;

    /// <inheritdoc/>
    public void Draw(Canvas canvas, bool hasFocus)
    {
        canvas.WriteWithin(0, 0, canvas.Width, _t["start.new.name"], Role.Dim);
        DrawField(canvas, 1, _name, hasFocus);
        canvas.WriteWithin(0, 2, canvas.Width, _t["start.new.folder"], Role.Dim);
        DrawField(canvas, 3, _folder, hasFocus);
        var why = WhyNot();
        canvas.WriteWithin(0, 5, canvas.Width, why ?? _t["start.new.file", Path.GetFileName(File!)], why is null ? Role.Good : Role.Dim);
    }

    /// <inheritdoc/>
    public bool Handle(InputEvent input)
    {
        if (input is KeyEvent { Stroke: var stroke })
        {
            var back = stroke.Is(Key.Up) || stroke.Is(Key.Tab, KeyModifiers.Shift);
            var on = stroke.Is(Key.Down) || stroke.Is(Key.Tab);
            if ((on && _focus.Has(_name)) || (back && _focus.Has(_folder)))
            {
                _focus.Give(on ? _folder : _name);
                return true;
            }

            if (on || back)
            {
                return false;
            }
        }

        return _focus.Current!.Handle(input);
    }

    private void DrawField(Canvas canvas, int row, TextField field, bool hasFocus) => field.Draw(canvas.Part(new Rect(0, row, canvas.Width, 1)), hasFocus && _focus.Has(field));
}
