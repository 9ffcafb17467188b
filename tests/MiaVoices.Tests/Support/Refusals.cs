using MiaVoices.Core;
using Xunit;

namespace MiaVoices.Tests.Support;

/// <summary>Refusals as tests see them.</summary>
public static class Refusals
{
    /// <summary>Runs what must be refused, with this key; returns the problem.</summary>
    public static Problem Refused(string key, Action action)
    {
        var problem = Assert.ThrowsAny<RefusedException>(action).Problem;
        Assert.Equal(key, problem.Key);
        return problem;
    }

    /// <summary>The facts of a problem as text.</summary>
    public static string Told(this Problem problem) => string.Join(" · ", problem.Facts);
}
