using Xunit;

namespace MiaVoices.Tests.Support;

/// <summary>A test that needs a Unix shell, and is skipped visibly without one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (!File.Exists("/dev/full") || !File.Exists("/bin/bash"))
        {
            Skip = "There is no Unix shell here.";
        }
    }
}
