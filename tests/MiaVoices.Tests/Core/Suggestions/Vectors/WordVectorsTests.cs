using MiaVoices.Core.Language;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Suggestions.Vectors;
using Xunit;

namespace MiaVoices.Tests.Core.Suggestions.Vectors;

public class WordVectorsTests
{
    private static readonly string[] Texts =
    [
        .. Enumerable.Range(0, 60).SelectMany(i => new[]
        {
            $"Katten jagar musen runt huset och katten sover nummer {i}.",
            $"Hunden jagar katten runt huset och hunden sover nummer {i}.",
            $"Räntan höjer hyran och skulden, banken höjer räntan nummer {i}.",
        }),
    ];

    [Fact]
    public void The_same_texts_give_the_same_bytes_and_they_are_read_back()
    {
        var bytes = Bytes(Trained());
        Assert.Equal(bytes, Bytes(Trained()));
        var read = WordVectors.Read(new MemoryStream(bytes));
        Assert.Equal(bytes, Bytes(read));
        Assert.Equal(0, read.Cosine(0, 0) - 1, 6);
    }

    [Fact]
    public void Words_that_stand_in_like_company_lie_near_each_other()
    {
        var vectors = Trained();
        var analyser = new SwedishAnalyser();
        int Of(string word) => vectors.Find(analyser.Word(word).Stem);
        Assert.True(vectors.Cosine(Of("hunden"), Of("katten")) > vectors.Cosine(Of("hunden"), Of("räntan")));
        Assert.Equal(-1, vectors.Find("och"));
    }

    [Fact]
    public void The_shipped_vectors_know_words_of_like_meaning()
    {
        var vectors = WordVectors.Default;
        Assert.NotNull(vectors);
        Assert.Equal((44_589, 150), (vectors.Count, vectors.Dimensions));
        Assert.Contains("elev", vectors.Nearest("skol", 8).Select(near => near.Word));
    }

    [Fact]
    public void Something_else_is_not_taken_for_vectors() =>
        Assert.Throws<InvalidDataException>(() => WordVectors.Read(new MemoryStream("not vectors"u8.ToArray())));

    [Fact]
    public void A_word_that_no_description_holds_speaks_for_a_code_by_its_meaning()
    {
        var (others, _) = Talk.Project(5, 8);
        LearningSegment[] segments = [.. others, new(1_000, "Eleverna trivs på gymnasiet.", "A")];
        var code = Talk.Code(1, "Skolan", "Undervisning i skolan.");
        var told = new LinearCodeSuggester(new SwedishAnalyser()).Train(new LearningSet(segments, [code], [], [])).Explain(1_000, code.Id);
        Assert.True(told.Contributions[0].Weight > 0.3, $"{told.Contributions[0].Weight}");
        Assert.Equal(0, told.Contributions.MaxBy(part => part.Weight).Start);
    }

    private static WordVectors Trained() =>
        new WordVectorTrainer(new SwedishAnalyser(), new WordVectorOptions { Dimensions = 8 }).Train(() => Texts);

    private static byte[] Bytes(WordVectors vectors)
    {
        using var stream = new MemoryStream();
        vectors.Write(stream);
        return stream.ToArray();
    }
}
