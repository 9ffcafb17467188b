using MiaVoices.Tests.Support;

namespace MiaVoices.Tests.EndToEnd;

/// <summary>One run of <c>mia demo</c> that several tests look at; each that changes the project takes a copy.</summary>
public static class Demo
{
    public const string Project = "stegvis.mia";

    private static readonly Lazy<(Mia Mia, MiaRun Run)> Made = new(Make);

    /// <summary>What the run said.</summary>
    public static MiaRun Run => Made.Value.Run;

    /// <summary>A file below the demo's folder.</summary>
    public static string File(params string[] parts) => Path.Combine([Made.Value.Mia.File("demo"), .. parts]);

    /// <summary>A folder of its own with a copy of the demo's project, under its usual name.</summary>
    public static Mia Copy(string language = "sv")
    {
        var mia = new Mia { Language = language };
        System.IO.File.Copy(File(Project), mia.File(Project));
        return mia;
    }

    private static (Mia Mia, MiaRun Run) Make()
    {
        var mia = new Mia();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => mia.Dispose();
        return (mia, mia.Run("demo", "demo"));
    }
}
