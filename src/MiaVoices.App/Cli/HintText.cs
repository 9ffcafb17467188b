using MiaVoices.App.Texts;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Cli;

/// <summary>Hints on codes in a line each.</summary>
internal static class HintText
{
    public static string Of(CodeHint hint, CodeTree tree, Wording t) => t[
        "hints." + JsonFields.Word(hint.Kind), tree[hint.Code].Name, hint.Other is { } other ? tree[other].Name : "", hint.Some, hint.All];
}
