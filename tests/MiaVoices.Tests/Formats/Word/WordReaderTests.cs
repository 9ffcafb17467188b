using MiaVoices.Core.Sources;
using MiaVoices.Formats;
using Xunit;

namespace MiaVoices.Tests.Formats.Word;

public class WordReaderTests
{
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private static SourceDraft Read(SourceFile file) => Readers.Read(file, new ReadOptions()).Single();

    [Fact]
    public void Soft_hyphens_go_and_no_break_hyphens_stay_as_hyphens()
    {
        var draft = Read(Build.DocxBody("d.docx", "<w:p><w:r><w:t>IP: sam\u00ADverkan e\u2011post</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>brev</w:t></w:r></w:p>"));
        Assert.Equal("samverkan e-post-brev", draft.Segments.Single().Text);
    }

    [Fact]
    public void Comments_footnotes_and_headers_are_not_speech_but_comments_and_footnotes_are_told()
    {
        var draft = Read(Build.Docx("d.docx", "I: Hur?\nIP: Så.",
            ("word/comments.xml", $"<w:comments {W}><w:comment w:id=\"1\">{Build.Paragraph("Kod A")}</w:comment></w:comments>"),
            ("word/footnotes.xml", $"<w:footnotes {W}><w:footnote w:type=\"separator\" w:id=\"0\"/><w:footnote w:id=\"1\">{Build.Paragraph("Not")}</w:footnote></w:footnotes>"),
            ("word/header1.xml", $"<w:hdr {W}>{Build.Paragraph("Huvud")}</w:hdr>")));
        Assert.Equal(["Hur?", "Så."], draft.Segments.Select(s => s.Text));
        Assert.Equal([("docx.comments", false), ("docx.footnotes", false)], draft.Notices.Select(n => (n.Problem.Key, n.LeftOut)));
    }

    [Fact]
    public void A_text_box_is_left_out_and_told_once()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>I rutan</w:t></w:r></w:p></w:txbxContent>";
        var draft = Read(Build.DocxBody("d.docx", Build.Paragraph("I: Hur?") + "<w:p><w:r><w:t>IP: Så.</w:t></w:r><w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice>" + Box
            + "</mc:Choice><mc:Fallback>" + Box + "</mc:Fallback></mc:AlternateContent></w:r></w:p>"));
        Assert.Equal(["Hur?", "Så."], draft.Segments.Select(s => s.Text));
        Assert.Equal([1], draft.Notices.Single(n => n.LeftOut && n.Problem.Key == "docx.textboxes").Problem.Facts);
    }

    [Fact]
    public void Content_controls_are_read_through()
    {
        var draft = Read(Build.DocxBody("d.docx", "<w:sdt><w:sdtContent>" + Build.Paragraph("I: Hur?") + "<w:p><w:sdt><w:sdtContent><w:r><w:t>IP: Så.</w:t></w:r></w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>"));
        Assert.Equal(["I", "IP"], draft.Segments.Select(s => s.Speaker));
    }

    [Fact]
    public void A_malformed_link_does_not_stop_the_document()
    {
        var draft = Read(Build.Docx("d.docx", "I: Hur?\nIP: Så.",
            ("word/_rels/document.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"hyperlink\" Target=\"mailto:a@b@c d\" TargetMode=\"External\"/></Relationships>")));
        Assert.Equal(2, draft.Segments.Count);
    }

    [Fact]
    public void A_time_column_in_a_table_gives_the_time()
    {
        var draft = Read(Build.Docx("d.docx", "| 00:00:02 | Moa | Vart for du då? |\n| 00:00:05 | Siv | Till kusten och sedan vidare ut. |\n| 00:00:09 | Moa | Jaha? |"));
        Assert.Equal([2d, 5d, 9d], draft.Segments.Select(s => s.Timecode!.Value));
        Assert.Equal(["Moa", "Siv", "Moa"], draft.Segments.Select(s => s.Speaker));
    }
}
