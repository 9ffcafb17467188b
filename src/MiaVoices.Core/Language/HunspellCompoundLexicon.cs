namespace MiaVoices.Core.Language;

/// <summary>
/// The compound parts of a Swedish Hunspell dictionary (a <c>.dic</c> and an <c>.aff</c> file). Nothing is read until a version or a
/// word is asked for; the words are kept as sorted 64-bit hashes, some 10 bytes a form. Thread-safe.
/// </summary>
public sealed class HunspellCompoundLexicon : ICompoundLexicon
{
    private const int MostBytes = 64 * 1024 * 1024;

    private readonly Lazy<HunspellWords> words;
    private readonly Lazy<string> version;

    /// <summary>A lexicon of a dictionary.</summary>
    /// <param name="name">Where it lies, as a person shall read it: the path of the <c>.dic</c> file.</param>
    /// <param name="openAffixes">Opens the <c>.aff</c> file.</param>
    /// <param name="openWords">Opens the <c>.dic</c> file.</param>
    public HunspellCompoundLexicon(string name, Func<Stream> openAffixes, Func<Stream> openWords)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(openAffixes);
        ArgumentNullException.ThrowIfNull(openWords);
        Name = name;
        words = new Lazy<HunspellWords>(() => HunspellWords.Read(Bytes(openAffixes), Bytes(openWords), Name));
        version = new Lazy<string>(() =>
            "h" + ContentHash.Text(ContentHash.Add(ContentHash.Add(ContentHash.Empty, Bytes(openAffixes)), Bytes(openWords))));
    }

    /// <summary>Where the dictionary lies.</summary>
    public string Name { get; }

    /// <summary>A hash of the bytes of both files, which are not interpreted for it.</summary>
    /// <exception cref="RefusedException">A file cannot be read.</exception>
    public string Version => version.Value;

    /// <summary>Reads the dictionary now rather than at the first word.</summary>
    /// <exception cref="RefusedException">A file cannot be read, is malformed, or says nothing of compounds.</exception>
    public void Load() => _ = words.Value;

    /// <summary>Always false: the dictionary lists compounds as words too.</summary>
    public bool IsWhole(ReadOnlySpan<char> form) => false;

    /// <inheritdoc />
    public bool IsHead(ReadOnlySpan<char> form) => words.Value.IsHead(form);

    /// <inheritdoc />
    public bool TryFirst(ReadOnlySpan<char> form, out string stem) => words.Value.TryFirst(form, out stem);

    private byte[] Bytes(Func<Stream> open)
    {
        try
        {
            using var stream = open();
            using var content = new MemoryStream();
            var buffer = new byte[81920];
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                content.Write(buffer, 0, read);
                if (content.Length > MostBytes)
                {
                    throw new RefusedException(Problem.At(Name, "dictionary.toobig"));
                }
            }

            return content.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(Problem.At(Name, "dictionary.unreadable"), e);
        }
    }
}
