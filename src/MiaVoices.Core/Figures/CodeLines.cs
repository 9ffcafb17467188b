using MiaVoices.Core.Codes;

namespace MiaVoices.Core.Figures;

/// <summary>Lines in the code tree.</summary>
internal static class CodeLines
{
    /// <summary>The codes above one, the nearest first.</summary>
    public static IEnumerable<Guid> Above(this CodeTree tree, Guid code)
    {
        while (tree[code].Parent is { } parent && tree.Contains(parent))
        {
            yield return parent;
            code = parent;
        }
    }
}
