using MiaVoices.Core.Codes;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Screens.Codebook;

/// <summary>Something that a code says of itself.</summary>
/// <param name="Key">Its key in the texts: <c>screen.codebook.field.{Key}</c>.</param>
/// <param name="Get">What it says.</param>
/// <param name="Set">The code saying something else.</param>
/// <param name="IsLong">Whether it may have several lines.</param>
internal sealed record CodeField(string Key, Func<Code, string> Get, Func<Code, string, Code> Set, bool IsLong = true);

/// <summary>What a code says of itself, in the order shown.</summary>
internal static class CodeFieldList
{
    public static readonly CodeField Color = new("color", c => c.Color, (c, text) => c with { Color = text }, IsLong: false);

    public static readonly IReadOnlyList<CodeField> All =
    [
        new("definition", c => c.Definition, (c, text) => c with { Definition = text }),
        new("include", c => c.Include, (c, text) => c with { Include = text }),
        new("exclude", c => c.Exclude, (c, text) => c with { Exclude = text }),
        new("keywords", c => string.Join(", ", c.Keywords), (c, text) => c with { Keywords = CodebookSheet.SplitKeywords(text) }),
        new("example", c => c.Example, (c, text) => c with { Example = text }),
        new("tag", c => c.Tag, (c, text) => c with { Tag = text }, IsLong: false),
        Color,
    ];
}
