namespace MiaVoices.App.Screens;

/// <summary>Passes how far work has come on to a <see cref="ProgressLayer"/>.</summary>
internal sealed class Steps(Action<double, string> report) : IProgress<double>
{
    public void Report(double value) => report(value, "");
}
