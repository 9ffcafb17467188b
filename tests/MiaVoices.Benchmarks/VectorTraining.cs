using System.Diagnostics;
using System.IO.Compression;
using MiaVoices.Benchmarks.Support;
using MiaVoices.Core.Language;
using MiaVoices.Core.Suggestions.Vectors;

namespace MiaVoices.Benchmarks;

/// <summary>
/// Makes the word vectors that the program ships: <c>vectors PARAGRAPHS.txt.gz OUT.bin</c>. The shipped ones come from questions
/// put in the Riksdag (public documents, source: Sveriges riksdag), one paragraph a line, with the program's own lexicon alone.
/// </summary>
internal static class VectorTraining
{
    public const string Verb = "vectors";

    public static int Run(string texts, string file)
    {
        var clock = Stopwatch.StartNew();
        void Note(string what) => Console.WriteLine(FormattableString.Invariant($"{clock.Elapsed.TotalSeconds,6:0.0} s  {what}"));
        Console.WriteLine(Machine.Describe());
        var vectors = new WordVectorTrainer(new SwedishAnalyser(), new WordVectorOptions()).Train(() => Lines(texts), Note);
        using (var stream = File.Create(file))
        {
            vectors.Write(stream);
        }

        Note(FormattableString.Invariant($"{vectors.Count:N0} vectors of {vectors.Dimensions} numbers, {new FileInfo(file).Length / 1e6:0.0} MB"));
        foreach (var word in new[] { "skol", "sjuk", "myndighet", "ekonomi", "tåg" })
        {
            Console.WriteLine($"{word}: {string.Join(", ", vectors.Nearest(word, 8).Select(w => w.Word))}");
        }

        return 0;
    }

    private static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
