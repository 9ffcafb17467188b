using System.Text;
using MiaVoices.Core.Sources;
using MiaVoices.Formats;
using Xunit;

namespace MiaVoices.Tests.Formats;

/// <summary>Comments in the margin of Word, OpenDocument and RTF documents.</summary>
public class CommentTests
{
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private static readonly ReadOptions Wanted = new() { CommentTitle = "Kommentar" };

    [Fact]
    public void A_comment_in_word_stands_where_its_range_begins()
    {
        var draft = Read(Build.DocxBody(
            "d.docx",
            Build.Paragraph("# Titel") + Start("9") + Build.Paragraph("I: Hur var det?") + End("9")
            + $"<w:p><w:r><w:t>IP: Bra. </w:t></w:r>{Start("1")}<w:r><w:t>Mycket</w:t></w:r></w:p>"
            + $"<w:p><w:r><w:t>bra.</w:t></w:r>{End("1")}</w:p>"
            + $"<w:p><w:r><w:t>I: Jaha?</w:t><w:br/><w:t>IP: Ja.</w:t><w:commentReference w:id=\"2\"/></w:r></w:p>",
            Comments(("1", "Kod\u00A0A"), ("2", "Nick"), ("9", "Öppen fråga"), ("7", "Ingenstans"), ("8", ""))));
        Assert.Equal(["Hur var det?", "Bra. Mycket\nbra.", "Jaha?", "Ja."], draft.Segments.Select(s => s.Text));
        Assert.Equal([(0, "Öppen fråga"), (1, "Kod\u00A0A"), (3, "Nick"), (null, "Ingenstans")], Shown(draft));
        Assert.DoesNotContain(draft.Notices, n => n.Problem.Key == "docx.comments");
    }

    [Fact]
    public void Without_being_asked_for_they_are_counted_and_never_speech()
    {
        var file = Build.DocxBody("d.docx", Build.Paragraph("I: Hur?") + $"<w:p>{Start("1")}<w:r><w:t>IP: Så.</w:t></w:r>{End("1")}</w:p>", Comments(("1", "Ett"), ("2", "Två"), ("3", " ")));
        var draft = Readers.Read(file, new ReadOptions()).Single();
        Assert.Equal(["Hur?", "Så."], draft.Segments.Select(s => s.Text));
        Assert.Equal([2], draft.Notices.Single(n => n.Problem.Key == "docx.comments").Problem.Facts);
        Assert.Equal(2, draft.Comments.Count);
    }

    [Fact]
    public void A_comment_in_a_table_of_turns_belongs_to_its_row_and_one_on_deleted_words_to_the_source()
    {
        var draft = Read(Build.DocxBody(
            "d.docx",
            "<w:tbl>" + Row("Moa", "Vart for du då?") + Row("Siv", "Till kusten och sedan vidare.", Start("1") + End("1")) + Row("Moa", "Jaha?") + "</w:tbl>"
            + $"<w:p><w:del w:id=\"5\">{Start("2")}<w:r><w:delText>Bort</w:delText></w:r>{End("2")}</w:del></w:p>",
            Comments(("1", "Resa"), ("2", "Struket"))));
        Assert.Equal([(1, "Resa"), (null, "Struket")], Shown(draft));
    }

    [Fact]
    public void The_older_teams_layout_keeps_them_too()
    {
        var draft = Read(Build.DocxBody(
            "d.docx",
            string.Concat("0:0:5.100 --> 0:0:8.250|Moa|Hej.|0:0:9.0 --> 0:0:10.0|Siv".Split('|').Select(Build.Paragraph)) + $"<w:p>{Start("1")}<w:r><w:t>Ja.</w:t></w:r></w:p>",
            Comments(("1", "Kort"))));
        Assert.Equal([(1, "Kort")], Shown(draft));
    }

    [Fact]
    public void Comments_in_opendocument_keep_their_paragraphs_and_lose_their_author()
    {
        var draft = Read(Build.Zip(
            "d.odt",
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("content.xml", "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:dc=\"dc\"><office:body><office:text>"
                + "<text:p>I: Hur?</text:p><text:p>IP: Så<office:annotation><dc:creator>Anna Ek</dc:creator><dc:date>2024</dc:date><text:p>Ett<text:s/>ord</text:p><text:list><text:list-item><text:p>och ett</text:p></text:list-item></text:list></office:annotation>"
                + " där.<office:annotation-end/><text:line-break/>I: Jaha<office:annotation/>?<office:annotation><text:p>Två</text:p></office:annotation></text:p></office:text></office:body></office:document-content>"),
            ("META-INF/manifest.xml", "<manifest/>")));
        Assert.Equal(["Hur?", "Så där.", "Jaha?"], draft.Segments.Select(s => s.Text));
        Assert.Equal([(1, "Ett ord\noch ett"), (2, "Två")], Shown(draft));
    }

    [Fact]
    public void Comments_in_rtf_stand_where_their_range_begins_or_where_they_are()
    {
        var draft = Read(Build.Text(
            "d.rtf",
            "{\\rtf1\\ansi\\ansicpg1252 I: Hur?\\par {\\*\\atrfstart 4}IP: S\\'e5.\\par d\\'e4r.{\\*\\atrfend 4}{\\*\\atnid AE}{\\*\\atnauthor Anna Ek}\\chatn "
            + "{\\*\\annotation{\\*\\atnref 4}{\\*\\atndate 123}\\pard\\plain {\\b F\\'f6rst}\\par sedan \\u229?{\\footnote bort}}\\par I: Ja?{\\*\\annotation {\\v dold}Eget}\\par IP: Ja.{\\*\\annotation}}"));
        Assert.Equal(["Hur?", "Så.\ndär.", "Ja?", "Ja."], draft.Segments.Select(s => s.Text));
        Assert.Equal([(1, "Först\nsedan å"), (2, "Eget")], Shown(draft));
    }

    [Fact]
    public void Many_comments_take_no_more_than_their_length()
    {
        var rtf = new StringBuilder("{\\rtf1 I: a\\par IP: ");
        for (var i = 0; i < 50_000; i++)
        {
            rtf.Append("{\\*\\atrfstart ").Append(i).Append("}{\\*\\annotation{\\*\\atnref ").Append(i).Append("}k}b");
        }

        Assert.Equal(50_000, Read(Build.Text("d.rtf", rtf.Append('}').ToString())).Comments.Count(c => c.Segment == 1));
    }

    private static SourceDraft Read(SourceFile file) => Readers.Read(file, Wanted).Single();

    private static IEnumerable<(int? Segment, string Text)> Shown(SourceDraft draft) => draft.Comments.Select(c => (c.Segment, c.Text));

    private static string Start(string id) => $"<w:commentRangeStart w:id=\"{id}\"/>";

    private static string End(string id) => $"<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>";

    private static string Row(string who, string what, string mark = "") =>
        $"<w:tr><w:tc>{Build.Paragraph(who)}</w:tc><w:tc><w:p><w:r><w:t>{what}</w:t></w:r>{mark}</w:p></w:tc></w:tr>";

    private static (string, string) Comments(params (string Id, string Text)[] comments) => ("word/comments.xml",
        $"<w:comments {W}>" + string.Concat(comments.Select(c => $"<w:comment w:id=\"{c.Id}\" w:author=\"Anna Ek\" w:initials=\"AE\">{Build.Paragraph(c.Text)}</w:comment>")) + "</w:comments>");
}
