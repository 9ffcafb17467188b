namespace MiaVoices.Core.Sources;

/// <summary>What an imported source is.</summary>
public enum SourceKind
{
    /// <summary>A transcript with speakers.</summary>
    Interview,

    /// <summary>A survey sheet or wave; its free-text answers are the segments.</summary>
    Survey,

    /// <summary>Notes from a meeting; they count no persons.</summary>
    Notes,

    /// <summary>A participant's story, published or meant to be.</summary>
    Story,

    /// <summary>A register table.</summary>
    Table,
}

/// <summary>What a segment is.</summary>
public enum SegmentKind
{
    /// <summary>One speaker's turn.</summary>
    Turn,

    /// <summary>One respondent's answer to one free-text question.</summary>
    Answer,

    /// <summary>A paragraph without a speaker.</summary>
    Paragraph,
}

/// <summary>What a speaker does in the conversation.</summary>
public enum SpeakerRole
{
    /// <summary>Not yet told apart.</summary>
    Unknown,

    /// <summary>Asks; never counted as a person in figures.</summary>
    Interviewer,

    /// <summary>Answers; counted.</summary>
    Respondent,
}

/// <summary>What kind of answer a survey question takes.</summary>
public enum QuestionKind
{
    /// <summary>One point of a scale.</summary>
    Closed,

    /// <summary>Any number of options.</summary>
    Multiple,

    /// <summary>Own words.</summary>
    FreeText,

    /// <summary>A number.</summary>
    Number,
}

/// <summary>A language of texts.</summary>
public enum TextLanguage
{
    /// <summary>Swedish.</summary>
    Swedish,

    /// <summary>English.</summary>
    English,
}
