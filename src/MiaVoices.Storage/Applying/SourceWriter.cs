using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Sources;
using MiaVoices.Storage.Index;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage.Applying;

/// <summary>Writes the rows of an imported source and their index entries.</summary>
internal sealed class SourceWriter(SqliteConnection db, IIdSource ids, DateTimeOffset now)
{
    /// <summary>From how many segments the index is given more memory to build in.</summary>
    private const int Bulk = 5_000;

    /// <summary>The share of all segments that an import must be for the pieces of the index to be joined.</summary>
    private const double WorthJoining = 0.25;

    public IProgress<double>? Progress { get; init; }

    public CancellationToken Cancellation { get; init; }

    private readonly Dictionary<string, long> _speakers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _questions = new(StringComparer.Ordinal);
    private readonly Dictionary<(string? Wave, string Row), long> _respondents = [];
    private readonly Dictionary<(string? Wave, string Row), long> _cases = [];

    public void Write(ImportSource change, SourceDraft draft)
    {
        var length = draft.Segments.Sum(s => s.Text.Length) + Math.Max(0, draft.Segments.Count - 1);
        var source = db.Scalar(
            """
            INSERT INTO source (uid, name, label, kind, format, encoding, language, sheet, survey, wave, population, reached, sha256, imported, segments, length, replaces)
            VALUES ($uid, $name, $label, $kind, $format, $encoding, $language, $sheet, $survey, $wave, $population, $reached, $sha, $imported, $segments, $length,
                (SELECT id FROM source WHERE uid = $replaces))
            RETURNING id
            """,
            ("$uid", Sql.Blob(change.Source)), ("$name", change.Name), ("$label", change.Label), ("$kind", Words.Of(change.Kind)), ("$format", draft.Format),
            ("$encoding", draft.Encoding), ("$language", Words.Of(draft.Language)), ("$sheet", draft.Sheet), ("$survey", draft.Survey?.Name), ("$wave", draft.Survey?.Wave),
            ("$population", draft.Survey?.Population), ("$reached", draft.Survey?.Reached), ("$sha", change.Sha256), ("$imported", Words.Of(now)),
            ("$segments", draft.Segments.Count), ("$length", length), ("$replaces", change.Replaces is { } replaced ? Sql.Blob(replaced) : null))!.Value;
        if (draft.Survey is { } survey)
        {
            WriteQuestions(source, survey);
            WriteRespondents(source, survey, change.Known);
        }

        WriteSpeakers(source, change, draft);
        WriteSegments(source, draft);
    }

    private void WriteQuestions(long source, SurveyDraft survey)
    {
        foreach (var (ordinal, question) in survey.Questions.Index())
        {
            _questions[question.Id] = db.Scalar(
                """
                INSERT INTO question (source, ordinal, qid, text, kind, scale, positive, missing, about)
                VALUES ($source, $ordinal, $qid, $text, $kind, $scale, $positive, $missing, $about) RETURNING id
                """,
                ("$source", source), ("$ordinal", ordinal + 1), ("$qid", question.Id), ("$text", question.Text), ("$kind", Words.Of(question.Kind)),
                ("$scale", Words.Of(question.Scale)), ("$positive", Words.Of(question.Positive)), ("$missing", Words.Of(question.Missing)), ("$about", question.About))!.Value;
        }

        foreach (var goal in survey.Goals)
        {
            db.Execute(
                "INSERT INTO goal (source, name, question, points, target) VALUES ($source, $name, $question, $points, $target)",
                ("$source", source), ("$name", goal.Name), ("$question", goal.Question), ("$points", Words.Of(goal.Points)), ("$target", goal.Target));
        }
    }

    private void WriteRespondents(long source, SurveyDraft survey, KnownPersons known)
    {
        using var addCase = db.Command("""INSERT INTO "case" (uid, name, source) VALUES ($uid, $name, $source)""", ("$uid", null), ("$name", null), ("$source", source));
        using var addAttribute = db.Command("""INSERT INTO case_attribute ("case", name, value) VALUES ($case, $name, $value)""", ("$case", null), ("$name", null), ("$value", null));
        using var addAnswer = db.Command("""INSERT INTO answer ("case", question, wave, points) VALUES ($case, $question, $wave, $points)""", ("$case", null), ("$question", null), ("$wave", null), ("$points", null));
        using var addRow = db.Command("""INSERT INTO source_case (source, "case", wave, "row") VALUES ($source, $case, $wave, $row)""", ("$source", source), ("$case", null), ("$wave", null), ("$row", null));
        using var taken = db.Command("""SELECT count(*) FROM "case" WHERE name = $name AND hidden = 0""", ("$name", null));
        foreach (var respondent in survey.Respondents)
        {
            Cancellation.ThrowIfCancellationRequested();
            var wave = respondent.Wave ?? survey.Wave;
            long key;
            if (known.Respondents.TryGetValue((wave, respondent.Row), out var person))
            {
                key = CaseKey(person);
            }
            else if (known.SameAs.TryGetValue((wave, respondent.Row), out var first))
            {
                key = _cases[first];
            }
            else
            {
                addCase.Parameters[0].Value = Sql.Blob(ids.Next());
                addCase.Parameters[1].Value = FreeName(taken, wave is null || survey.Name.EndsWith(wave, StringComparison.Ordinal)
                    ? $"{survey.Name} · {respondent.Row}"
                    : $"{survey.Name} {wave} · {respondent.Row}");
                key = addCase.Insert();
                addAttribute.Parameters[0].Value = key;
                foreach (var (name, value) in respondent.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal))
                {
                    addAttribute.Parameters[1].Value = name;
                    addAttribute.Parameters[2].Value = value;
                    addAttribute.ExecuteNonQuery();
                }
            }

            _cases[(wave, respondent.Row)] = key;
            _respondents[(respondent.Wave, respondent.Row)] = key;
            addRow.Parameters[1].Value = key;
            addRow.Parameters[2].Value = wave ?? (object)DBNull.Value;
            addRow.Parameters[3].Value = respondent.Row;
            addRow.ExecuteNonQuery();

            addAnswer.Parameters[0].Value = key;
            addAnswer.Parameters[2].Value = wave ?? "";
            foreach (var answer in respondent.Answers)
            {
                addAnswer.Parameters[1].Value = _questions[answer.Question];
                addAnswer.Parameters[3].Value = Words.Of(answer.Points);
                addAnswer.ExecuteNonQuery();
            }
        }
    }

    /// <summary>Two sheets may number their rows alike: the second is told apart, never taken for the first.</summary>
    private static string FreeName(SqliteCommand taken, string wanted)
    {
        var name = wanted;
        for (var n = 2; ; n++)
        {
            taken.Parameters[0].Value = name;
            if ((long)taken.ExecuteScalar()! == 0)
            {
                return name;
            }

            name = FormattableString.Invariant($"{wanted} ({n})");
        }
    }

    /// <summary>Each respondent of a conversation becomes a case of its own until a table says otherwise.</summary>
    private void WriteSpeakers(long source, ImportSource change, SourceDraft draft)
    {
        using var taken = db.Command("""SELECT count(*) FROM "case" WHERE name = $name AND hidden = 0""", ("$name", null));
        var respondents = draft.Speakers.Count(s => s.Role == SpeakerRole.Respondent);
        var number = 0;
        foreach (var speaker in draft.Speakers)
        {
            long? person = null;
            if (change.Known.Speakers.TryGetValue(speaker.Name, out var known))
            {
                person = known is { } id ? CaseKey(id) : null;
            }
            else if (speaker.Role == SpeakerRole.Respondent && change.Kind is SourceKind.Interview or SourceKind.Story)
            {
                number++;
                var label = SourceLabel.Pseudonym(change.Label);
                var name = FreeName(taken, speaker.Person is { } given ? given : respondents == 1 ? label : FormattableString.Invariant($"{label}:{number}"));
                person = db.Scalar(
                    """INSERT INTO "case" (uid, name, source) VALUES ($uid, $name, $source) RETURNING id""",
                    ("$uid", Sql.Blob(ids.Next())), ("$name", name), ("$source", source))!.Value;
                foreach (var (attribute, value) in draft.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal))
                {
                    db.Execute(
                        """INSERT INTO case_attribute ("case", name, value) VALUES ($case, $name, $value)""",
                        ("$case", person), ("$name", attribute), ("$value", value));
                }
            }

            _speakers[speaker.Name] = db.Scalar(
                """INSERT INTO speaker (source, name, role, "case") VALUES ($source, $name, $role, $case) RETURNING id""",
                ("$source", source), ("$name", speaker.Name), ("$role", Words.Of(speaker.Role)), ("$case", person))!.Value;
        }
    }

    private long CaseKey(Guid id) =>
        db.Scalar("""SELECT id FROM "case" WHERE uid = $uid AND hidden = 0""", ("$uid", Sql.Blob(id))) ?? throw new RefusedException(Problem.Of("case.gone"));

    private void WriteSegments(long source, SourceDraft draft)
    {
        using var add = db.Command(
            """
            INSERT INTO segment (uid, source, ordinal, kind, speaker, question, heading, "row", wave, "case", timecode, start, "end", text)
            VALUES ($uid, $source, $ordinal, $kind, $speaker, $question, $heading, $row, $wave, $case, $timecode, $start, $end, $text)
            """,
            ("$uid", null), ("$source", source), ("$ordinal", null), ("$kind", null), ("$speaker", null), ("$question", null), ("$heading", null),
            ("$row", null), ("$wave", null), ("$case", null), ("$timecode", null), ("$start", null), ("$end", null), ("$text", null));
        add.Prepare();
        using var bulk = draft.Segments.Count >= Bulk ? new BulkIndexing(db) : null;
        using var index = new SegmentIndexWriter(db);
        var values = add.Parameters;
        var start = 0;
        for (var i = 0; i < draft.Segments.Count; i++)
        {
            if (i % 1000 == 0)
            {
                Cancellation.ThrowIfCancellationRequested();
                Progress?.Report((double)i / draft.Segments.Count);
            }

            var segment = draft.Segments[i];
            var question = segment.Question is { } id && _questions.TryGetValue(id, out var found) ? found : (long?)null;
            values[0].Value = Sql.Blob(draft.SegmentIds.TryGetValue(i, out var given) ? given : ids.Next());
            values[2].Value = i + 1;
            values[3].Value = Words.Of(segment.Kind);
            values[4].Value = segment.Speaker is { } name && _speakers.TryGetValue(name, out var speaker) ? speaker : DBNull.Value;
            values[5].Value = question ?? (object)DBNull.Value;
            values[6].Value = question is null && segment.Question is { } heading ? heading : DBNull.Value;
            values[7].Value = segment.Row ?? (object)DBNull.Value;
            values[8].Value = segment.Wave ?? (object)DBNull.Value;
            values[9].Value = segment.Row is { } row && _respondents.TryGetValue((segment.Wave, row), out var person) ? person : DBNull.Value;
            values[10].Value = segment.Timecode ?? (object)DBNull.Value;
            values[11].Value = start;
            values[12].Value = start + segment.Text.Length;
            values[13].Value = segment.Text;
            var key = add.Insert();
            index.Add(key, segment.Text, draft.Language);
            start += segment.Text.Length + 1;
        }

        // Joining reads the whole index: worth it where much of it is new, else its cost would grow with what was there.
        if (bulk is not null && draft.Segments.Count >= WorthJoining * db.Scalar("SELECT sum(segments) FROM source"))
        {
            SegmentIndex.Merge(db, Cancellation);
        }

        Progress?.Report(1);
    }
}
