using System.Globalization;

namespace MiaVoices.App.Screens.Writing;

/// <summary>When a draft was saved, as people write it.</summary>
internal static class WritingTimes
{
    /// <summary>The time of day, with the date before it where that is another day than today.</summary>
    public static string Of(DateTimeOffset at, Desk desk)
    {
        var (then, now) = (TimeZoneInfo.ConvertTime(at, desk.Project.Zone), TimeZoneInfo.ConvertTime(desk.Project.Store.Now, desk.Project.Zone));
        var time = then.ToString(desk.T.Language == "sv" ? "HH.mm.ss" : "HH:mm:ss", CultureInfo.InvariantCulture);
        return then.Date == now.Date ? time : then.ToString("yyyy-MM-dd ", CultureInfo.InvariantCulture) + time;
    }
}
