using System.CommandLine;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Commands;

/// <summary><c>mia like</c>: segments that speak of the same as one.</summary>
internal static class LikeCommand
{
    private const int UsualLimit = 10;

    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var id = new Argument<string?>("ID") { Description = s.T["arg.segmentId"], Arity = ArgumentArity.ZeroOrOne };
        var source = Parts.Text(s, "--source", "opt.source", s.T["word.source"]);
        var segment = Parts.Text(s, "--segment", "opt.segment", "N");
        var answers = new Option<bool>("--answers-only") { Description = s.T["opt.answersOnly"] };
        var limit = Parts.Limit(s, UsualLimit);
        var command = new Command("like", s.T["cmd.like"]) { project, id, source, segment, answers, limit };
        command.SetAction(parsed =>
        {
            var (named, of, number) = (parsed.GetValue(id), parsed.GetValue(source), parsed.GetValue(segment));
            if (named is null == (of is null || number is null) || (named is not null && (of ?? number) is not null))
            {
                throw new UsageException(Problem.Of("like.which"));
            }

            using var store = s.Open(parsed.GetValue(project)!);
            var like = new MoreLikeThis(store).Find(
                named is null ? Segment(store, of!, number!) : Segment(store, named),
                parsed.GetValue(limit),
                parsed.GetValue(answers));
            if (s.Json)
            {
                Json(s, like);
            }
            else
            {
                Tell(s, like);
            }

            return Exit.Done;
        });
        return command;
    }

    private static Segment Segment(IProjectStore store, string id)
    {
        if (Guid.TryParse(id, out var whole))
        {
            return store.Segments(new SegmentScope { Ids = [whole] }).FirstOrDefault() ?? throw new RefusedException(Problem.Of("segment.unknown", id));
        }

        var found = ShortIds.Find(store.Segments(SegmentScope.All).Select(x => x.Id), [id], "segment.unknown")[0];
        return store.Segments(new SegmentScope { Ids = [found] }).Single();
    }

    private static Segment Segment(IProjectStore store, string source, string number)
    {
        var of = SourceFinder.Find(store.Sources(), source);
        return (int.TryParse(number, out var ordinal) ? store.Segments(new SegmentScope { Source = of.Id, Ordinal = ordinal }).FirstOrDefault() : null)
            ?? throw new RefusedException(Problem.Of("place.segment", number));
    }

    private static void Json(Session s, Likeness like) => s.WriteJson(w =>
    {
        w.WriteStartObject("segment");
        w.Segment(like.Segment);
        w.WriteEndObject();
        w.Objects("words", like.Words, x =>
        {
            w.WriteString("word", x.Word);
            w.WriteNumber("segments", x.Segments);
            w.Real("weight", x.Weight);
        });
        w.WriteNumber("total", like.Total);
        w.Real("milliseconds", like.Milliseconds);
        w.Objects("hits", like.Alike, x =>
        {
            SearchView.Hit(w, x.Hit);
            w.Texts("shared", x.Shared);
        });
    });

    private static void Tell(Session s, Likeness like)
    {
        s.Say(Glyphs.OneLine(s.T["like.of", $"{like.Segment.Source} · {Place.Of(like.Segment, s)}"]));
        if (like.Words.Count == 0)
        {
            s.Say(s.T["like.noWords"]);
            return;
        }

        s.Say(Glyphs.OneLine(s.T["like.words", string.Join(", ", like.Words.Select(x => x.Word))]));
        var emphasis = Emphasis.ForOutput(s.Terminal);
        foreach (var (hit, shared) in like.Alike)
        {
            s.Out.WriteLine();
            s.Out.WriteLine(emphasis.Apply(hit.Segment.Source, TextStyle.Bold) + " · " + Glyphs.OneLine(Place.Of(hit.Segment, s) + SearchView.Codes(hit)));
            foreach (var line in emphasis.WrapMarked(hit.Segment.Text, hit.Matches.Select(m => (m.Start, m.End - m.Start)), SearchView.Width(s)))
            {
                s.Out.WriteLine("      " + line);
            }

            s.Out.WriteLine("      " + emphasis.Apply(Glyphs.OneLine(s.T["like.shared", string.Join(", ", shared)]), TextStyle.Dim));
        }

        if (like.Alike.Count > 0)
        {
            s.Out.WriteLine();
        }

        s.Out.WriteLine(s.T["like.total", like.Total, like.Alike.Count]);
    }
}
