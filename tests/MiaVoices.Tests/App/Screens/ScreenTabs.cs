namespace MiaVoices.Tests.App.Screens;

/// <summary>Goes to a tab as a person does, whatever its number.</summary>
internal static class ScreenTabs
{
    public static ScreenDriver Open(this ScreenDriver screen, string id) => screen.Press(screen.Main.Commands.Find("tab." + id)!.Keys[0].ToString());
}
