using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Tables;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Formats.Tables;

public class TableTests
{
    [Fact]
    public void What_we_write_we_read_back_letter_by_letter()
    {
        string[] pieces = ["=", "+", "-", "@", "'", "\"", ";", ",", "\t", "\n", "\r\n", "|", " ", "a", "å", "😊", "\u037E", "sep=;", "\u00A0"];
        var cell = Gen.OneOf(Gen.Elements(pieces).ListOf().Select(string.Concat), ArbMap.Default.ArbFor<NonNull<string>>().Generator.Select(s => s.Get));
        Prop.ForAll(cell.Three().NonEmptyListOf().ToArbitrary(), triples =>
        {
            string[][] rows = [.. triples.Select(t => new[] { Encodable(t.Item1), Encodable(t.Item2), Encodable(t.Item3) + "x" })];
            var read = DelimitedText.Read(new SourceFile("a.csv", CsvText.Bytes(rows)), delimiter: ";").Sheet.Rows;
            Assert.Equal(rows.Select(r => r.Select(StoredText.Normalise)), read.Select(r => r.Cells));
        }).Holds();

        static string Encodable(string s) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(new string([.. s.Where(c => !char.IsControl(c) || c is '\t' or '\n' or '\r')])));
    }

    [Fact]
    public void A_formula_is_neutralised_for_the_spreadsheet() =>
        Assert.Equal("'=1+1;'-;''@x;'nej\r\n", CsvText.Format([["=1+1", "-", "'@x", "'nej"]]));

    [Theory]
    [InlineData("a;b\n1;2,5\n", ';')]
    [InlineData("\"a, b\",c\n\"1;2\",3\n", ',')]
    [InlineData("a\tb;c\n1\t2\n", '\t')]
    [InlineData("a|b\n1|2\n", '|')]
    [InlineData("sep=|\na;b|c\n1|2\n", '|')]
    public void The_separator_is_found(string text, char expected) => Assert.Equal(expected, DelimitedText.Read(Build.Text("a.csv", text)).Delimiter);

    [Fact]
    public void Rows_know_their_line_past_breaks_in_cells()
    {
        var rows = DelimitedText.Read(Build.Text("a.csv", "sep=;\r\na;b\r\n1;\"två\r\nrader\"\r\n\r\n2;x\r\n")).Sheet.Rows;
        Assert.Equal([2, 3, 6], rows.Select(r => r.Line));
        Assert.Equal("två\nrader", rows[1][1]);
    }

    [Fact]
    public void Doubled_quotes_are_one_and_quotes_inside_a_cell_stay()
    {
        var rows = DelimitedText.Read(Build.Text("a.csv", "a;b\n\"det \"\"rätta\"\"\";15\" skärm\n")).Sheet.Rows;
        Assert.Equal(["det \"rätta\"", "15\" skärm"], rows[1].Cells);
    }

    [Fact]
    public void Headers_are_folded_numbered_when_twice_and_named_when_empty()
    {
        var table = TextTable.From("a.csv", DelimitedText.Read(Build.Text("a.csv", " Fråga\u00A0 ett ;\"Fråga\nett\";;d;\n1;2;3;4;\n")).Sheet);
        Assert.Equal(["Fråga ett", "Fråga ett (2)", "(3)", "d"], table.Headers);
        Assert.Equal(0, table.IndexOf("  fråga\tETT"));
        Assert.Equal(-1, table.IndexOf("Fråga"));
    }

    [Fact]
    public void Two_header_rows_become_one()
    {
        var sheet = DelimitedText.Read(Build.Text("a.csv", "ID;Hur var;;Ort\n;maten;sängen;\n1;bra;dålig;X\n")).Sheet;
        Assert.Equal(["ID", "Hur var – maten", "Hur var – sängen", "Ort"], TextTable.From("a.csv", sheet, 2).Headers);
    }

    [Fact]
    public void A_sheet_for_our_own_tables_goes_out_and_in()
    {
        var sheet = Sheet.Of("k.csv", ["code", "memo"], [["Mk", "=a\nb"], ["Ts", ""]]);
        var back = DelimitedText.ReadSheet(new SourceFile("k.csv", CsvText.Bytes(sheet)));
        Assert.Equal([("Mk", "=a\nb", 2), ("Ts", "", 4)], back.Rows.Select(r => (r["code"], r["memo"], r.Line)));
    }

    [Fact]
    public void Workbook_cells_become_text_as_a_person_reads_them()
    {
        var sheet = Workbook.Read(Build.Xlsx("s.xlsx", ("Blad1",
        [
            ["tal", "decimal", "datum", "tid", "formel", "fel", "text"],
            ["4", "3.5", "@44684", "@44684.5", "=svar", "!#DIV/0!", "å\r\nö"],
            [],
            ["hidden!", "0.30000000000000004", "", "", "", "", "=#dold"],
        ]))).Single();
        Assert.Equal(["4", "3.5", "2022-05-03", "2022-05-03 12:00:00", "svar", "", "å\nö"], sheet.Rows[1].Cells);
        Assert.Equal((4, "0.3"), (sheet.Rows[2].Line, sheet.Rows[2][1]));
        Assert.Equal(("s.xlsx:Blad1!F2", true), (sheet.Notices.Single().Problem.Where!, sheet.Notices.Single().LeftOut));
    }

    [Fact]
    public void Merged_header_cells_are_filled_to_the_right()
    {
        var sheet = Workbook.Read(Build.XlsxMerged("s.xlsx", "<mergeCells count=\"1\"><mergeCell ref=\"B1:C1\"/></mergeCells>", ("Blad1",
            [["ID", "Hur var", "", "Ort"], ["", "maten", "sängen", ""], ["1", "bra", "dålig", "X"]]))).Single();
        Assert.Equal(["ID", "Hur var – maten", "Hur var – sängen", "Ort"], TextTable.From("s.xlsx", sheet, 2).Headers);
    }

    [Fact]
    public void A_wrong_delimiter_is_refused() =>
        Assert.Equal("table.delimiter", Assert.Throws<RefusedException>(() => DelimitedText.Read(Build.Text("a.csv", "a;b"), delimiter: "semikolon")).Problem.Key);
}
