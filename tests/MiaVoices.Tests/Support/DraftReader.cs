using MiaVoices.Core.Sources;

namespace MiaVoices.Tests.Support;

/// <summary>A reader that has read already.</summary>
public sealed class DraftReader(params IReadOnlyList<SourceDraft> drafts) : ISourceReader
{
    public string Format => "test";

    public bool Recognises(SourceFile file) => true;

    public IReadOnlyList<SourceDraft> Read(SourceFile file, ReadOptions options, CancellationToken cancellation) => drafts;
}
