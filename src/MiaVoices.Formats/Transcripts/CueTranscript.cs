using MiaVoices.Core;
using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.Transcripts;

/// <summary>Makes the draft of a transcript that came as cues, whatever the format: labels, joining, and what speech recognition may have made up.</summary>
internal static class CueTranscript
{
    /// <exception cref="RefusedException"><c>transcript.nothing</c>: no words at all.</exception>
    public static SourceDraft Draft(SourceFile file, string format, string encoding, IReadOnlyList<Cue> cues, ReadOptions options, IReadOnlyList<Notice> notices)
    {
        var labelled = Cues.WithLabels(cues);
        IReadOnlyList<Notice> all = [.. notices, .. InventedSpeech.Notices(file.Name, labelled)];
        return TranscriptText.Draft(file, format, encoding, new Layout(Cues.Kind, Cues.Join(labelled), []), options, all);
    }
}
