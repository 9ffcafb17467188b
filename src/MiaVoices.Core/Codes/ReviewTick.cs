namespace MiaVoices.Core.Codes;

/// <summary>A person's word that a point of the check list for publication has been seen to, for the approved quotes as they stood then.</summary>
/// <param name="Point">The point, by its word (<c>names</c>, <c>consent</c> …).</param>
/// <param name="Quotes">SHA-256 over the approved quotes as shown, in hexadecimal: where they have changed since, the tick does not hold.</param>
/// <param name="Coder">Who.</param>
/// <param name="At">When.</param>
public sealed record ReviewTick(string Point, string Quotes, string Coder, DateTimeOffset At);
