using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using MiaVoices.Core.Figures.Claims;
using MiaVoices.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace MiaVoices.Tests.Core.Figures.Claims;

public partial class ClaimMeasuringTests(ITestOutputHelper output)
{
    [Fact]
    public void Correct_texts_are_hardly_ever_said_not_to_hold()
    {
        const int Texts = 3000;
        var wrong = 0;
        var all = new Dictionary<ClaimKind, int>();
        for (var seed = 1; seed <= Texts; seed++)
        {
            var text = CorrectTexts.Of(new Random(seed));
            var findings = FigureClaims.Check(text);
            foreach (var f in findings)
            {
                all[f.Kind] = all.GetValueOrDefault(f.Kind) + 1;
            }

            if (findings.FirstOrDefault(f => f.Level == ClaimLevel.CannotHold) is { } first)
            {
                wrong++;
                if (wrong <= 12)
                {
                    output.WriteLine($"{first.Kind} {first.Number} [{string.Join(", ", first.Facts)}]: {text.Split('\n')[first.Line - 1]}");
                }
            }
        }

        output.WriteLine($"{wrong} of {Texts}; {string.Join(", ", all.Select(a => $"{a.Key} {a.Value}"))}");
        Assert.True(wrong <= Texts / 100, $"{wrong} of {Texts}");
    }

    [Fact]
    public void A_percentage_that_is_made_wrong_is_found()
    {
        var (made, found) = (0, 0);
        for (var seed = 1; seed <= 1500; seed++)
        {
            var text = CorrectTexts.Of(new Random(seed));
            var share = Bracketed().Match(text);
            if (share.Success && share.Groups["p"].Value.Length < 3)
            {
                var p = share.Groups["p"];
                var wrong = int.Parse(p.Value, CultureInfo.InvariantCulture) is var right && right > 50 ? right - 3 : right + 3;
                made++;
                found += FigureClaims.Check($"{text[..p.Index]}{wrong}{text[(p.Index + p.Length)..]}").Any(f => f.Level == ClaimLevel.CannotHold) ? 1 : 0;
            }
        }

        output.WriteLine($"{found} of {made} found");
        Assert.True(made > 300 && found >= made * 0.95, $"{found} of {made}");
    }

    /// <summary>Reports of our own pass by construction; those that are approved word by word stand here for all.</summary>
    [Fact]
    public void Our_own_reports_have_no_figure_that_cannot_hold()
    {
        var reports = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "MiaVoices.Tests"), "*.approved.md", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f).StartsWith("# ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(reports);
        Assert.All(reports, f => Assert.Empty(FigureClaims.Check(File.ReadAllText(f)).Select(c => $"{c.Line} {c.Number} {c.Kind}")));
    }

    [SharedFact]
    public void Public_prose_is_left_alone_but_for_what_it_lacks()
    {
        var file = Path.Combine(SharedFolder.Path!, "data", "interpellations", "paragraphs.txt.gz");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var (numbers, levels) = (0, new Dictionary<ClaimLevel, int>());
        var shown = new Dictionary<ClaimLevel, int>();
        for (var line = 0; line < 30_000 && reader.ReadLine() is { } paragraph; line++)
        {
            numbers += Numbers(paragraph);
            foreach (var f in FigureClaims.Check(paragraph))
            {
                levels[f.Level] = levels.GetValueOrDefault(f.Level) + 1;
                shown[f.Level] = shown.GetValueOrDefault(f.Level) + 1;
                if (shown[f.Level] <= 30)
                {
                    var at = paragraph.IndexOf(f.Number, StringComparison.Ordinal);
                    output.WriteLine($"{f.Level} {f.Kind} [{string.Join(", ", f.Facts)}]: …{paragraph[Math.Max(0, at - 90)..Math.Min(paragraph.Length, at + f.Number.Length + 60)]}");
                }
            }
        }

        output.WriteLine($"{numbers} numbers; {string.Join(", ", levels.Select(l => $"{l.Key} {l.Value}"))}");
        Assert.True(levels.GetValueOrDefault(ClaimLevel.CannotHold) * 1000 < numbers, $"{levels.GetValueOrDefault(ClaimLevel.CannotHold)} of {numbers}");
    }

    /// <summary>What the requirements name as arithmetic, by requirement, file and line; the texts are read where they lie.</summary>
    [SharedFact]
    public void The_arithmetic_of_the_published_texts_is_flagged()
    {
        (string Requirement, string File, int Line, ClaimKind Kind, int Count)[] expected =
        [
            ("S05 headline", "000", 6, ClaimKind.HeadlineMisfit, 1),
            ("S05 without n", "000", 8, ClaimKind.NoBase, 1),
            ("S05 without n", "000", 10, ClaimKind.NoBase, 1),
            ("S08 rate of all", "002", 25, ClaimKind.RateOfAll, 1),
            ("S09", "002", 27, ClaimKind.ImpossiblePercentage, 1),
            ("S09", "002", 28, ClaimKind.ImpossiblePercentage, 1),
            ("S10", "001", 16, ClaimKind.NoBase, 1),
            ("S10", "001", 17, ClaimKind.NoBase, 1),
            ("S10", "001", 18, ClaimKind.NoBase, 1),
            ("S10", "001", 19, ClaimKind.NoBase, 1),
            ("R01 without outcome", "001", 44, ClaimKind.GoalWithoutOutcome, 1),
            ("R02", "001", 42, ClaimKind.PartsMissing, 1),
            ("R04", "003", 47, ClaimKind.GoalWithoutOutcome, 1),
            ("R05 without outcome", "004", 22, ClaimKind.GoalWithoutOutcome, 1),
            ("R05 share without base", "004", 24, ClaimKind.GoalWithoutOutcome, 1),
            ("R06 both changes", "001", 34, ClaimKind.NoEndpoints, 2),
            ("R06 share without n", "003", 31, ClaimKind.NoBase, 1),
            ("R07 used again", "001", 53, ClaimKind.NoBase, 2),
        ];
        var found = Directory.GetFiles(Path.Combine(SharedFolder.Path!, "seeds"), "*.txt")
            .SelectMany(f => FigureClaims.Check(File.ReadAllText(f)).Select(c => (File: Path.GetFileName(f)[..3], c.Line, c.Kind)))
            .GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count());
        foreach (var (place, count) in found.OrderBy(f => f.Key))
        {
            output.WriteLine($"{place.File} {place.Line} {place.Kind} {count}");
        }

        Assert.Equal(
            expected.Select(e => $"{e.File} {e.Line} {e.Kind} {e.Count}").Order(StringComparer.Ordinal),
            found.Select(f => $"{f.Key.File} {f.Key.Line} {f.Key.Kind} {f.Value}").Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\d+ av \d+ \((?<p>\d+)[ ,\u00A0]")]
    private static partial Regex Bracketed();

    private static int Numbers(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            count += char.IsAsciiDigit(text[i]) && (i == 0 || !char.IsAsciiDigit(text[i - 1])) ? 1 : 0;
        }

        return count;
    }
}
