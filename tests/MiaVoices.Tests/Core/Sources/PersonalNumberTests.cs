using FsCheck.Fluent;
using MiaVoices.Core.Sources;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Sources;

public class PersonalNumberTests
{
    [Theory]
    [InlineData("640823-3234")]
    [InlineData("811218-9876")]
    [InlineData("8112189876")]
    [InlineData("19811218-9876")]
    [InlineData(" 811218–9876 ")]
    [InlineData("811218 9876")]
    [InlineData("701063-2391")]
    public void A_date_with_its_check_digit_is_one(string number) => Assert.True(PersonalNumber.Is(number));

    [Theory]
    [InlineData("811218-9875")]
    [InlineData("811278-9876")]
    [InlineData("700063-2391")]
    public void A_mistyped_one_only_looks_like_one(string number)
    {
        Assert.False(PersonalNumber.Is(number));
        Assert.True(PersonalNumber.LooksLike(number));
    }

    [Theory]
    [InlineData("")]
    [InlineData("556036-0793")]
    [InlineData("811318-9876")]
    [InlineData("810230-9876")]
    [InlineData("811200-9876")]
    [InlineData("11218-9876")]
    [InlineData("Hon heter 811218-9876")]
    public void Other_numbers_and_texts_are_none(string text) => Assert.False(PersonalNumber.LooksLike(text));

    [Fact]
    public void Changing_one_digit_of_the_last_four_is_always_found() => Prop.ForAll(
        Gen.Choose(0, 3).SelectMany(place => Gen.Choose(1, 9).Select(step => (Place: place, Step: step))).ToArbitrary(),
        c =>
        {
            var digits = "8112189876".ToCharArray();
            digits[6 + c.Place] = (char)('0' + ((digits[6 + c.Place] - '0' + c.Step) % 10));
            return !PersonalNumber.Is(new string(digits));
        }).Holds();
}
