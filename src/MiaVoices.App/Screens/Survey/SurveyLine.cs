using MiaVoices.Core.Figures;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Screens.Survey;

/// <summary>A line beside the questions: a heading, a sentence, or a point with its bar.</summary>
/// <param name="Text">The words, or the point.</param>
/// <param name="Look">How they look.</param>
/// <param name="Share">What the bar shows; null for a line without one.</param>
/// <param name="Value">The number at the end of the bar.</param>
internal sealed record SurveyLine(string Text, Role Look = Role.None, Share? Share = null, string Value = "");
