using System.Text.Json;
using MiaVoices.Core.Changes;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Changes;

public class ChangeJsonTests
{
    public static TheoryData<Type> EveryType => [.. AllTypes()];

    public static IEnumerable<Type> AllTypes() =>
        typeof(Change).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Change)) && !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal);

    [Fact]
    public void The_stored_names_are_a_file_format_and_stay()
    {
        Assert.Equal(
            [
                "batch", "case.add", "case.edit", "case.remove", "code.add", "code.edit", "code.remove", "code.restore", "coding.add", "coding.edit", "coding.move",
                "coding.remove", "memo.add", "memo.edit", "memo.remove", "passage.write", "project.limits", "project.rename", "quote.choose", "quote.edit", "quote.remove", "quote.tick", "quote.untick", "search.edit", "search.remove", "search.save", "segment.review", "segment.unreview", "source.hide",
                "source.import", "source.label", "source.language", "source.show", "speaker.map", "suggestion.answer", "suggestion.withdraw",
            ],
            ChangeJson.AllNames.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_type_of_change_has_a_stored_name() =>
        Assert.Equal(AllTypes().Count(), ChangeJson.AllNames.Count);

    [Theory]
    [MemberData(nameof(EveryType))]
    public void A_change_is_the_same_when_read_again(Type type)
    {
        using var project = new RichProject();
        var change = project.Of(type);
        var json = ChangeJson.Write(change);
        var read = ChangeJson.Read(json);
        Assert.IsType(type, read);
        Assert.Equal(json, ChangeJson.Write(read));
        using var document = JsonDocument.Parse(json);
        Assert.Equal(ChangeJson.NameOf(change), document.RootElement.GetProperty("change").GetString());
    }

    [Fact]
    public void The_fields_of_a_stored_coding_are_a_file_format_too()
    {
        const string json =
            """
            {"change":"coding.add","coding":{"id":"0195a1c2-0000-7000-8000-000000000001","source":"0195a1c2-0000-7000-8000-000000000002","start":4,"end":9,"quote":"mamma 😀",
            "code":"0195a1c2-0000-7000-8000-000000000003","coder":"Mia","origin":"Suggestion","confidence":0.25,"created":"2025-03-01T09:00:00+00:00","memo":"å","polarity":"WorksLessWell","condensed":""}}
            """;
        var coding = Assert.IsType<AddCoding>(ChangeJson.Read(json)).Coding;
        Assert.Equal((4, 9, "mamma 😀", "Mia", 0.25, "å"), (coding.Start, coding.End, coding.Quote, coding.Coder, coding.Confidence, coding.Memo));
        Assert.Contains("\"origin\":\"Suggestion\"", ChangeJson.Write(new AddCoding(coding)), StringComparison.Ordinal);
        Assert.Contains("\"polarity\":\"WorksLessWell\"", ChangeJson.Write(new AddCoding(coding)), StringComparison.Ordinal);
    }

    [Fact]
    public void Swedish_letters_stay_readable_and_the_texts_of_an_import_stay_out()
    {
        using var project = new ProjectBuilder();
        var change = ProjectBuilder.ImportOf(Drafts.Notes("möte.txt", "Något känsligt."), "Anteckning 1", project.Store);
        var json = ChangeJson.Write(new Batch("source.import", [change]));
        Assert.Contains("möte.txt", json, StringComparison.Ordinal);
        Assert.DoesNotContain("känsligt", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"change":"coding.explode"}""")]
    [InlineData("""{"name":"x"}""")]
    public void What_is_no_change_that_this_version_knows_is_an_error(string json) =>
        Assert.ThrowsAny<Exception>(() => ChangeJson.Read(json));
}
