using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats;
using Xunit;

namespace MiaVoices.Tests.Formats.Zip;

public class SafeZipTests
{
    private static string Key(SourceFile file) =>
        Assert.Throws<RefusedException>(() => Readers.Read(file, new ReadOptions())).Problem.Key;

    [Fact]
    public void A_truncated_document_is_damaged_whatever_its_length()
    {
        var whole = Build.Docx("d.docx", "I: Hur?\nIP: Så.").Content;
        for (var length = 4; length < whole.Length; length += 7)
        {
            Assert.Equal("zip.damaged", Key(new SourceFile("d.docx", whole[..length])));
        }
    }

    [Fact]
    public void A_part_that_swells_is_too_big() =>
        Assert.Equal("zip.toobig", Key(Build.DocxBody("d.docx", "<w:p><w:r><w:t>x</w:t></w:r></w:p>", ("word/media/a.xml", new string(' ', 40 * 1024 * 1024)))));

    [Theory]
    [InlineData("d.docx", "word/document.xml")]
    [InlineData("d.xlsx", "xl/workbook.xml")]
    public void A_document_type_is_never_read(string name, string part) =>
        Assert.Equal("zip.damaged", Key(Build.Zip(name, ("[Content_Types].xml", "<Types/>"), (part, "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>"))));

    [Fact]
    public void A_part_that_is_not_xml_is_damaged() => Assert.Equal("zip.damaged", Key(Build.Zip("d.docx", ("word/document.xml", "<a><b></a>"))));

    [Fact]
    public void Elements_nested_without_end_are_refused_and_do_not_exhaust_the_stack()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:smartTag>", 100_000)) + string.Concat(Enumerable.Repeat("</w:smartTag>", 100_000));
        Assert.Equal("xml.nesting", Key(Build.DocxBody("d.docx", $"<w:p>{deep}</w:p>")));
    }

    [Theory]
    [InlineData("p.qdpx", "project.qde", "format.exchange")]
    [InlineData("p.odg", "content.xml", "format.opendocument")]
    [InlineData("p.zip", "readme.txt", "format.packed")]
    public void Other_packages_are_refused_by_what_they_are(string name, string part, string key) =>
        Assert.Equal(key, Key(Build.Zip(name, (part, "<a/>"), ("META-INF/manifest.xml", "<a/>"))));
}
