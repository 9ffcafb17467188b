using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public sealed class CodeHintsTests : IDisposable
{
    private readonly ProjectBuilder project = new();
    private readonly Guid source;
    private readonly List<Segment> segments;

    public CodeHintsTests()
    {
        source = project.Import(Drafts.Interview("Intervju D07.txt", [.. Enumerable.Range(0, 12).Select(i => ("D", Drafts.Answers, $"Mening nummer {i} om något."))]));
        segments = [.. project.Store.Segments(SegmentScope.All)];
    }

    public void Dispose() => project.Dispose();

    [Fact]
    public void A_code_without_definition_is_named_and_one_that_only_holds_others_is_not()
    {
        var (holds, bare) = (project.Code("Samling"), project.Code("Bar"));
        var sub = Defined("Under", "Något helt annat som handlar om väder.", holds.Id);
        Assert.Equal([bare.Id], Hints(CodeHintKind.NoDefinition).Select(h => h.Code));
        Assert.DoesNotContain(CodeHints.Of(project.Store), h => h.Code == sub.Id);
    }

    [Fact]
    public void Codes_that_stand_on_the_same_segments_overlap_and_a_theme_and_its_part_do_not()
    {
        var (left, right) = (Defined("Stöd", "Hjälp av en coach."), Defined("Tillit", "Att våga lita på någon."));
        var part = Defined("Samtal", "Prata med varandra länge.", left.Id);
        foreach (var segment in segments.Take(6))
        {
            Code(left, segment);
            Code(part, segment);
        }

        foreach (var segment in segments.Take(7).Skip(1))
        {
            Code(right, segment);
        }

        var hints = Hints(CodeHintKind.SameSegments);
        Assert.Equal(2, hints.Count);
        Assert.All(hints, h => Assert.Equal((5, 6), (h.Some, h.All)));
        Assert.DoesNotContain(hints, h => h.Code != right.Id && h.Other != right.Id);
    }

    [Fact]
    public void Codes_that_are_described_alike_overlap()
    {
        Defined("Väntan", "Långa köer och väntetider hos myndigheter.");
        Defined("Köer", "Väntetider, köer hos en myndighet.");
        Defined("Ekonomi", "Pengar, hyra och skulder.");
        var hint = Assert.Single(Hints(CodeHintKind.SameWords));
        Assert.True(hint.Some >= 3);
    }

    [Fact]
    public void Of_many_codes_described_alike_each_names_the_nearest_few()
    {
        for (var i = 0; i < 8; i++)
        {
            Defined($"Kö {i}", "Väntetider, köer hos en myndighet.");
        }

        var near = Defined("Nära", "Väntetider, köer hos en myndighet som aldrig svarar telefon.");
        Defined("Närmast", "Väntetider, köer hos en myndighet som aldrig svarar telefonen.");
        var hints = Hints(CodeHintKind.SameWords);
        Assert.All(hints.GroupBy(h => h.Code), code => Assert.InRange(code.Count(), 1, 3));
        Assert.Contains(hints, h => near.Id == h.Code || near.Id == h.Other);
    }

    [Fact]
    public void Coders_who_judged_the_same_segments_and_set_a_code_on_different_ones_are_named()
    {
        var (code, agreed) = (Defined("Stöd", "Hjälp av en coach."), Defined("Ekonomi", "Pengar, hyra och skulder."));
        var bo = project.As("Bo");
        foreach (var segment in segments.Take(8))
        {
            project.Code(source, segment.Text, agreed.Id);
            project.Code(source, segment.Text, agreed.Id, bo);
        }

        foreach (var segment in segments.Take(4))
        {
            Code(code, segment);
        }

        foreach (var segment in segments.Take(7).Skip(3))
        {
            project.Code(source, segment.Text, code.Id, bo);
        }

        var hint = Assert.Single(Hints(CodeHintKind.CodersDiffer));
        Assert.Equal((code.Id, 1, 7), (hint.Code, hint.Some, hint.All));
    }

    [Fact]
    public void What_only_one_coder_has_read_is_no_disagreement()
    {
        var code = Defined("Stöd", "Hjälp av en coach.");
        foreach (var segment in segments)
        {
            Code(code, segment);
        }

        Assert.Empty(Hints(CodeHintKind.CodersDiffer));
    }

    private List<CodeHint> Hints(CodeHintKind kind) => [.. CodeHints.Of(project.Store).Where(h => h.Kind == kind)];

    private Code Defined(string name, string definition, Guid? parent = null)
    {
        var code = project.Code(name, parent) with { Definition = definition };
        project.Store.Apply(new EditCode(code));
        return code;
    }

    private void Code(Code code, Segment segment) => project.Code(source, segment.Text, code.Id);
}
