using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public class SourceFinderTests
{
    private static readonly IReadOnlyList<Source> Sources =
    [
        Source(1, "vår/Intervju D07.txt", "Intervju D07"),
        Source(2, "höst/Intervju D07.txt", "Intervju D07 (2)"),
        Source(3, "bok.xlsx", "Enkät 2024"),
        Source(4, "bok.xlsx", "Enkät 2025"),
        Source(5, "D12.docx", "Intervju D12"),
    ];

    [Theory]
    [InlineData("vår/Intervju D07.txt", 1)]
    [InlineData("Intervju D07", 1)]
    [InlineData("Enkät 2025", 4)]
    [InlineData("enkät 2025", 4)]
    [InlineData("d12.docx", 5)]
    [InlineData("D12", 5)]
    [InlineData("ho\u0308st/Intervju D07.txt", 2)]
    [InlineData("00000005-0000-0000-0000-000000000000", 5)]
    public void A_source_is_found_by_name_label_or_identity(string text, int id) =>
        Assert.Equal(id, SourceFinder.Find(Sources, text).Id.ToByteArray()[0]);

    [Theory]
    [InlineData("Intervju D07.txt", 2)]
    [InlineData("bok.xlsx", 2)]
    [InlineData("BOK", 2)]
    public void Several_are_named_and_none_is_guessed(string text, int candidates)
    {
        Assert.Equal(candidates, SourceFinder.Candidates(Sources, text).Count);
        Assert.Throws<UsageException>(() => SourceFinder.Find(Sources, text));
    }

    [Theory]
    [InlineData("Intervju")]
    [InlineData("")]
    public void None_is_refused(string text) =>
        Refusals.Refused("source.unknown", () => SourceFinder.Find(Sources, text));

    private static Source Source(int id, string name, string label) => new()
    {
        Id = new Guid(id, 0, 0, new byte[8]),
        Name = name,
        Label = label,
        Kind = SourceKind.Interview,
        Format = "txt",
        Encoding = "utf-8",
        Segments = 1,
        Length = 1,
        Sha256 = "",
        Imported = default,
    };
}
