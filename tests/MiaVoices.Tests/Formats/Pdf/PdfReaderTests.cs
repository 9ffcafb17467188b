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
        Assert.Equal("pdf.slow", Key(Program("sleep 30", seconds: 0.5)));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 15);
    }

    [UnixFact]
    public void The_program_gets_a_copy_under_another_name_which_goes_away()
    {
        Program($"echo \"$@\" > '{folder.File("arguments")}'; echo 'I: Hej?'; echo 'IP: Hå.'").Read(File, new ReadOptions(), default);
        var copy = System.IO.File.ReadAllText(folder.File("arguments")).Split(' ').Single(a => a.EndsWith(".pdf", StringComparison.Ordinal));
        Assert.DoesNotContain("hemlig", copy, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(copy));
    }
}
