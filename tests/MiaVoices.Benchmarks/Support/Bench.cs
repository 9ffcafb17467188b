using MiaVoices.Benchmarks.Data;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Formats;
using MiaVoices.Storage;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Benchmarks.Support;

/// <summary>What benchmarks share: a folder that goes away, the answers, and a large project that is made once.</summary>
internal sealed class Bench : IDisposable
{
    private readonly string _folder;
    private readonly Lazy<IReadOnlyList<string>> _answers;
    private readonly Lazy<string> _large;
    private readonly Lazy<string> _coded;
    private readonly Lazy<string> _small;

    public Bench(BenchOptions options)
    {
        Options = options;
        _folder = options.Folder is { } kept ? Directory.CreateDirectory(kept).FullName : Directory.CreateTempSubdirectory("mia-bench-").FullName;
        _answers = new(() => options.Text is { } file ? RealText.Read(file, options.Rows) : new AnswerWriter(1).Answers(options.Rows));
        _large = new(() => Kept("stort.mia", path => MakeImported(path, Answers)));
        _small = new(() => Kept("litet.mia", path => MakeImported(path, new AnswerWriter(2).Answers(200))));
        _coded = new(() => Kept("kodat.mia", MakeCoded));
    }

    public BenchOptions Options { get; }

    public ITextAnalyser Analyser { get; } = new SwedishAnalyser();

    public IReadOnlyList<string> Answers => _answers.Value;

    /// <summary>Path of a project with all answers and no codes.</summary>
    public string Large => _large.Value;

    /// <summary>Path of a project with all answers and 20,000 codings of 25 codes.</summary>
    public string Coded => _coded.Value;

    /// <summary>Path of a project of 200 answers.</summary>
    public string Small => _small.Value;

    /// <summary>Texts of segments, streamed: from the file that was given, else invented.</summary>
    public IEnumerable<string> Texts(int most) => Options.Text is { } file ? RealText.Stream(file).Take(most) : new AnswerWriter(1).Answers(most);

    public string Place(string name) => Path.Combine(_folder, name);

    /// <summary>What the index takes of a project's file.</summary>
    public static long IndexBytes(string path)
    {
        using var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ToString());
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = "SELECT (SELECT sum(length(block)) FROM segment_index_data) + (SELECT sum(length(sz)) FROM segment_index_docsize)";
        return (long)command.ExecuteScalar()!;
    }

    public string Fresh(string name)
    {
        var path = Place(name);
        File.Delete(path);
        return path;
    }

    public ProjectFile Create(string path) => ProjectFile.Create(path, Path.GetFileNameWithoutExtension(path), Context);

    public ProjectFile Open(string path) => ProjectFile.Open(path, Context);

    /// <summary>Imports a survey as the program does.</summary>
    public static void Import(ProjectFile store, string file, ReadOnlyMemory<byte> content)
    {
        var options = new ReadOptions { Profiles = [SurveyCsv.Profile] };
        var report = Importing.Run(store, [new ImportFile(file, () => content)], Readers.Recognise, options, dryRun: false);
        if (report.Imported.Count != 1)
        {
            throw new InvalidOperationException(report.Refused[0].Key);
        }
    }

    /// <summary>Adds codes in one step.</summary>
    public static IReadOnlyList<Code> AddCodes(ProjectFile store, int count)
    {
        var ids = store.NewIds();
        var words = WordList.Heads;
        List<Code> codes = [.. Enumerable.Range(0, count).Select(i => new Code
        {
            Id = ids.Next(),
            Name = $"{words[i % words.Count]} {i + 1}",
            Position = i,
            Definition = $"Det som sägs om {words[i % words.Count]}",
            Keywords = [words[i % words.Count]],
        })];
        store.Apply(new Batch("codebook.import", [.. codes.Select(c => new AddCode(c))]));
        return codes;
    }

    public static Coding Whole(ProjectFile store, IReadOnlyList<Code> codes, Segment segment, int code, Guid id) => new()
    {
        Id = id,
        Source = segment.SourceId,
        Start = segment.Start,
        End = segment.End,
        Quote = segment.Text,
        Code = codes[code].Id,
        Coder = store.Coder,
        Origin = CodingOrigin.Manual,
        Created = store.Now,
    };

    public void Dispose()
    {
        if (Options.Folder is null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private StoreContext Context => new(Analyser, TimeProvider.System, "matning") { English = new EnglishAnalyser(), WithWords = words => new SwedishAnalyser(words) };

    private string Kept(string name, Action<string> make)
    {
        var path = Path.Combine(_folder, name);
        if (!File.Exists(path))
        {
            make(path);
        }

        return path;
    }

    private void MakeImported(string path, IReadOnlyList<string> answers)
    {
        using var store = Create(path);
        Import(store, "enkät.csv", SurveyCsv.Of(answers));
    }

    private void MakeCoded(string path)
    {
        File.Copy(Large, path);
        using var store = Open(path);
        var codes = AddCodes(store, 25);
        var ids = store.NewIds();
        // Every n-th answer, codes with unequal shares as in life.
        var step = Math.Max(1, Options.Rows / 20_000);
        var segments = store.Segments(SegmentScope.All).ToList();
        var changes = Enumerable.Range(0, Math.Min(20_000, segments.Count)).Select(i =>
        {
            var segment = segments[i * step];
            var coding = Whole(store, codes, segment, i % 3 == 0 ? 0 : i % 7 == 0 ? 1 : i % codes.Count, ids.Next());
            // One in twenty reaches over several segments.
            return new AddCoding(i % 20 == 0 ? Over(coding, segments.Skip(i * step).Take(3)) : coding);
        });
        store.Apply(new Batch("codings.import", [.. changes]));
    }

    private static Coding Over(Coding coding, IEnumerable<Segment> segments)
    {
        var quote = string.Join('\n', segments.Select(s => s.Text));
        return coding with { End = coding.Start + quote.Length, Quote = quote };
    }
}
