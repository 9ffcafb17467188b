namespace MiaVoices.Core.Sources;

/// <summary>Reads one format. Stateless and thread-safe.</summary>
public interface ISourceReader
{
    /// <summary>Short name of the format: txt, docx, vtt, csv, xlsx.</summary>
    string Format { get; }

    /// <summary>Whether the content (not the ending alone) looks like this format. Cheap; never throws.</summary>
    bool Recognises(SourceFile file);

    /// <summary>Reads the file into one draft, or one a sheet.</summary>
    /// <exception cref="RefusedException">The file cannot be read; nothing of it is used.</exception>
    IReadOnlyList<SourceDraft> Read(SourceFile file, ReadOptions options, CancellationToken cancellation);
}
