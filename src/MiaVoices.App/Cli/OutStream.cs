using MiaVoices.Core;

namespace MiaVoices.App.Cli;

/// <summary>
/// Standard output or standard error. A full disk or a closed stream behind the output is the person's to mend, not a
/// fault of ours; once it has been told, nothing more is written. Messages that cannot be written are dropped. (A reader
/// that has gone away, such as <c>head</c>, is no error: the runtime passes over it.)
/// </summary>
internal sealed class OutStream(Stream inner, bool mustArrive) : Stream
{
    private bool _broken;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() => inner.Flush();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_broken)
        {
            return;
        }

        try
        {
            inner.Write(buffer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _broken = true;
            if (mustArrive)
            {
                throw new RefusedException(Problem.Of("output.cannotWrite"), e);
            }
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
