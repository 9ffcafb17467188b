using Xunit;

namespace MiaVoices.Tests.Support;

/// <summary>A test that needs the real data and the program <c>pdftotext</c>, and is skipped visibly without either.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PdfFactAttribute : FactAttribute
{
    public PdfFactAttribute()
    {
        if (SharedFolder.Path is null)
        {
            Skip = "The folder of shared data is absent.";
        }
        else if (!Installed)
        {
            Skip = "The program pdftotext is not installed.";
        }
    }

    public static bool Installed { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(f => File.Exists(Path.Combine(f, "pdftotext")) || File.Exists(Path.Combine(f, "pdftotext.exe")));
}
