using System.Globalization;
using System.Text;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats;
using Xunit;

namespace MiaVoices.Tests.Formats;

/// <summary>
/// Examples in Markdown: a heading, the file in a fence (name after the language), what comes out in another. Lines of the
/// result: role of the speaker and label, seconds, question, words; then the notices with a sign before.
/// </summary>
public class ReaderExamples
{
    public static TheoryData<string, string> All()
    {
        var examples = new TheoryData<string, string>();
        foreach (var file in Directory.EnumerateFiles(Build.Folder(), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            foreach (var part in File.ReadAllText(file).Split("\n## ").Skip(1))
            {
                examples.Add(Path.GetRelativePath(Build.Folder(), file), part.Split('\n')[0]);
            }
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_file_reads_as_the_example_says(string document, string heading)
    {
        var part = File.ReadAllText(Path.Combine(Build.Folder(), document)).Split("\n## ").Single(p => p.Split('\n')[0] == heading);
        var fences = part.Split("```");
        var (head, input) = Fence(fences[1]);
        var expected = Fence(fences[3]).Body;
        var words = head.Split(' ', 3);
        var kind = words.Length > 2 ? Enum.Parse<SourceKind>(words[2], true) : (SourceKind?)null;
        var file = words[0] == "docx" ? Build.Docx(words[1], input) : Build.Text(words[1], input);
        Assert.Equal(expected, Shown(file, new ReadOptions { Kind = kind }));
    }

    public static string Shown(SourceFile file, ReadOptions options)
    {
        var text = new StringBuilder();
        try
        {
            foreach (var draft in Readers.Read(file, options))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{draft.Kind} {draft.Format} {draft.Encoding}");
                foreach (var s in draft.Segments)
                {
                    Assert.Equal(StoredText.Normalise(s.Text), s.Text);
                    text.Append(s.Speaker is null ? "" : $"{s.Role.ToString()[0]} {s.Speaker} ").Append(s.Timecode is { } t ? $"@{t.ToString(CultureInfo.InvariantCulture)} " : "")
                        .Append(s.Row is null ? "" : $"{s.Row} ").Append(s.Question is null ? "" : $"<{s.Question}> ").Append("| ").AppendLine(s.Text.Replace("\n", "⏎", StringComparison.Ordinal));
                }

                foreach (var n in draft.Notices)
                {
                    text.AppendLine(Line(n.LeftOut ? "!" : "?", n.Problem));
                }
            }
        }
        catch (RefusedException e)
        {
            text.AppendLine(Line("refused", e.Problem));
        }

        return text.ToString().ReplaceLineEndings("\n").TrimEnd('\n');
    }

    private static string Line(string mark, Problem problem) => $"{mark} {problem.Where} {problem.Key} {string.Join(", ", problem.Facts)}".TrimEnd();

    private static (string Head, string Body) Fence(string fence)
    {
        var end = fence.IndexOf('\n', StringComparison.Ordinal);
        return (fence[..end], fence[(end + 1)..].TrimEnd('\n'));
    }
}
