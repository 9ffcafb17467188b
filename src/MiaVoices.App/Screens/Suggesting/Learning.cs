using MiaVoices.Terminal.Loop;

namespace MiaVoices.App.Screens.Suggesting;

/// <summary>
/// Learns behind what the screens suggest, once for all of them. Only reading the project keeps other reading waiting; nobody waits
/// for the learning itself.
/// </summary>
internal sealed class Learning
{
    // Of a large project, learning takes a fifth of the time at most.
    private const int RestTimes = 4;
    private static readonly TimeSpan LongWork = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LeastRest = TimeSpan.FromMilliseconds(1500);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(700);

    private readonly Desk _desk;
    private readonly LatestWork _reading;
    private readonly LatestWork _training;
    private readonly Dictionary<Guid, int> _answered = [];
    private IDisposable? _later;
    private bool _isResting;
    private long _begun;
    private int _of = -1;

    public Learning(Desk desk)
    {
        _desk = desk;
        (_reading, _training) = (desk.Project.NewWork(desk.App), desk.Project.NewWork(desk.App));
    }

    /// <summary>What was learnt last; null before the first time. May be older than the project.</summary>
    public Learned? Latest { get; private set; }

    /// <summary>Whether something is being learnt.</summary>
    public bool IsRunning => _reading.IsRunning || _training.IsRunning;

    /// <summary>Hears when something was learnt.</summary>
    public event Action<Learned>? Came;

    /// <summary>Says that suggestions need no answer any more, until what is learnt knows it by itself.</summary>
    public void Settle(IEnumerable<Guid> suggestions)
    {
        foreach (var id in suggestions)
        {
            _answered[id] = _desk.Project.Revision;
        }
    }

    /// <summary>Whether a suggestion was answered since it was made.</summary>
    public bool IsSettled(Guid suggestion) => _answered.ContainsKey(suggestion);

    /// <summary>Drops what was learnt: a model holds what people said.</summary>
    public void Drop()
    {
        _training.Cancel();
        (Latest, _of) = (null, -1);
    }

    /// <summary>Learns now, if the project is another than what is learnt or being learnt.</summary>
    public void Now()
    {
        _later?.Dispose();
        _later = null;
        var project = _desk.Project;
        if (_of == project.Revision || project.IsClosed)
        {
            return;
        }

        _of = project.Revision;
        _begun = TimeProvider.System.GetTimestamp();
        var (analyser, before) = (project.Store.Analyser, Latest);
        _training.Cancel();
        project.ReadLong(_reading, (store, _) => Learned.Read(store), lesson => _training.Start(cancellation => Learned.From(lesson, analyser, before, cancellation), Take, project.Tell));
    }

    /// <summary>
    /// Learns when the person pauses, so that it does not compete with keys; said anew at every frame. What runs is let come to its
    /// end, and then there is a rest.
    /// </summary>
    public void Soon()
    {
        if (_of == _desk.Project.Revision || IsRunning || _isResting)
        {
            return;
        }

        _later?.Dispose();
        _later = _desk.App.After(Pause, Now);
    }

    private void Take(Learned learned)
    {
        Latest = learned;
        foreach (var (id, revision) in _answered)
        {
            if (revision <= _of)
            {
                _answered.Remove(id);
            }
        }

        var took = TimeProvider.System.GetElapsedTime(_begun);
        _isResting = true;
        _desk.App.After(took < LongWork ? LeastRest : took * RestTimes, () => _isResting = false);
        Came?.Invoke(learned);
    }
}
