using System.CommandLine;
using MiaVoices.App.Cli;
using MiaVoices.Core.Search;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Commands;

/// <summary>The options that narrow a search, which several verbs share.</summary>
internal sealed class SearchFilters
{
    private readonly Option<string?> _group;
    private readonly Option<string?> _source;
    private readonly Option<string?>? _code;
    private readonly Option<bool> _answers;

    /// <param name="s">The session.</param>
    /// <param name="withCode">False where <c>--code</c> means something else.</param>
    public SearchFilters(Session s, bool withCode = true)
    {
        _group = Parts.Text(s, "--group", "opt.group", s.T["word.group"]);
        _source = Parts.Text(s, "--source", "opt.source", s.T["word.source"]);
        _code = withCode ? Parts.Text(s, "--code", "opt.code", s.T["word.code"]) : null;
        _answers = new Option<bool>("--answers-only") { Description = s.T["opt.answersOnly"] };
    }

    public void AddTo(Command command)
    {
        command.Add(_group);
        if (_code is not null)
        {
            command.Add(_code);
        }

        command.Add(_source);
        command.Add(_answers);
    }

    public string? Group(ParseResult parsed) => parsed.GetValue(_group);

    public string? Source(ParseResult parsed) => parsed.GetValue(_source);

    public string? Code(ParseResult parsed) => _code is null ? null : parsed.GetValue(_code);

    public bool AnswersOnly(ParseResult parsed) => parsed.GetValue(_answers);

    public IReadOnlyList<QueryNode> Nodes(ParseResult parsed) => Searching.Conditions(Group(parsed), Code(parsed), Source(parsed));

    /// <summary>Query and options as a person would type them after <c>mia search PROJECT</c>.</summary>
    public string Typed(ParseResult parsed, string query) => Typed(query, Group(parsed), Code(parsed), Source(parsed), AnswersOnly(parsed));

    /// <inheritdoc cref="Typed(ParseResult, string)"/>
    public static string Typed(string query, string? group, string? code, string? source, bool answersOnly)
    {
        string[] options =
        [
            .. Option("--group", group), .. Option("--code", code), .. Option("--source", source), .. answersOnly ? ["--answers-only"] : Array.Empty<string>(),
        ];
        return string.Join(' ', options.Prepend(query));
    }

    private static IEnumerable<string> Option(string name, string? value) => value is { Length: > 0 } ? [name, Shell.Quoted(value)] : [];
}
