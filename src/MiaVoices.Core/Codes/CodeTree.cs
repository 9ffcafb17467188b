namespace MiaVoices.Core.Codes;

/// <summary>The codes of a codebook as a tree. Immutable and thread-safe.</summary>
public sealed class CodeTree
{
    private readonly Dictionary<Guid, Code> _byId;
    private readonly ILookup<Guid, Code> _children;

    /// <summary>Builds the tree; the order among siblings is that of the list.</summary>
    public CodeTree(IReadOnlyList<Code> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        _byId = codes.ToDictionary(c => c.Id);
        _children = codes.ToLookup(c => c.Parent is { } p && _byId.ContainsKey(p) ? p : Guid.Empty);
        Codes = [.. Below(Guid.Empty)];
    }

    /// <summary>All codes, parents before children.</summary>
    public IReadOnlyList<Code> Codes { get; }

    /// <summary>The code with this identity.</summary>
    public Code this[Guid id] => _byId[id];

    /// <summary>Codes without a parent.</summary>
    public IEnumerable<Code> Roots => _children[Guid.Empty];

    /// <summary>Whether the code is in the tree.</summary>
    public bool Contains(Guid id) => _byId.ContainsKey(id);

    /// <summary>The codes right under one.</summary>
    public IEnumerable<Code> Children(Guid id) => _children[id];

    /// <summary>The code and all below it.</summary>
    public IEnumerable<Code> WithDescendants(Guid id) => Below(id).Prepend(_byId[id]);

    /// <summary>0 at the top.</summary>
    public int Depth(Guid id) => _byId[id].Parent is { } parent && _byId.ContainsKey(parent) ? Depth(parent) + 1 : 0;

    /// <summary>Names from the top, with " / " between.</summary>
    public string Path(Guid id) => _byId[id].Parent is { } parent && _byId.ContainsKey(parent) ? $"{Path(parent)} / {_byId[id].Name}" : _byId[id].Name;

    /// <summary>
    /// The code that a person means by a name, a tag or a path ("Stöd / myndighetskontakter"); upper and lower case do not
    /// matter unless they decide between two.
    /// </summary>
    /// <exception cref="RefusedException">No code is called so; the nearest are not guessed.</exception>
    /// <exception cref="UsageException">Several are; they are named.</exception>
    public Code Find(string text) => TryFind(text) ?? throw new RefusedException(Problem.Of("code.unknown", text));

    /// <summary>As <see cref="Find"/>, but null when no code is called so.</summary>
    /// <exception cref="UsageException">Several are; they are named.</exception>
    public Code? TryFind(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var wanted = text.Trim();
        if (wanted.Length == 0)
        {
            return null;
        }

        if (Guid.TryParse(wanted, out var id) && _byId.TryGetValue(id, out var known))
        {
            return known;
        }

        var path = Spaced(wanted);
        foreach (var comparison in new[] { StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase })
        {
            foreach (var naming in new Func<Code, string>[] { c => c.Name, c => c.Tag, c => Path(c.Id) })
            {
                var found = Codes.Where(c => string.Equals(Spaced(naming(c)), path, comparison)).ToList();
                if (found.Count == 1)
                {
                    return found[0];
                }

                if (found.Count > 1)
                {
                    throw new UsageException(Problem.Of("code.ambiguous", wanted, string.Join(", ", found.Select(c => $"\"{Path(c.Id)}\""))));
                }
            }
        }

        return null;
    }

    /// <summary>Codes with parents before children.</summary>
    public static IReadOnlyList<Code> InOrder(IReadOnlyList<Code> codes) => new CodeTree(codes).Codes;

    /// <summary>"Stöd/kontakt" and "Stöd / kontakt" mean the same, in paths and in names.</summary>
    private static string Spaced(string text) => string.Join(" / ", text.Split('/', StringSplitOptions.TrimEntries));

    private IEnumerable<Code> Below(Guid id)
    {
        foreach (var child in _children[id])
        {
            yield return child;
            foreach (var deeper in Below(child.Id))
            {
                yield return deeper;
            }
        }
    }
}
