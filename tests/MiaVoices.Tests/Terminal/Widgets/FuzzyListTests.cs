using MiaVoices.Terminal.Widgets;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.Terminal.Widgets;

public sealed class FuzzyListTests
{
    private readonly List<string> _opened = [];
    private readonly AppDriver _driver = new(40, 8);
    private readonly FuzzyList<string> _list;

    public FuzzyListTests()
    {
        _list = new FuzzyList<string>(code => code)
        {
            Opened = _opened.Add,
            NewRow = typed => $"+ Ny kod «{typed}»",
            NewOpened = typed => _opened.Add($"ny: {typed}"),
        };
        _list.Set(["mer tid", "bemötande", "bli lyssnad på", "väntetider"]);
        _driver.App.Push(new TestLayer(_list));
        _driver.Settle();
    }

    [Fact]
    public void Typing_finds_and_Enter_opens_the_best()
    {
        _driver.Type("tid");
        ApprovedGrid.Verify(_driver.Terminal, "fuzzy-list-40x8");
        _driver.Press("Down", "Enter");
        Assert.Equal(["väntetider"], _opened);
    }

    [Fact]
    public void What_is_not_there_can_be_made()
    {
        _driver.Type("hopp ").Press("Enter");
        Assert.Equal(["ny: hopp"], _opened);
    }

    [Fact]
    public void Nothing_typed_finds_all_in_order()
    {
        _driver.Type("x").Press("Backspace", "Enter");
        Assert.Equal(["mer tid"], _opened);
        Assert.Equal(4, _list.Found.Count());
    }
}
