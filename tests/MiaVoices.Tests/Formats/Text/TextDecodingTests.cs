using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Text;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Formats.Text;

public class TextDecodingTests
{
    private const string Swedish = "Å ena sidan – ”mer tid” … å andra, för dyrt.\r\n";

    [Fact]
    public void Utf8_with_and_without_a_mark_is_utf8()
    {
        Assert.Equal(new DecodedText(Swedish, "utf-8"), TextDecoding.Decode(new SourceFile("a.txt", Encoding.UTF8.GetBytes(Swedish))));
        Assert.Equal(new DecodedText(Swedish, "utf-8"), TextDecoding.Decode(new SourceFile("a.txt", (byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Swedish)])));
    }

    [Fact]
    public void Windows_1252_gives_dashes_and_curly_quotes()
    {
        byte[] bytes = [0xC5, (byte)' ', 0x96, (byte)' ', 0x94, 0xE5, 0xE4, 0xF6, 0x94, (byte)' ', 0x85, (byte)' ', 0x80];
        Assert.Equal(new DecodedText("Å – ”åäö” … €", "windows-1252"), TextDecoding.Decode(new SourceFile("a.txt", bytes)));
    }

    [Theory]
    [InlineData(false, true, "utf-16le")]
    [InlineData(true, true, "utf-16be")]
    [InlineData(false, false, "utf-16le")]
    [InlineData(true, false, "utf-16be")]
    public void Utf16_is_told_by_its_mark_or_its_zero_bytes(bool big, bool mark, string name)
    {
        var encoding = new UnicodeEncoding(big, mark);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Swedish + "😊")];
        Assert.Equal(new DecodedText(Swedish + "😊", name), TextDecoding.Decode(new SourceFile("a.txt", bytes)));
    }

    [Fact]
    public void Decomposed_letters_and_line_breaks_come_out_in_stored_form()
    {
        var decoded = TextDecoding.Decode(new SourceFile("a.txt", Encoding.UTF8.GetBytes("\uFEFFa\u030A\r\no\u0308\ré 😊")));
        Assert.Equal("å\nö\né 😊", decoded.Normalised);
    }

    [Theory]
    [InlineData("", "file.empty")]
    [InlineData(" \r\n\t", "file.empty")]
    [InlineData("\uFEFF", "file.empty")]
    [InlineData("ab\0\0cd\u0001\u0002", "file.binary")]
    public void Empty_and_binary_files_are_refused(string text, string key) =>
        Assert.Equal(key, Assert.Throws<RefusedException>(() => TextDecoding.Decode(new SourceFile("a.txt", Encoding.UTF8.GetBytes(text)))).Problem.Key);

    [Fact]
    public void Utf8_that_is_broken_in_one_place_is_refused_with_its_line()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("åäö åäö\nåäö åäö\n"), 0xC3, (byte)'\n'];
        var problem = Assert.Throws<RefusedException>(() => TextDecoding.Decode(new SourceFile("a.txt", bytes))).Problem;
        Assert.Equal(("file.encoding.broken", "a.txt:3"), (problem.Key, problem.Where));
    }

    [Fact]
    public void A_named_encoding_is_used_and_an_unknown_one_refused()
    {
        var file = new SourceFile("a.txt", (byte[])[0xC3, 0xA5]);
        Assert.Equal("Ã¥", TextDecoding.Decode(file, "windows-1252").Text);
        Assert.Equal("å", TextDecoding.Decode(file).Text);
        Assert.Equal("file.encoding.unknown", Assert.Throws<RefusedException>(() => TextDecoding.Decode(file, "ebcdic")).Problem.Key);
    }

    [Fact]
    public void Any_text_without_control_characters_comes_back_from_utf8()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyString>(), s =>
        {
            var text = "å" + new string([.. s.Get.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\uFEFF' or '\uFFFE' or '\uFFFF'))]);
            return TextDecoding.Decode(new SourceFile("a.txt", Encoding.UTF8.GetBytes(text))).Text == text;
        }).Holds();
    }
}
