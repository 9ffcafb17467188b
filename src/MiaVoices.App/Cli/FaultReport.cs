using System.Diagnostics;
using System.Text;

namespace MiaVoices.App.Cli;

/// <summary>
/// A report of a fault of ours that a person may send on: kinds of errors and places in the program, never a message,
/// which could hold what somebody said.
/// </summary>
internal static class FaultReport
{
    public static void Offer(Exception fault, Session session)
    {
        var path = Path.Combine(session.Around.TempFolder(), FormattableString.Invariant($"mia-fel-{Environment.ProcessId}.txt"));
        try
        {
            File.WriteAllText(path, Describe(fault, session.Version));
            session.Err.WriteLine(session.T["fault", path]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            session.Err.WriteLine(session.T["fault.noFile", fault.GetType().Name]);
        }
    }

    public static string Describe(Exception fault, string version)
    {
        var text = new StringBuilder($"MiaVoices {version}, {Environment.OSVersion}, .NET {Environment.Version}\n");
        for (Exception? at = fault; at is not null; at = at.InnerException)
        {
            text.Append(at.GetType().FullName).Append('\n');
            foreach (var frame in new StackTrace(at, fNeedFileInfo: false).GetFrames())
            {
                text.Append("  ").Append(frame.GetMethod()?.DeclaringType?.FullName).Append('.').Append(frame.GetMethod()?.Name).Append('\n');
            }
        }

        return text.ToString();
    }
}
