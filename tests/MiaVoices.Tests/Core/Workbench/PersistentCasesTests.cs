using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Formats;
using MiaVoices.Tests.Formats;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public class PersistentCasesTests
{
    private static readonly Case Anna = Person(1, "Avslut 2024 · 7", ("grupp", "deltagare"), ("kön", "kvinna"));
    private static readonly Case Bo = Person(2, "Avslut 2024 · 8");
    private static readonly CaseRow[] Rows = [new("Avslut", "2024", "7", Anna.Id), new("Avslut", "2024", "8", Bo.Id), new("Annan", "2024", "9", Bo.Id)];

    [Fact]
    public void The_same_id_in_a_later_wave_is_the_same_case()
    {
        var found = Find(Draft("ID;År;Grupp;Övrigt\n7;2025;deltagare;Bra.\n9;2025;deltagare;Nja.\n"));
        Assert.Equal([(("2025", "7"), Anna.Id)], found.Existing.Select(e => ((e.Key.Wave!, e.Key.Row), e.Value)));
        Assert.Empty(found.Within);
        Assert.Empty(found.Edited);
        Assert.Equal(["persistent.known 1 1"], Told(found));
    }

    [Fact]
    public void What_the_project_says_of_a_person_stands_and_what_it_lacks_is_added()
    {
        var found = Find(Draft("ID;År;Grupp;Kommun;Övrigt\n7;2025;anhörig;Väst;Bra.\n8;2025;;;Nja.\n"));
        Assert.Equal([("grupp", "deltagare"), ("kommun", "Väst"), ("kön", "kvinna")], found.Edited.Single().Attributes.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => (a.Key, a.Value)));
        Assert.Equal(Anna.Name, found.Edited.Single().Name);
        Assert.Equal(["persistent.known 2 0", "persistent.differs 7 grupp deltagare anhörig"], Told(found));
        Assert.True(found.Notices[1].LeftOut);
    }

    [Fact]
    public void Rows_of_one_file_with_the_same_id_share_the_case_of_the_earliest_wave()
    {
        var found = Find(Draft("ID;År;Grupp;Kön;Övrigt\n5;2026;anhörig;man;Sist.\n5;2025;deltagare;;Först.\n5;2027;;man;Allra sist.\n"));
        Assert.Equal([(("2026", "5"), ("2025", "5")), (("2027", "5"), ("2025", "5"))], found.Within.Select(w => ((w.Key.Wave!, w.Key.Row), (w.Value.Wave!, w.Value.Row))).Order());
        Assert.Equal([("grupp", "deltagare"), ("kön", "man")], found.Attributes[("2025", "5")].OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => (a.Key, a.Value)));
        Assert.Equal(["persistent.known 0 1", "persistent.differs 5 grupp deltagare anhörig"], Told(found));
    }

    [Fact]
    public void An_id_of_several_persons_is_the_latest_waves_and_that_is_told()
    {
        var later = Person(3, "Avslut 2025 · 7");
        var found = PersistentCases.Find(Draft("ID;År;Övrigt\n7;2026;Bra.\n"), [new("Avslut", "2025", "7", later.Id), .. Rows], [Anna, Bo, later]);
        Assert.Equal(later.Id, found.Existing[("2026", "7")]);
        Assert.Contains("persistent.several 7 2 Avslut 2025 · 7", Told(found));
    }

    [Fact]
    public void Rows_without_an_id_of_their_own_are_never_the_same_person()
    {
        var found = PersistentCases.Find(Draft("ID;År;Övrigt\n;2025;Bra.\n7;2025;Nja.\n"), [.. Rows, new("Avslut", "2024", "#1", Bo.Id)], [Anna, Bo]);
        Assert.Equal(["7"], found.Existing.Keys.Select(k => k.Row));
        var none = Find(Draft("År;Övrigt\n2025;Bra så.\n"));
        Assert.Empty(none.Existing);
        Assert.Equal(["persistent.noId"], Told(none));
    }

    [Fact]
    public void Ids_that_do_not_persist_tie_nothing()
    {
        var draft = Draft("ID;År;Övrigt\n7;2025;Bra.\n");
        Assert.Same(PersistentCases.None, Find(draft with { Survey = draft.Survey! with { PersistentIds = false } }));
    }

    [Fact]
    public void A_case_that_is_hidden_with_its_source_is_not_known()
    {
        Assert.Empty(PersistentCases.Find(Draft("ID;År;Övrigt\n7;2025;Bra.\n"), Rows, [Bo]).Existing);
    }

    private static PersistentCases Find(SourceDraft draft) => PersistentCases.Find(draft, Rows, [Anna, Bo]);

    private static IEnumerable<string> Told(PersistentCases found) => found.Notices.Select(n => string.Join(' ', n.Problem.Facts.Prepend(n.Problem.Key)));

    private static SourceDraft Draft(string csv) => Readers.Read(
        Build.Text("svar.csv", csv),
        new ReadOptions
        {
            Profiles =
            [
                new SurveyProfile { Name = "Avslut", PersistentIds = true, RespondentId = csv.StartsWith("ID", StringComparison.Ordinal) ? "ID" : null, Wave = new WaveProfile { Column = "År" } },
            ],
        }).Single();

    private static Case Person(int number, string name, params (string Name, string Value)[] attributes) =>
        new() { Id = new Guid(number, 0, 0, new byte[8]), Name = name, Attributes = attributes.ToDictionary(a => a.Name, a => a.Value) };
}
