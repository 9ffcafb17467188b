using MiaVoices.Core.Workbench;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage;

/// <summary>Keeps drafts in the project file, outside the journal.</summary>
internal sealed class DraftShelf(SqliteConnection db, StoreContext context) : IDraftShelf
{
    private (string, object?) Coder => ("$coder", context.Coder);

    public WritingDraft? Find(string place) => Rows("AND place = $place", ("$place", place)).FirstOrDefault();

    public IReadOnlyList<WritingDraft> All() => Rows("ORDER BY at DESC, place");

    public void Save(string place, string text)
    {
        if (text.Length == 0)
        {
            Remove(place);
            return;
        }

        db.Execute(
            "INSERT INTO draft (coder, place, text, at) VALUES ($coder, $place, $text, $at) ON CONFLICT (coder, place) DO UPDATE SET text = excluded.text, at = excluded.at",
            Coder,
            ("$place", place),
            ("$text", text),
            ("$at", Words.Of(context.Clock.GetUtcNow())));
    }

    public void Remove(string place) => db.Execute("DELETE FROM draft WHERE coder = $coder AND place = $place", Coder, ("$place", place));

    private List<WritingDraft> Rows(string rest, params (string, object?)[] values) =>
        [.. db.Rows($"SELECT place, text, at FROM draft WHERE coder = $coder {rest}", [Coder, .. values])
            .Select(r => new WritingDraft(r.GetString(0), r.GetString(1), Words.Time(r.GetString(2))))];
}
