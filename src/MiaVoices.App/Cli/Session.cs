using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MiaVoices.App.Texts;
using MiaVoices.Core;
using MiaVoices.Core.Language;
using MiaVoices.Core.Workbench;
using MiaVoices.Storage;
using MiaVoices.Terminal;
using MiaVoices.Terminal.Lines;

namespace MiaVoices.App.Cli;

/// <summary>What a command has to work with: streams, language, clock, coder. One command at a time.</summary>
internal sealed class Session
{
    public Session(TextWriter output, TextWriter error, Surroundings around)
    {
        Out = output;
        Err = error;
        Around = around;
        Files = new Files(around.Folder);
        T = Wording.Load(around.Variable("MIA_LANG") is "en" ? "en" : "sv");
    }

    /// <summary>As the other, where nothing is read from standard input and no path is relative.</summary>
    public Session(TextWriter output, TextWriter error, Func<string, string?> environment, TerminalFacts terminal)
        : this(output, error, new Surroundings(environment, terminal))
    {
    }

    /// <summary>What the process, or who stands in its place, has.</summary>
    public Surroundings Around { get; }

    /// <summary>The files, from the folder in which the command was given.</summary>
    public Files Files { get; }

    /// <summary>Where results go.</summary>
    public TextWriter Out { get; }

    /// <summary>Where messages and progress go.</summary>
    public TextWriter Err { get; }

    public TerminalFacts Terminal => Around.Terminal;

    /// <summary>The texts in the chosen language.</summary>
    public Wording T { get; set; }

    /// <summary>Whether results are wanted as JSON.</summary>
    public bool Json { get; set; }

    /// <summary>No messages beyond errors.</summary>
    public bool Quiet { get; set; }

    public CancellationToken Cancellation { get; set; }

    /// <summary>The analyser; its word lists load when the first word is analysed.</summary>
    public SwedishAnalyser Analyser => field ??= new SwedishAnalyser(Dictionaries);

    /// <summary>The spelling dictionary that helps to split compounds, if there is one on this computer.</summary>
    private IReadOnlyList<ICompoundLexicon> Dictionaries => field ??= InstalledDictionary.Find(Around.Variable, Files.Whole) is { } found ? [found] : [];

    public TimeProvider Clock => field ??= Around.Variable("MIA_NOW") is { Length: > 0 } now
        ? new FixedClock(DateTimeOffset.TryParse(now, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at.ToUniversalTime()
            : throw new UsageException(Problem.Of("environment.now", now)))
        : TimeProvider.System;

    public string Coder => Around.Variable("MIA_CODER") is { Length: > 0 } coder ? coder : Environment.UserName;

    public string Version { get; } = typeof(Session).Assembly.GetName().Version?.ToString(3) ?? "0";

    private StoreContext Context => new(Analyser, Clock, Coder, Repeatable: Clock is FixedClock)
    {
        English = new EnglishAnalyser(),
        WithWords = words => new SwedishAnalyser([.. Dictionaries, words]),
    };

    public IProjectStore Open(string path)
    {
        var progress = new Lazy<ProgressLine>(() => Progress("progress.index"));
        try
        {
            return ProjectFile.Open(Files.Project(path), Context, new Rebuilding(progress), Cancellation);
        }
        finally
        {
            if (progress.IsValueCreated)
            {
                progress.Value.Dispose();
            }
        }
    }

    /// <summary>The same person and language for work in the background of the workbench, which says nothing and can be cancelled by itself.</summary>
    /// <param name="cancellation">Stops that work.</param>
    /// <param name="output">Gets what a command would have told, so that a screen can show it; null for no one.</param>
    public Session Behind(CancellationToken cancellation, TextWriter? output = null) => new(output ?? TextWriter.Null, TextWriter.Null, Around with { Terminal = TerminalFacts.None }) { T = T, Quiet = true, Cancellation = cancellation };

    public IProjectStore Create(string path, string name) => ProjectFile.Create(Files.Whole(path), name, Context);

    /// <summary>A line of progress on standard error; silent unless that is a terminal.</summary>
    public ProgressLine Progress(string key) =>
        new(Err, Terminal, TimeProvider.System, T[key], ProgressLine.ShowFor(Terminal, Quiet));

    /// <summary>Writes one JSON document to standard output.</summary>
    public void WriteJson(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = false }))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        Out.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
    }

    /// <summary>Writes one JSON document where that is asked for: what a command that has no other result did.</summary>
    public void Document(Action<Utf8JsonWriter> write)
    {
        if (Json)
        {
            WriteJson(write);
        }
    }

    /// <summary>English, for JSON, which is never localised.</summary>
    public Wording Neutral => field ??= T.Language == "en" ? T : Wording.Load("en");

    /// <summary>A message on standard error, unless the person asked for quiet.</summary>
    public void Say(string text)
    {
        if (!Quiet)
        {
            Err.WriteLine(text);
        }
    }

    private sealed class FixedClock(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }

    private sealed class Rebuilding(Lazy<ProgressLine> line) : IProgress<double>
    {
        public void Report(double value) => line.Value.Report(value);
    }
}
