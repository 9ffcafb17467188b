using MiaVoices.Core.Reports;
using Xunit;

namespace MiaVoices.Tests.Core.Reports;

public class IdentifiersTests
{
    [Theory]
    [InlineData("Mitt nummer är 811218-9876.", IdentifierKind.PersonalNumber, "811218-9876")]
    [InlineData("Jag är 19811218 9876 i rullorna.", IdentifierKind.PersonalNumber, "19811218 9876")]
    [InlineData("Ring 070-123 45 67 så svarar jag.", IdentifierKind.Phone, "070-123 45 67")]
    [InlineData("Skriv till a.b@exempel.se om det.", IdentifierKind.Email, "a.b@exempel.se")]
    [InlineData("Det var på Storgatan 12 B som det hände.", IdentifierKind.Address, "Storgatan 12 B")]
    [InlineData("Hon bor i 123 45 Ekvalla nu.", IdentifierKind.Address, "123 45 Ekvalla")]
    [InlineData("Jag pratade med Anna om det.", IdentifierKind.Name, "Anna")]
    [InlineData("Jag fick ångest av det.", IdentifierKind.Health, "ångest")]
    public void What_may_point_at_a_person_is_found(string text, IdentifierKind kind, string words)
    {
        var found = Assert.Single(Identifiers.Find(text));
        Assert.Equal((kind, words), (found.Kind, text.Substring(found.Start, found.Length)));
    }

    [Theory]
    [InlineData("Det gick bra. Sedan ringde Försäkringskassan igen.")]
    [InlineData("Klockan 00:12:31 sa hon att det tar 3–4 veckor, på rätt väg 1.")]
    [InlineData("Vi var 200 personer 2025-09-18, och 151 svarade.")]
    [InlineData("Så sa hon: ”Kom hit!” Och då kom jag.")]
    [InlineData("")]
    public void Ordinary_words_are_left_in_peace(string text) => Assert.Empty(Identifiers.Find(text));
}
