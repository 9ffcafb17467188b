using MiaVoices.Core.Workbench;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage;

/// <summary>Keeps drafts in the project file, outside the journal.</summary>
internal sealed class DraftShelf(SqliteConnection db, StoreContext context) : IDraftShelf
{
    private (string, object?) Coder => ("$coder", context.Coder);

    public WritingDraft? Find(string place) => Rows("AND place = $place", ("$place", place)).FirstOrDefault();

    public IReadOnlyList<WritingDraft> All() => Rows("ORDER BY at DESC, place");

    public bool Save(string place, string text) => text.Length == 0
        ? Remove(place)
        : db.TryExecute(
            "INSERT INTO draft (coder, place, text, at) VALUES (?, ?, ?, ?) ON CONFLICT (coder, place) DO UPDATE SET text = excluded.text, at = excluded.at",
            context.Coder,
            place,
            text,
            Words.Of(context.Clock.GetUtcNow()));

    public bool Remove(string place) => db.TryExecute("DELETE FROM draft WHERE coder = ? AND place = ?", context.Coder, place);

    private List<WritingDraft> Rows(string rest, params (string, object?)[] values) =>
        [.. db.Rows($"SELECT place, text, at FROM draft WHERE coder = $coder {rest}", [Coder, .. values])
            .Select(r => new WritingDraft(r.GetString(0), r.GetString(1), Words.Time(r.GetString(2))))];
}
