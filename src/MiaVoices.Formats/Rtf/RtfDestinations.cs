namespace MiaVoices.Formats.Rtf;

/// <summary>Groups of an RTF file that are not the running text.</summary>
internal static class RtfDestinations
{
    /// <summary>Always passed over; so is every group that begins with <c>\*</c>.</summary>
    public static readonly IReadOnlySet<string> Skipped = new HashSet<string>(StringComparer.Ordinal)
    {
        "colortbl", "stylesheet", "info", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn",
        "atnid", "atnauthor", "atntime", "atnicn", "atnref", "atndate", "atnparent", "atrfstart", "atrfend", "objdata", "objclass", "objname", "filetbl", "revtbl", "listtable", "listoverridetable", "rsidtbl", "generator",
        "nonshppict", "fldinst", "datafield", "formfield", "xe", "tc", "tcn", "rxe", "txe", "bkmkstart", "bkmkend", "themedata", "colorschememapping", "latentstyles", "datastore", "xmlnstbl", "private", "comment",
        "mmathPr", "pgptbl", "docvar", "operator", "author", "title", "subject", "company", "buptim", "creatim", "revtim", "printim", "listtext", "pntext", "pntxta", "pntxtb", "sp", "shpinst", "do", "falt", "panose",
    };

    /// <summary>Passed over and told: remarks of somebody else, notes, boxes.</summary>
    public static readonly IReadOnlySet<string> Told = new HashSet<string>(StringComparer.Ordinal) { "annotation", "footnote", "shptxt", "txbxcontent" };

    /// <summary>Code page of a font's character set; 0 where the document's own holds.</summary>
    public static int CodePage(int charset) => charset switch
    {
        0 or 1 or 2 => 0,
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        255 => 850,
        _ => 0,
    };

    /// <summary>The letter or space that a control word stands for; null for any other.</summary>
    public static string? Letter(string word) => word switch
    {
        "tab" or "cell" or "nestcell" => "\t",
        "emdash" => "—",
        "endash" => "–",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "bullet" => "•",
        "emspace" or "enspace" or "qmspace" => " ",
        _ => null,
    };
}
