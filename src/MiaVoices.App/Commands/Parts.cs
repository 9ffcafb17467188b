using System.CommandLine;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Commands;

/// <summary>Arguments and options that several verbs share.</summary>
internal static class Parts
{
    public static Argument<string> Project(Session s) => new(s.T["arg.projectName"]) { Description = s.T["arg.project"] };

    public static Argument<string> File(Session s) => new(s.T["arg.fileName"]) { Description = s.T["arg.file"] };

    public static Option<string?> Text(Session s, string name, string key, string? value = null) => new(name) { Description = s.T[key], HelpName = value };

    public static Option<string[]> Many(Session s, string name, string key, string? value = null) => new(name) { Description = s.T[key], HelpName = value, AllowMultipleArgumentsPerToken = false };

    public static Option<int> Limit(Session s, int usual) => Natural(new Option<int>("--limit") { Description = s.T["opt.limit", usual], HelpName = "N", DefaultValueFactory = _ => usual });

    /// <summary>A number that cannot be below 0.</summary>
    public static Option<T> Natural<T>(Option<T> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && number < 0)
            {
                result.AddError("< 0");
            }
        });
        return option;
    }

    public static Option<string?> AudienceOption(Session s)
    {
        var option = new Option<string?>("--audience") { Description = s.T["opt.audience"], HelpName = "internal|steering|public" };
        option.AcceptOnlyFromAmong("internal", "steering", "public");
        return option;
    }

    public static Audience Audience(string? word) => word switch
    {
        "internal" => Core.Reports.Audience.Internal,
        "public" => Core.Reports.Audience.Public,
        _ => Core.Reports.Audience.Steering,
    };

    /// <summary>What is hidden from a reader: nothing, or what the project says (null).</summary>
    public static int? Threshold(Audience audience) => audience == Core.Reports.Audience.Internal ? 0 : null;

    /// <summary>Refuses a selection that fits nobody, since a misspelt name would look like a result of none.</summary>
    public static void RequireSomebody(IEnumerable<string>? where, int persons)
    {
        if (persons == 0 && where?.Any() == true)
        {
            throw new RefusedException(Problem.Of("report.noSelection"));
        }
    }

    /// <summary>Refuses the name of an attribute that nobody has, and tells which there are.</summary>
    public static void Attribute(IProjectStore store, string name)
    {
        var names = store.CountedCases().SelectMany(c => c.Attributes.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (!names.Contains(name, StringComparer.Ordinal))
        {
            throw new UsageException(Problem.Of("search.attribute.unknown", name, names.Count == 0 ? "–" : string.Join(", ", names)));
        }
    }

    /// <summary>NAME=VALUE pairs as a person gave them.</summary>
    public static IReadOnlyList<(string Name, string Value)> Pairs(IEnumerable<string>? texts, string option) =>
    [
        .. (texts ?? []).Select(t => t.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
            ? (t[..at].Trim().ToLowerInvariant(), Core.Sources.StoredText.Normalise(t[(at + 1)..].Trim()))
            : throw new UsageException(Problem.Of("usage.pair", option, t))),
    ];
}
