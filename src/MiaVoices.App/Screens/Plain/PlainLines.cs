using System.Collections.Concurrent;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace MiaVoices.App.Screens.Plain;

/// <summary>
/// Standard input line by line, edited by the terminal itself. Waiting for a line ends when the work is cancelled (Ctrl+C), although
/// the system call below it goes on waiting: a thread of its own does that.
/// </summary>
internal sealed class PlainLines : IDisposable
{
    private readonly BlockingCollection<string?> _lines = new(boundedCapacity: 64);
    private readonly CancellationToken _cancellation;

    /// <summary>Begins to read.</summary>
    /// <param name="reader">Standard input.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public PlainLines(TextReader reader, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        new Thread(() => Read(reader)) { IsBackground = true, Name = "plain input" }.Start();
    }

    /// <summary>
    /// Standard input as the system has it. On Unix both ways of the runtime to a terminal's input take the line editing over and
    /// write control sequences, so the descriptor is read itself; on Windows the runtime's is the one that reads letters beyond ASCII.
    /// </summary>
    public static TextReader StandardInput() => OperatingSystem.IsWindows()
        ? Console.In
        : new StreamReader(new FileStream(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0), new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true);

    /// <summary>The next line; null at the end of the input or when the person wants out.</summary>
    public string? Next()
    {
        try
        {
            return _lines.Take(_cancellation);
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lines.CompleteAdding();

    private void Read(TextReader reader)
    {
        try
        {
            while (reader.ReadLine() is { } line)
            {
                _lines.Add(line);
            }

            _lines.CompleteAdding();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The input is gone, or nobody waits for it any more.
            if (!_lines.IsAddingCompleted)
            {
                _lines.CompleteAdding();
            }
        }
    }
}
