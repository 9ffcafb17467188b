using System.CommandLine;
using MiaVoices.App.Cli;

namespace MiaVoices.App.Commands;

/// <summary>Every verb, in the order of help.</summary>
internal static class All
{
    public static IEnumerable<Command> Commands(Session s) =>
    [
        DemoCommand.Create(s),
        NewCommand.Create(s),
        OpenCommand.Create(s),
        ProjectCommand.Create(s),
        ImportCommand.Create(s),
        SourcesCommand.Create(s),
        SegmentsCommand.Create(s),
        SearchCommand.Create(s),
        LikeCommand.Create(s),
        SearchesCommand.Create(s),
        AutocodeCommand.Create(s),
        CodebookCommand.Create(s),
        CodingsCommand.Create(s),
        CasesCommand.Create(s),
        ForgetCommand.Create(s),
        MemoCommand.Create(s),
        SuggestCommand.Create(s),
        EvaluateCommand.Create(s),
        AgreementCommand.Create(s),
        SummariseCommand.Create(s),
        MatrixCommand.Create(s),
        QuotesCommand.Create(s),
        PassagesCommand.Create(s),
        SurveyCommand.Create(s),
        ReportCommand.Create(s),
        ExportCommand.Create(s),
        AnalyzeCommand.Create(s),
        CheckFiguresCommand.Create(s),
        LogCommand.Create(s),
        UndoCommand.Create(s, redo: false),
        UndoCommand.Create(s, redo: true),
        CheckCommand.Create(s),
        BackupCommand.Create(s),
        RestoreCommand.Create(s),
        HelpCommand.Create(s),
        CompletionCommand.Create(s),
        CompletionCommand.Answer(s),
    ];
}
