using MiaVoices.Core.Suggestions;
using Xunit;

namespace MiaVoices.Tests.Core.Suggestions;

public class SuggestionIdentityTests
{
    [Fact]
    public void The_identity_of_a_segment_and_a_code_never_changes()
    {
        var id = SuggestionIdentity.Of(new Guid("0198c0de-0000-7000-8000-000000000001"), new Guid("0198c0de-0000-7000-8000-000000000002"));
        Assert.Equal("47fd971e-9f64-8a0b-87ff-e5cb3a21d682", id.ToString());
    }

    [Fact]
    public void It_is_a_GUID_of_version_8_with_the_variant_of_the_standard()
    {
        for (var i = 0; i < 200; i++)
        {
            var id = SuggestionIdentity.Of(Talk.Id(i), Talk.Id(i + 1));
            Assert.Equal(8, id.Version);
            Assert.InRange(id.Variant, 8, 11);
        }
    }

    [Fact]
    public void Segment_and_code_do_not_change_places() =>
        Assert.NotEqual(SuggestionIdentity.Of(Talk.Id(1), Talk.Id(2)), SuggestionIdentity.Of(Talk.Id(2), Talk.Id(1)));
}
