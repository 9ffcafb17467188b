using MiaVoices.Terminal.Screen;
using Xunit;

namespace MiaVoices.Tests.Terminal.Screen;

public sealed class GlyphsProperties
{
    [Fact]
    public void Safe_text_is_harmless_and_stays_as_it_is_when_made_safe_again() => AnyText.Holds(0, 0, (text, _) =>
    {
        var safe = Glyphs.Safe(text);
        return AnyText.IsHarmless(safe) && Glyphs.Safe(safe) == safe && safe.Length <= text.Length;
    });

    [Fact]
    public void Clusters_are_the_whole_text_and_their_sources_go_forward() => AnyText.Holds(0, 0, (text, _) =>
    {
        var safe = SafeText.Of(text);
        var end = 0;
        var sourceEnd = 0;
        foreach (var cluster in safe.Clusters)
        {
            if (cluster.Start != end || cluster.Length < 1 || cluster.Width is < 0 or > 2
                || cluster.SourceStart < sourceEnd || cluster.SourceEnd <= cluster.SourceStart)
            {
                return false;
            }

            end += cluster.Length;
            sourceEnd = cluster.SourceEnd;
        }

        return end == safe.Text.Length && sourceEnd <= text.Length;
    });

    [Fact]
    public void A_cut_text_keeps_within_its_width() => AnyText.Holds(0, 30, (text, width) =>
    {
        var cut = Glyphs.Truncate(text, width);
        return Glyphs.Width(cut) <= width && !cut.Contains('\n', StringComparison.Ordinal)
            && (Glyphs.Width(Glyphs.OneLine(text)) > width || cut == Glyphs.OneLine(text));
    });

    [Fact]
    public void A_filled_text_has_the_width_or_was_wider() => AnyText.Holds(0, 60, (text, width) =>
        Glyphs.Width(Glyphs.PadRight(text, width)) == Math.Max(width, Glyphs.Width(Glyphs.OneLine(text))));

    [Fact]
    public void Wrapped_lines_keep_within_the_width_and_keep_every_cluster_but_spaces() => AnyText.Holds(2, 30, (text, width) =>
    {
        var lines = Glyphs.Wrap(text, width);
        return lines.All(line => Glyphs.Width(line) <= width && Clusters(line).LastOrDefault() != " ")
            && lines.SelectMany(Visible).SequenceEqual(Visible(text.Replace('\t', ' ')));
    });

    [Fact]
    public void Wrapping_to_a_wide_line_keeps_the_line_feeds() => AnyText.Holds(0, 0, (text, _) =>
        Glyphs.Wrap(text, 10_000).Count == Glyphs.Safe(text).Count(character => character == '\n') + 1);

    private static IEnumerable<string> Visible(string text) => Clusters(text).Where(cluster => !string.IsNullOrWhiteSpace(cluster));

    private static IEnumerable<string> Clusters(string text)
    {
        var safe = SafeText.Of(text);
        return safe.Clusters.Select(cluster => safe.Text.Substring(cluster.Start, cluster.Length));
    }
}
