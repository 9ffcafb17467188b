using System.Globalization;
using MiaVoices.Core.Codes;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Screens;

/// <summary>
/// The hue of each code: the nearest to its own colour, else by its order in the codebook. Only hues that can be read on the
/// terminal's ground are used, and never without tag or name beside them. Immutable.
/// </summary>
internal sealed class CodeHues
{
    /// <summary>For no codes.</summary>
    public static readonly CodeHues None = new(new CodeTree([]));

    private readonly Dictionary<Guid, Role> _hues;

    /// <summary>The hues of a codebook.</summary>
    public CodeHues(CodeTree codes) => _hues = codes.Codes.Index().ToDictionary(c => c.Item.Id, c => Own(c.Item) ?? Roles.Code(c.Index));

    /// <summary>The hue of a code.</summary>
    public Role Of(Guid code) => _hues.GetValueOrDefault(code, Role.Accent);

    private static Role? Own(Code code) => code.Color is ['#', .. { Length: 6 } digits] && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb) ? Roles.Nearest(rgb) : null;
}
