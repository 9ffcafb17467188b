namespace MiaVoices.Benchmarks.Data;

/// <summary>Words for invented answers, the most usual first in each list.</summary>
internal static class WordList
{
    public static readonly IReadOnlyList<string> Function =
    [
        .. """
           och att det jag i är som på en för har med inte av till den man de så om ett från var men vi hade kan eller när mig under sig
           mer vid blir efter han hon alla bara då ju mycket där här vad utan nu skulle min mot också få kunde över än
           """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    public static readonly IReadOnlyList<string> Plain =
    [
        .. """
           stöd tid hjälp möte jobb praktik vecka kontakt handläggare grupp kurs dag plan hem pengar känna får samtal bra börja viktig gå
           komma tycka svår trygg lugn stressad hjälpte fungerade saknade ville behöver prata lyssna förstå vänta ringa svarade träffade
           lärde mådde vågar orkar hittade ordnade ny gammal snabb långsam tydlig otydlig ensam glad trött nöjd besviken lätt rätt fel
           först sedan ofta aldrig alltid ibland hela länge igen tillsammans hemma borta ute inne kanske verkligen äntligen tyvärr nästan
           ganska väldigt helt lite flera många några andra samma egen stor liten kort lång hög låg öppen stängd färdig ledig frisk sjuk
           läkare lärare chef kollega vän familj barn granne mamma pappa person människa röst ord fråga svar problem lösning steg mål väg
           dörr rum bord stol buss tåg bil cykel mat kaffe vatten sol regn snö morgon kväll natt måndag fredag januari sommar vinter
           """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <summary>What compounds begin with, linking letter included.</summary>
    public static readonly IReadOnlyList<string> Firsts =
    [
        .. """
           arbets myndighets vård grupp språk vardags individ familje skol bostads ekonomi hälso samhälls kommun projekt praktik
           start slut vecko månads dag kväll stöd samtals telefon nät dator pappers blankett ansöknings besluts planerings uppföljnings
           utvecklings utbildnings yrkes kompetens nätverks förenings fritids idrotts musik teater bok tidnings brev post rese buss tåg
           mat kök hem rums barn ungdoms vuxen äldre kvinno mans person kund medlems deltagar handläggar chefs personal ledar
           """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <summary>What compounds end with.</summary>
    public static readonly IReadOnlyList<string> Heads =
    [
        .. """
           kontakt stöd möte plan tid hjälp grupp plats arbete samtal träff kurs rutin väg mål fråga problem lösning ansvar beslut
           ansökan blankett kö lista bok rum lokal avgift kostnad budget peng lag regel krav chans risk känsla oro glädje kraft vilja
           förmåga kunskap metod modell verktyg system tjänst insats åtgärd process kedja nät samarbete ledare handledare
           """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    public static readonly IReadOnlyList<string> Endings = ["", "en", "et", "er", "erna", "s", "ens", "et", "ar", "arna"];

    /// <summary>Syllables of which rare words and names are made.</summary>
    public static readonly IReadOnlyList<string> Syllables =
    [
        .. "bro dal fors gran hult lin mar nor ross sand tor vik ång öst älv kull bäck stav ren sjö berg lund holm näs ås by sta inge rud".Split(' '),
    ];
}
