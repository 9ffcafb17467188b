using System.Text.RegularExpressions;

namespace MiaVoices.Formats.Surveys;

/// <summary>What the header of a column says by itself.</summary>
internal static partial class ColumnNames
{
    private static readonly HashSet<string> Ids = Set("id", "svarsid", "svars-id", "svars id", "svarid", "respondent", "respondentid", "respondent-id", "respondent id", "dbid", "löpnummer", "löpnr", "lopnr",
        "nr", "nummer", "#", "deltagarid", "deltagar-id", "case", "response id", "responseid", "enkätid", "enkät-id", "radnr", "rad", "person", "fallnr");

    private static readonly HashSet<string> Identities = Set("e-post", "epost", "e-postadress", "epostadress", "email", "e-mail", "mejl", "mail", "mailadress", "mejladress", "namn", "förnamn", "efternamn",
        "fullständigt namn", "visningsnamn", "deltagarens namn", "name", "first name", "last name", "telefon", "telefonnummer", "mobil", "mobilnummer", "mobiltelefon", "tel", "phone", "personnummer", "personnr", "pnr",
        "födelsedatum", "samordningsnummer", "adress", "postadress", "gatuadress", "hemadress", "postnummer", "address", "ip", "ip-adress", "ip adress", "ip address", "användarnamn", "inloggning", "signatur");

    private static readonly HashSet<string> Times = Set("starttid", "slutförandetid", "sluttid", "senast ändrad", "senast ändrad tid", "tidstämpel", "tidsstämpel", "timestamp", "start time", "completion time", "last modified time", "datum",
        "svarsdatum", "inskickad", "inskickat", "skapad", "tid", "starttidpunkt", "svarstid", "date", "submitted", "created", "startdatum", "slutdatum");

    private static readonly HashSet<string> Waves = Set("år", "mätår", "enkätår", "wave", "våg", "mätning", "mättillfälle", "omgång", "enkätomgång", "year", "svarsår", "mätpunkt");

    private static readonly HashSet<string> Attributes = Set("grupp", "group", "delprojekt", "projekt", "insats", "kön", "gender", "sex", "ålder", "åldersgrupp", "åldersintervall", "age", "målgrupp", "kommun", "ort", "stad", "stadsdel",
        "län", "region", "organisation", "verksamhet", "arbetsplats", "myndighet", "enhet", "avdelning", "roll", "yrke", "befattning", "språk", "modersmål", "utbildning", "sysselsättning", "förbund", "team", "typ", "kategori",
        "svarar som", "respondentgrupp", "interest", "role", "municipality", "language");

    private static readonly HashSet<string> Persons = Set("case", "pseudonym", "pseudonymer", "kodnamn", "person", "personkod", "deltagare", "deltagar-id", "deltagarid", "deltagarkod", "respondent", "respondentid", "respondent-id",
        "svarsid", "svars-id", "fall", "fallnr", "intervju", "intervju-id", "intervjuid", "intervjuperson", "participant", "id", "kod");

    private static readonly HashSet<string> Periods = Set("datum", "date", "per datum", "mätdatum", "månad", "period", "kvartal", "tidpunkt", "avser", "month", "quarter");

    private static readonly HashSet<string> Codes = Set("kod", "koder", "kodning", "code", "codes", "tema", "teman");

    public static bool IsId(string header) => Ids.Contains(Plain(header)) || IdEnding().IsMatch(header);

    public static bool IsRespondentId(string header) => IsId(header) && Plain(header) is var plain
        && (plain.StartsWith("respondent", StringComparison.Ordinal) || plain.StartsWith("svar", StringComparison.Ordinal));

    public static bool IsIdentity(string header) => Identities.Contains(Plain(header));

    public static bool IsTime(string header) => Times.Contains(Plain(header));

    public static bool IsWave(string header) => Waves.Contains(Plain(header));

    public static bool IsAttribute(string header) => Attributes.Contains(Plain(header));

    /// <summary>Whether the header of a register's column says that it names persons under pseudonyms.</summary>
    public static bool NamesPersons(string header) => Persons.Contains(Plain(header));

    /// <summary>Whether the header of a register's column says when its figures were counted.</summary>
    public static bool IsPeriod(string header) => Periods.Contains(Plain(header));

    public static bool IsCode(string header) => Codes.Contains(Plain(header));

    /// <summary>Whether the column is what Forms adds to a quiz: points and feedback beside each question, and their sum.</summary>
    public static bool IsQuiz(string header) => Quiz().IsMatch(header);

    /// <summary>Whether the header asks for words of one's own.</summary>
    public static bool AsksForText(string header) => OpenQuestion().IsMatch(header);

    /// <summary>Whether the header asks for a quantity.</summary>
    public static bool AsksForNumber(string header) => Quantity().IsMatch(header);

    private static string Plain(string header) => header.ToLowerInvariant().TrimEnd(':', '*', ' ', '.');

    private static HashSet<string> Set(params string[] words) => new(words, StringComparer.Ordinal);

    [GeneratedRegex(@"^[\p{L} _-]{0,25}(?:[a-zåäö]ID|[\s_-](?:id|ID|Id))$", RegexOptions.CultureInvariant)]
    private static partial Regex IdEnding();

    [GeneratedRegex(@"fritext|övrig|kommentar|kommentera|beskriv|berätta|förklara|motivera|utveckla|varför|på vilket sätt|förslag|annat|egna ord|synpunkt|comment|freetext|free text|\bwhy\b|describe|^\W*(?:vad|hur tycker|hur har|what)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OpenQuestion();

    [GeneratedRegex(@"^(?:points|poäng|feedback|återkoppling)\s[-–]\s|^(?:total points|totalt antal poäng|totalpoäng|quiz feedback|feedback för test|testfeedback)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quiz();

    [GeneratedRegex(@"\bantal\b|hur många|hur länge|ålder|\bår\b|how many|number of", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quantity();
}
