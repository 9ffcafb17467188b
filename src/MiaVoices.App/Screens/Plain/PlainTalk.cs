using System.Globalization;
using MiaVoices.App.Texts;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens.Plain;

/// <summary>What was chosen of a list.</summary>
/// <param name="Item">The one chosen, where something new was not asked for.</param>
/// <param name="New">The name of something new; null for one of the list.</param>
internal sealed record PlainChoice<T>(T Item, string? New);

/// <summary>
/// A conversation by lines: every question a line, every answer lines, nothing redrawn and nothing told by colour or place. An empty
/// line leaves a question; so does the end of the input.
/// </summary>
internal sealed class PlainTalk(Func<string?> read, TextWriter output, Func<Wording> texts)
{
    private const int MostShown = 20;

    // Longer lists are read out only when they are asked for.
    private const int MostUnasked = 9;

    /// <summary>The texts of the moment.</summary>
    public Wording T => texts();

    /// <summary>Whether there is nobody left to ask.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Tells something; what comes from files commands no terminal.</summary>
    public void Say(string text)
    {
        foreach (var line in Glyphs.Safe(text).Replace('\t', ' ').Split('\n'))
        {
            output.WriteLine(line);
        }
    }

    /// <summary>A line of input, trimmed; null at the end.</summary>
    public string? Listen()
    {
        output.Flush();
        if (HasEnded || read() is not { } line)
        {
            HasEnded = true;
            return null;
        }

        return line.Trim();
    }

    /// <summary>Asks for a line.</summary>
    /// <returns>Null where nothing was written.</returns>
    public string? Ask(string question)
    {
        Say(question);
        return Listen() is { Length: > 0 } answer ? answer : null;
    }

    /// <summary>Asks for a line, where nothing written means something.</summary>
    /// <returns>Null at the end of the input.</returns>
    public string? Ask(string question, string usual)
    {
        Say(T["plain.usual", question, usual]);
        return Listen() is not { } answer ? null : answer.Length > 0 ? answer : usual;
    }

    /// <summary>Asks for a text of several lines, which a line with a full stop alone ends.</summary>
    /// <returns>Null where the input ended before: what is half written is not kept.</returns>
    public string? AskText(string question)
    {
        Say(question);
        Say(T["plain.severalLines"]);
        var lines = new List<string>();
        while (Listen() is { } line)
        {
            if (line == ".")
            {
                return string.Join('\n', lines).Trim();
            }

            lines.Add(line);
        }

        return null;
    }

    /// <summary>Asks whether to do something. Only a yes is one.</summary>
    public bool Confirm(string question)
    {
        var answer = Ask($"{question} {T["plain.yesNo"]}");
        return answer is not null && T["plain.yesWord"].StartsWith(answer, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Has one of some things chosen, by its number or by parts of its name.</summary>
    /// <param name="title">The question.</param>
    /// <param name="items">The things.</param>
    /// <param name="name">Their names.</param>
    /// <param name="typed">What was written already; empty for nothing.</param>
    /// <param name="newRow">Asks whether to make something new of what was written; null where nothing can be made.</param>
    /// <returns>Null where nothing was chosen.</returns>
    public PlainChoice<TItem>? Choose<TItem>(string title, IReadOnlyList<TItem> items, Func<TItem, string> name, string typed = "", Func<string, string>? newRow = null)
    {
        var shown = items;
        var isListed = false;
        var question = title.Length > 0 && char.IsLetterOrDigit(title[^1]) ? title + "." : title;
        while (true)
        {
            if (isListed && int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                if (number >= 1 && number <= Math.Min(MostShown, shown.Count))
                {
                    return new PlainChoice<TItem>(shown[number - 1], null);
                }

                Say(T["plain.noNumber", number]);
            }
            else if (typed.Length > 0 && typed != "?")
            {
                var found = Found(items, name, typed);
                if (found.Count == 1)
                {
                    return new PlainChoice<TItem>(found[0], null);
                }

                if (found.Count > 0)
                {
                    shown = found;
                }
                else if (newRow is not null && Confirm(newRow(typed)))
                {
                    return new PlainChoice<TItem>(items.Count > 0 ? items[0] : default!, typed);
                }
                else if (newRow is null)
                {
                    Say(T["plain.noSuch", typed]);
                }
                else
                {
                    return null;
                }
            }

            var asksFirst = !isListed && shown.Count > MostUnasked && typed != "?";
            if (!asksFirst)
            {
                List(shown.Take(MostShown).Select(name));
                isListed = true;
                if (shown.Count > MostShown)
                {
                    Say(T["plain.more", shown.Count - MostShown]);
                }
            }

            if (Ask(T[asksFirst ? "plain.chooseLong" : "plain.choose", question]) is not { } answer)
            {
                return null;
            }

            typed = answer;
        }
    }

    /// <summary>Lists names with numbers from 1.</summary>
    public void List(IEnumerable<string> names)
    {
        var number = 0;
        foreach (var name in names)
        {
            Say(string.Create(CultureInfo.InvariantCulture, $"{++number}. {Glyphs.OneLine(name)}"));
        }
    }

    /// <summary>Those that what was typed means: the one that is called so, else those that answer to it, best first.</summary>
    private static List<TItem> Found<TItem>(IReadOnlyList<TItem> items, Func<TItem, string> name, string typed)
    {
        var same = items.Where(i => string.Equals(name(i), typed, StringComparison.OrdinalIgnoreCase)).ToList();
        return same.Count == 1 ? same : [.. items.Select(i => (Item: i, Match: FuzzyMatch.Of(typed, name(i)))).Where(i => i.Match is not null).OrderByDescending(i => i.Match!.Score).Select(i => i.Item)];
    }
}
