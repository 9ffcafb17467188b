using FsCheck;
using FsCheck.Fluent;
using MiaVoices.Core.Sources;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Sources;

public class RegisterDateTests
{
    [Theory]
    [InlineData("2025-12-31", "2025-12-31")]
    [InlineData("2025-12-31 10:15:00", "2025-12-31")]
    [InlineData("2025/3/1", "2025-03-01")]
    [InlineData("2025-12", "2025-12")]
    [InlineData("20251231", "2025-12-31")]
    [InlineData("31/12/2025", "2025-12-31")]
    [InlineData("31/12 2025", "2025-12-31")]
    [InlineData("1.3.25", "2025-03-01")]
    [InlineData("31 december 2025", "2025-12-31")]
    [InlineData("den 1 mars 2025", "2025-03-01")]
    [InlineData("Dec 2025", "2025-12")]
    [InlineData("maj-2025", "2025-05")]
    [InlineData("2025 kv 2", "2025-K2")]
    [InlineData("2025 Kvartal 4", "2025-K4")]
    [InlineData("2025", "2025")]
    public void Dates_as_people_write_them_are_read(string text, string date) => Assert.Equal(date, RegisterDate.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("1850")]
    [InlineData("202512")]
    [InlineData("2025-13-01")]
    [InlineData("30/2/2025")]
    [InlineData("12/31/2025")]
    [InlineData("januari")]
    [InlineData("31 oktembre 2025x")]
    [InlineData("3 av 2025")]
    public void What_is_no_date_is_told_as_none(string text) => Assert.Null(RegisterDate.Parse(text));

    [Fact]
    public void Every_date_is_read_as_itself_whichever_way_it_is_written() => Prop.ForAll(Gen.Choose(0, 72_000).ToArbitrary(), days =>
    {
        var date = new DateOnly(1900, 1, 1).AddDays(days);
        var iso = date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return RegisterDate.Parse(iso) == iso && RegisterDate.Parse($"{date.Day}/{date.Month}/{date.Year}") == iso && RegisterDate.Parse(date.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture)) == iso;
    }).Holds();

    [Fact]
    public void Any_text_is_read_or_not_without_failing() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), t => RegisterDate.Parse(t.Get) is null or { Length: >= 4 and <= 10 }).Holds();
}
