using MiaVoices.Core;

namespace MiaVoices.App.Screens.Writing;

/// <summary>
/// Saves drafts without ever holding up the one who types: what cannot be saved just now is tried again until it can, also after
/// its editor is closed, and only the latest text of a place is.
/// </summary>
internal sealed class DraftKeeper(Desk desk)
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(400);
    private readonly Dictionary<string, Waiting> _waiting = [];

    /// <summary>Saves a draft; an empty text removes it.</summary>
    /// <param name="key">Its place.</param>
    /// <param name="text">The text.</param>
    /// <param name="told">Hears how each try went: null when it is saved, else why it is not yet.</param>
    public void Save(string key, string text, Action<Problem?>? told = null)
    {
        if (_waiting.Remove(key, out var before))
        {
            before.Timer?.Dispose();
        }

        Try(new Waiting(key, text, told));
    }

    private void Try(Waiting waiting)
    {
        _waiting.Remove(waiting.Key);
        if (desk.Project.IsClosed)
        {
            return;
        }

        Problem? fault = null;
        try
        {
            if (!desk.Project.Store.Drafts.Save(waiting.Key, waiting.Text))
            {
                fault = Problem.At(Path.GetFileName(desk.Project.Path), "project.locked");
            }
        }
        catch (RefusedException e)
        {
            fault = e.Problem;
        }

        if (fault is not null)
        {
            waiting.Timer = desk.App.After(Again, () => Try(waiting));
            _waiting[waiting.Key] = waiting;
        }

        waiting.Told?.Invoke(fault);
    }

    private sealed class Waiting(string key, string text, Action<Problem?>? told)
    {
        public string Key { get; } = key;

        public string Text { get; } = text;

        public Action<Problem?>? Told { get; } = told;

        public IDisposable? Timer { get; set; }
    }
}
