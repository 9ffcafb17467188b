using System.Diagnostics;
using System.Text;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Pdf;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Formats.Pdf;

/// <summary>What is done with the text of a PDF: a script takes the place of the program.</summary>
public sealed class PdfReaderTests : IDisposable
{
    private static readonly SourceFile File = new("hemlig.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n"));

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    private PdfReader Program(string script, double seconds = 20)
    {
        var path = folder.File("pdftotext");
        System.IO.File.WriteAllText(path, "#!/bin/bash\n" + script);
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return PdfReader.Using([Path.GetDirectoryName(path)!], TimeSpan.FromSeconds(seconds));
    }

    private SourceDraft Read(string text)
    {
        System.IO.File.WriteAllText(folder.File("out.txt"), text);
        return Program($"cat '{folder.File("out.txt")}'").Read(File, new ReadOptions(), default).Single();
    }

    private static string Key(PdfReader reader) => Assert.Throws<RefusedException>(() => reader.Read(File, new ReadOptions(), default)).Problem.Key;

    [Fact]
    public void Without_the_program_the_refusal_says_so() => Assert.Equal("pdf.noprogram", Key(PdfReader.Using([folder.File("finns-inte")], TimeSpan.FromSeconds(1))));

    [UnixFact]
    public void Lines_that_the_page_broke_become_paragraphs_again()
    {
        var draft = Read("""
            Intervju 7
            I: Hur blev det med den långa flytten till det nya huset
            som ni pratade om?
            IP: Bra.
            I: Jaha?
            IP: Ja, det var en lång historia som började redan när vi
            hade bestämt oss.

            Så var det.
            """);
        Assert.Equal(["Hur blev det med den långa flytten till det nya huset som ni pratade om?", "Bra.", "Jaha?", "Ja, det var en lång historia som började redan när vi hade bestämt oss.\nSå var det."],
            draft.Segments.Select(s => s.Text));
    }

    [UnixFact]
    public void Page_numbers_running_heads_and_numbers_in_the_margin_go_and_a_sentence_goes_on_over_the_page()
    {
        static string Page(int n, string text) => $"   Intervju D07\n\n{text}\n\n                Sida {n}\n\f";
        var draft = Read(Page(1, " 1   I: Hur gick det med allt det som var planerat i våras?\n 2   IP: Det gick så där eftersom det inte fanns någon tid för") + Page(2, "     oss att ses.\n 3   I: Jaha?") + Page(3, " 4   IP: Ja."));
        Assert.Equal(["Hur gick det med allt det som var planerat i våras?", "Det gick så där eftersom det inte fanns någon tid för oss att ses.", "Jaha?", "Ja."], draft.Segments.Select(s => s.Text));
        Assert.Equal([10], draft.Notices.Single(n => n.Problem.Key == "pdf.margins").Problem.Facts);
    }

    [UnixFact]
    public void A_program_that_fails_hangs_or_finds_nothing_is_told_apart()
    {
        Assert.Equal("pdf.unreadable", Key(Program("echo IP: hemligt; exit 1")));
        Assert.Equal("pdf.notext", Key(Program("printf '\\f\\f'")));
        var watch = Stopwatch.StartNew();
        Assert.Equal("pdf.slow", Key(Program("sleep 120", seconds: 0.5)));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 100);
    }

    [UnixFact]
    public void The_program_gets_the_bytes_on_its_input_and_no_name_of_a_file()
    {
        var bytes = new byte[3_000_000];
        new Random(1).NextBytes(bytes);
        "%PDF-1.7"u8.CopyTo(bytes);
        Program($"echo \"$@\" > '{folder.File("arguments")}'; head -c 200000 /dev/zero | tr '\\0' ' '; cat > '{folder.File("input")}'; echo; echo 'I: Hej?'; echo 'IP: Hå.'")
            .Read(new SourceFile("hemlig.pdf", bytes), new ReadOptions(), default);
        Assert.Equal("-layout -enc UTF-8 -eol unix - -", System.IO.File.ReadAllText(folder.File("arguments")).Trim());
        Assert.Equal(bytes, System.IO.File.ReadAllBytes(folder.File("input")));
    }

    [UnixFact]
    public void A_program_that_does_not_read_its_input_is_judged_by_what_it_says()
    {
        var large = new SourceFile("a.pdf", (byte[])[.. "%PDF-1.7\n"u8, .. new byte[5_000_000]]);
        Assert.Equal(2, Program("exec 0<&-; echo 'I: Hej?'; echo 'IP: Hå.'").Read(large, new ReadOptions(), default).Single().Segments.Count);
        Assert.Equal("pdf.unreadable", Assert.Throws<RefusedException>(() => Program("exit 1").Read(large, new ReadOptions(), default)).Problem.Key);
        Assert.Equal("pdf.slow", Assert.Throws<RefusedException>(() => Program("sleep 30", seconds: 0.5).Read(large, new ReadOptions(), default)).Problem.Key);
        using var cancelled = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));
        Assert.ThrowsAny<OperationCanceledException>(() => Program("sleep 30").Read(large, new ReadOptions(), cancelled.Token));
    }
}
