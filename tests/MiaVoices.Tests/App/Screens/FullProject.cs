using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Search;
using MiaVoices.Tests.Support;

namespace MiaVoices.Tests.App.Screens;

/// <summary>A project in which every screen has something to show and every command something to do.</summary>
internal sealed class FullProject : IDisposable
{
    public FullProject()
    {
        var contacts = Builder.Code("myndighetskontakter", tag: "Mk").Id;
        var along = Builder.Code("följa med på möten", contacts).Id;
        var time = Builder.Code("mer tid", tag: "Mt").Id;
        var store = Builder.Store;
        for (var i = 1; i <= 9; i++)
        {
            var source = Builder.Import(Drafts.Interview(
                FormattableString.Invariant($"Intervju D{i:00}.txt"),
                ("I", Drafts.Asks, "Hur var kontakten med myndigheterna?"),
                ("D", Drafts.Answers, "Någon följde med på mötet. Det gav mer tid."),
                ("I", Drafts.Asks, "Vad mer?"),
                ("D", Drafts.Answers, $"Jag fick mer tid och kontakt med någon som lyssnade, vecka {i}.")));
            if (i < 7)
            {
                Builder.Code(source, i % 2 == 0 ? "Någon följde med på mötet." : "Det gav mer tid.", i % 2 == 0 ? along : time);
            }

            if (i == 1)
            {
                // Where the reader begins: something to remove and to alter.
                Builder.Code(source, "Hur var kontakten med myndigheterna?", contacts);
                Builder.Code(source, "Vad mer?", contacts);
            }
        }

        Builder.Import(Drafts.Survey("enkät.csv", "Enkät", "2025", new SurveyRow("1", "Personalen hade tid"), new SurveyRow("2", null), new SurveyRow("3", "Kontakten", "ibland", "medarbetare")));
        foreach (var person in store.Cases().Where(c => c.Name.StartsWith('D')))
        {
            store.Apply(new EditCase(person with { Attributes = new Dictionary<string, string> { ["kön"] = person.Name[^1] % 2 == 0 ? "kvinna" : "man" } }));
        }

        Builder.Memo(MemoTarget.Code, time, "Gränsen är oklar.");
        store.Apply(new RemoveCode(Builder.Code("Gammal").Id));
        store.Apply(new SaveSearch(new SavedSearch { Id = store.NewIds().Next(), Name = "tid", Query = "tid", Coder = "Mia", Created = store.Now }));
    }

    public ProjectBuilder Builder { get; } = new();

    public void Dispose() => Builder.Dispose();
}
