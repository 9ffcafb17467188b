using MiaVoices.Core.Figures;

namespace MiaVoices.Core.Reports;

/// <summary>Words for amounts, always the same for the same share. Pure; thread-safe.</summary>
public static class AmountWord
{
    /// <summary>What each word stands for, as the method appendix prints it.</summary>
    public const string Legend =
        "Orden för mängd betyder alltid samma sak: någon är en eller två personer, några är minst tre men under 30 procent, flera är 30–49 procent, "
        + "de flesta är 50–89 procent, nästan alla är 90 procent eller fler men inte alla, samtliga är alla.";

    /// <summary>The word for k of n; empty where the number is hidden, nobody is meant or n is 0.</summary>
    public static string Of(Share share) => share switch
    {
        { Suppressed: true } or { Persons: 0 } or { Of: 0 } => "",
        { Persons: <= 2 } => "någon",
        _ when share.Persons >= share.Of => "samtliga",
        _ when 10L * share.Persons >= 9L * share.Of => "nästan alla",
        _ when 2L * share.Persons >= share.Of => "de flesta",
        _ when 10L * share.Persons >= 3L * share.Of => "flera",
        _ => "några",
    };
}
