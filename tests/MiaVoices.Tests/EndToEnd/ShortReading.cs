using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace MiaVoices.Tests.EndToEnd;

/// <summary>Reads one of the shorter reports on themes line by line and holds each number against the exported tables.</summary>
internal sealed partial class ShortReading(ExportedProject tables, ShownFigures figures, string audience, int quotes, int stories, IReadOnlySet<string> drafts)
{
    private readonly List<string> _quote = [];
    private string _title = "";
    private string _section = "";
    private string _theme = "";
    private string _part = "";
    private string[] _headers = [];
    private bool _isTable;
    private int _quotes;
    private int _unapproved;

    public void Read(string line)
    {
        if (line.StartsWith('>'))
        {
            Quoted(line.TrimStart('>', ' '));
        }
        else if (line.StartsWith('#'))
        {
            Heading(line);
        }
        else if (line.StartsWith("| ", StringComparison.Ordinal))
        {
            Row([.. line[2..^2].Split(" | ")]);
        }
        else
        {
            _isTable = false;
            Line(line);
        }
    }

    public void End()
    {
        Assert.Equal(0, _unapproved);
        Assert.True(_title.StartsWith("Dialogblad", StringComparison.Ordinal) || _title.StartsWith("Citatlista", StringComparison.Ordinal) || audience == "public" || _quotes > 0, _title);
    }

    private static int Numeral(Match match, int group) => ShownFigures.Number(match.Groups[group].Value);

    private string Path(string name) => tables.Codes.Select(tables.PathOf).Single(p => string.Equals(p.Split(" / ")[^1], name, StringComparison.OrdinalIgnoreCase));

    private void Heading(string line)
    {
        Assert.Equal(0, _unapproved);
        var text = line.TrimStart('#', ' ');
        var level = line.Length - line.TrimStart('#').Length;
        (_title, _section, _theme, _part) = level switch
        {
            1 => (text, "", "", ""),
            2 => (_title, text, "", ""),
            3 => (_title, _section, text, ""),
            _ => (_title, _section, _theme, text),
        };
        if (level == 1 && text.StartsWith("Dialogblad: ", StringComparison.Ordinal))
        {
            _theme = text["Dialogblad: ".Length..];
        }

        Assert.True(!text.Any(char.IsAsciiDigit) || Regex.IsMatch(text, "^Röst [0-9]+$"), text);
    }

    /// <summary>The words stand where the reference says, or at least in what somebody with a voice says.</summary>
    private void Quoted(string line)
    {
        if (!line.StartsWith("— ", StringComparison.Ordinal))
        {
            _quote.Add(line);
            return;
        }

        var words = string.Join(' ', _quote).Trim();
        _quote.Clear();
        _quotes++;
        _unapproved -= drafts.Contains(line.Split(" · ")[^1]) && _unapproved > 0 ? 1 : 0;
        Assert.Contains(Places(line), s => Holds(s, words));
        Assert.True(audience != "public" || !line.Any(char.IsAsciiDigit), line);
    }

    private IEnumerable<ExportedProject.Segment> Places(string reference)
    {
        var voices = tables.Sources.Where(s => s.Kind != "notes");
        if (Place().Match(reference) is not { Success: true } place)
        {
            return voices.SelectMany(s => s.Segments).Where(s => s.Role == "respondent");
        }

        var label = tables.Sources.Where(s => reference.Contains(s.Label + ",", StringComparison.Ordinal)).MaxBy(s => s.Label.Length)!;
        var segment = label.Segments.Single(s => s.Ordinal == Numeral(place, 1));
        Assert.Equal("respondent", segment.Role);
        if (Time().Match(reference) is { Success: true } time)
        {
            Assert.Equal(Clock(segment.Timecode!.Value), time.Value);
        }

        figures.Whole(place.Groups[1].Value, segment.Ordinal);
        return [segment];
    }

    private static bool Holds(ExportedProject.Segment segment, string words) =>
        words.Split("[…]", StringSplitOptions.TrimEntries).All(part => Folded(segment.Text).Contains(Folded(part), StringComparison.Ordinal));

    private void Row(string[] cells)
    {
        if (cells.All(c => c.Trim(':').All(x => x == '-')))
        {
            return;
        }

        if (!_isTable)
        {
            (_headers, _isTable) = (cells, true);
            foreach (var header in cells.Where(h => h.Contains("n = ", StringComparison.Ordinal)))
            {
                figures.Whole(header[(header.IndexOf("= ", StringComparison.Ordinal) + 2)..^1], tables.Persons.Count);
            }

            return;
        }

        switch (_headers[0])
        {
            case "Enhet":
                var units = cells[0].Split([", ", " och "], StringSplitOptions.None).Select(u => u == "uppgift saknas" ? "" : u).ToHashSet();
                figures.Whole(cells[1], tables.Persons.Count(p => units.Contains(tables.UnitOf(p))));
                Assert.True(audience == "internal" || ShownFigures.Number(cells[1]) >= 5, cells[0]);
                break;
            case "Område":
                var (well, less) = (tables.Said(Path(cells[0]), "well"), tables.Said(Path(cells[0]), "less"));
                figures.Persons(cells[1], well.Count);
                figures.Persons(cells[2], less.Count);
                figures.Persons(cells[3], well.Intersect(less).Count());
                break;
            case "Tema":
                figures.Cell(cells[1], tables.PersonsOf(Path(cells[0]), null), tables.Persons.Count);
                Assert.Equal(cells[1] == ".." ? "" : Word(tables.PersonsOf(Path(cells[0]), null), tables.Persons.Count), cells[2]);
                break;
            case "Citat-id" or "Grupp":
                Listed(_headers.Zip(cells).ToDictionary(c => c.First, c => c.Second));
                break;
            default:
                Assert.Fail($"a table that is not known: {_headers[0]}");
                break;
        }
    }

    private void Listed(Dictionary<string, string> row)
    {
        _quotes++;
        var codings = tables.Codings.Where(c => c.Path == row["Kod"]).ToList();
        Assert.NotEmpty(codings);
        if (audience == "public")
        {
            Assert.Contains(codings, c => c.Source.Segments.Any(s => s.Start < c.End && s.End > c.Start && Holds(s, row["Citat"])));
            return;
        }

        var segment = tables.Sources.Single(s => s.Label == row["Källa"]).Segments.Single(s => s.Ordinal == ShownFigures.Number(row["Stycke"]));
        figures.Text(row["Stycke"], $"{segment.Ordinal}");
        Assert.StartsWith($"{row["Källa"]}:{segment.Ordinal}", row["Citat-id"], StringComparison.Ordinal);
        Assert.Equal(segment.Timecode is { } seconds ? Clock(seconds) : "", row.GetValueOrDefault("Tidskod", ""));
        Assert.Equal(tables.GroupOf(segment.Respondent), row["Grupp"]);
        Assert.True(Holds(segment, row["Citat"]), row["Citat"]);
        Assert.Contains(codings, c => c.Source.Label == row["Källa"] && c.Start < segment.End && c.End > segment.Start);
    }

    private void Line(string line)
    {
        var left = Dates().Replace(line, "");
        left = Take(Front(), left, m =>
        {
            figures.Whole(m.Groups[1].Value, tables.Sources.Count);
            figures.Whole(m.Groups[2].Value, tables.Persons.Count);
        });
        left = Take(Reviewed(), left, m =>
        {
            var all = tables.AllMaterial();
            figures.Whole(m.Groups[1].Value, all.Reviewed);
            figures.Whole(m.Groups[2].Value, all.Segments);
        });
        left = Take(Everyone(), left, m => figures.Whole(m.Groups[1].Value + m.Groups[2].Value + m.Groups[3].Value, tables.Persons.Count));
        left = Take(Raised(), left, m =>
        {
            var k = tables.PersonsOf(Path(_theme), null);
            figures.Of(m.Groups[1].Value, k, tables.Persons.Count);
            Assert.True(m.Groups[2].Value.Length == 0 || m.Groups[2].Value == Word(k, tables.Persons.Count), line);
        });
        left = Take(Said(), left, m =>
        {
            var said = tables.Said(Path(_theme), _part switch { "Det här fungerar bra" => "well", "Det här fungerar mindre bra" => "less", _ => "proposal" }).Count;
            figures.Of(m.Groups[2].Value, said, tables.Persons.Count);
            Assert.Equal(Word(said, tables.Persons.Count), m.Groups[1].Value.ToLowerInvariant());
        });
        left = Take(Most(), left, m => figures.Of(m.Groups[2].Value, tables.PersonsOf(Path(m.Groups[1].Value), null), tables.Persons.Count, percent: false));
        left = Take(List(), left, m => figures.Whole(m.Groups[1].Value, quotes));
        left = Take(Tellers(), left, m => figures.Whole(m.Groups[1].Value, stories));
        left = Take(Unapproved(), left, m => _unapproved = Numeral(m, 1));
        left = Rules().Replace(left, "");
        Assert.False(left.Any(char.IsAsciiDigit), $"{_section} {_theme} {_part}: {line}");
        Assert.True(!line.StartsWith("Inget uttalande i området", StringComparison.Ordinal) || tables.Said(Path(_theme), _part switch { "Det här fungerar bra" => "well", "Det här fungerar mindre bra" => "less", _ => "proposal" }).Count == 0);
    }

    private static string Take(Regex pattern, string line, Action<Match> check) => pattern.Replace(line, m =>
    {
        check(m);
        return "";
    });

    /// <summary>The word that the method appendix promises for k of n.</summary>
    private static string Word(int k, int n) => k switch
    {
        0 => "",
        <= 2 => "någon",
        _ when k == n => "samtliga",
        _ when k * 100 >= 90 * n => "nästan alla",
        _ when k * 100 >= 50 * n => "de flesta",
        _ when k * 100 >= 30 * n => "flera",
        _ => "några",
    };

    private static string Clock(double seconds) => TimeSpan.FromSeconds(Math.Floor(seconds)).ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture);

    private static string Folded(string text) => Space().Replace(text.Replace('\u00A0', ' '), " ").Trim();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d")]
    private static partial Regex Dates();

    [GeneratedRegex(@"Den bygger på (\d[\d ]*) käll\p{L}+ och på vad (\d[\d ]*) person")]
    private static partial Regex Front();

    [GeneratedRegex(@"(\d[\d ]*) av (\d[\d ]*) stycken är genomlästa")]
    private static partial Regex Reviewed();

    [GeneratedRegex(@"(\d[\d ]*) personer har intervjuats|hur många av (\d[\d ]*) personer|varje huvudtema, av (\d[\d ]*)\.")]
    private static partial Regex Everyone();

    [GeneratedRegex(@"^(\d[\d ]* av \d[\d ]*(?: \(\d+ %\))?) har tagit upp temat(?:, (\p{L}[\p{L} ]*) av dem)?")]
    private static partial Regex Raised();

    [GeneratedRegex(@"^(\p{L}[\p{L} ]*), (\d[\d ]* av \d[\d ]*(?: \(\d+ %\))?), har sagt")]
    private static partial Regex Said();

    [GeneratedRegex(@"^- (\p{L}[\p{L} ]*) \((\d[\d ]* av \d[\d ]*) personer\)")]
    private static partial Regex Most();

    [GeneratedRegex(@"Tabellen visar (\d+) citat")]
    private static partial Regex List();

    [GeneratedRegex(@"Här berättar (\d+) person")]
    private static partial Regex Tellers();

    [GeneratedRegex(@"MiaVoices [\d.]+|Antal under 5 visas inte|färre än 5 personer redovisas")]
    private static partial Regex Rules();

    [GeneratedRegex(@"(\d+) av dem är inte godkända än")]
    private static partial Regex Unapproved();

    [GeneratedRegex(@"stycke (\d+)")]
    private static partial Regex Place();

    [GeneratedRegex(@"\d\d:\d\d:\d\d")]
    private static partial Regex Time();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
