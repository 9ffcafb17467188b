using System.Text.RegularExpressions;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App;

/// <summary>The texts for people: in both languages, all used, none missing, filled in with what they ask for.</summary>
public sealed partial class TextsTests
{
    private static readonly Dictionary<string, string> Swedish = TextKeys.Load("sv");
    private static readonly Dictionary<string, string> English = TextKeys.Load("en");

    [Fact]
    public void Both_languages_have_the_same_keys_in_the_same_order() => Assert.Equal(Swedish.Keys, English.Keys);

    [Fact]
    public void A_text_has_the_same_places_to_fill_in_both_languages() =>
        Assert.All(Swedish, t => Assert.Equal(TextKeys.Placeholders(t.Value), TextKeys.Placeholders(English[t.Key])));

    [Fact]
    public void No_text_is_empty_or_left_in_the_other_language()
    {
        Assert.DoesNotContain(Swedish.Concat(English), t => t.Value.Trim().Length == 0);
        Assert.DoesNotContain(English, t => SwedishLetters().IsMatch(Quoted().Replace(t.Value, "")) && !t.Key.StartsWith("arg.", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_text_that_the_sources_name_is_there()
    {
        var missing = TextKeys.Uses().Where(u => !Swedish.ContainsKey(u.Key)).Select(u => $"{u.Key} ({u.File})").Distinct();

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_text_gets_as_many_facts_as_it_has_places()
    {
        var uses = TextKeys.Uses().Where(u => u.Facts >= 0 && Swedish.ContainsKey(u.Key)).ToList();

        Assert.True(uses.Count > 300, $"only {uses.Count} uses found: the sources are written in another way now");
        Assert.Empty(uses.Where(u => TextKeys.Placeholders(Swedish[u.Key]) is { Count: > 0 } places && places.Max >= u.Facts).Select(u => $"{u.Key}: {u.Facts} facts ({u.File})"));
    }

    [Fact]
    public void Words_of_the_sources_that_look_like_keys_of_a_group_are_keys()
    {
        var groups = Swedish.Keys.Where(k => k.Contains('.', StringComparison.Ordinal)).Select(k => k[..k.IndexOf('.', StringComparison.Ordinal)]).ToHashSet();
        var names = ChangeNames().ToHashSet();

        var stray = TextKeys.Literals().Where(l => l.Contains('.', StringComparison.Ordinal) && groups.Contains(l[..l.IndexOf('.', StringComparison.Ordinal)]))
            .Where(l => !Swedish.ContainsKey(l) && !names.Contains(l) && !Swedish.ContainsKey("change." + l) && !IsFile(l));

        Assert.Empty(stray);
    }

    [Fact]
    public void Every_text_is_used()
    {
        var (literals, prefixes, endings) = (TextKeys.Literals(), TextKeys.Prefixes(), TextKeys.Endings());

        Assert.DoesNotContain(Swedish.Keys, k => !literals.Contains(k) && !prefixes.Any(p => k.StartsWith(p, StringComparison.Ordinal)) && !endings.Any(e => k.EndsWith(e, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_word_that_a_text_is_chosen_by_has_one()
    {
        var wanted = new List<string>();
        wanted.AddRange(Enum.GetNames<SourceKind>().Select(k => "kind." + k.ToLowerInvariant()));
        wanted.AddRange(Enum.GetNames<SpeakerRole>().Select(r => "role." + r.ToLowerInvariant()));
        wanted.AddRange(Enum.GetNames<MemoTarget>().Select(t => "target." + t.ToLowerInvariant()));
        wanted.AddRange(new[] { "id", "attribute", "closed", "multiple", "freetext", "number", "code", "wave", "identity", "ignore" }.Select(r => "column." + r));
        wanted.AddRange(Signatures().Select(s => "format." + s));
        wanted.AddRange(ChangeNames().Where(n => n != "batch").Select(n => "change." + n));
        wanted.AddRange(Missing().Select(m => m + ".gone"));

        Assert.DoesNotContain(wanted.Distinct(), k => !Swedish.ContainsKey(k));
    }

    [Fact]
    public void A_message_is_one_line() =>
        Assert.DoesNotContain(Swedish.Concat(English), t => t.Value.Contains("\\n", StringComparison.Ordinal) && !t.Key.StartsWith("help.", StringComparison.Ordinal));

    /// <summary>The stored names of changes, from the one table that has them.</summary>
    private static List<string> ChangeNames()
    {
        var table = Repository.Sources.Single(s => Path.GetFileName(s.Path) == "Change.cs").Text;
        var names = StoredName().Matches(table).Select(m => m.Groups[1].Value).ToList();
        Assert.True(names.Count > 15, "the stored names of changes stand elsewhere now");
        Assert.Contains(ChangeJson.NameOf(new RenameProject("x")), names);
        return names;
    }

    private static IEnumerable<string> Signatures() =>
        Signature().Matches(Repository.Sources.Single(s => Path.GetFileName(s.Path) == "FileSignature.cs").Text).Select(m => m.Groups[1].Value).Where(s => s != "zip");

    /// <summary>The things that may be missing when a change is applied.</summary>
    private static IEnumerable<string> Missing() =>
        Repository.Sources.Where(s => s.Path.Contains("Applying", StringComparison.Ordinal)).SelectMany(s => Gone().Matches(s.Text).Select(m => m.Groups[1].Value));

    private static bool IsFile(string word) => Path.GetExtension(word) is ".csv" or ".txt" or ".mia" or ".md" or ".xml" or ".qde" or ".ini" or ".json" or ".docx" or ".xlsx";

    [GeneratedRegex("[åäöÅÄÖ]")]
    private static partial Regex SwedishLetters();

    [GeneratedRegex("\"[^\"]*\"|”[^”]*”")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"JsonDerivedType\(typeof\(\w+\), ""([a-zA-Z.]+)""\)")]
    private static partial Regex StoredName();

    [GeneratedRegex(@"\(""([a-z0-9]+)"", \d")]
    private static partial Regex Signature();

    [GeneratedRegex(@"Missing\(""([a-z]+)""")]
    private static partial Regex Gone();
}
