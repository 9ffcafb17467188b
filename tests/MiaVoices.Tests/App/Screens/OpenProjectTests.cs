using MiaVoices.App.Screens;
using MiaVoices.App.Texts;
using MiaVoices.Storage;
using MiaVoices.Tests.Support;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.App.Screens;

public sealed class OpenProjectTests
{
    [Fact]
    public void What_a_person_waits_for_does_not_wait_for_long_work()
    {
        using var builder = new ProjectBuilder();
        var context = builder.Context("Mia");
        var wording = Wording.Load("sv");
        using var release = new ManualResetEventSlim();
        using var isLearning = new ManualResetEventSlim();
        var app = new AppDriver().App;
        var threads = new List<Thread>();
        using var project = new OpenProject(builder.File, ProjectFile.Open(builder.File, context), () => ProjectFile.Open(builder.File, context), () => wording)
        {
            Behind = work =>
            {
                var thread = new Thread(() => work());
                threads.Add(thread);
                thread.Start();
            },
        };
        var (learnt, found) = (false, false);
        try
        {
            project.ReadLong(project.NewWork(app), (store, _) =>
            {
                isLearning.Set();
                release.Wait(CancellationToken.None);
                return store.Codes().Count;
            }, _ => learnt = true);
            isLearning.Wait();
            project.Read(project.NewWork(app), (store, _) => store.Codes().Count, _ => found = true);
            threads[1].Join();
            app.Step([]);
            Assert.True(found);
            Assert.False(learnt);
        }
        finally
        {
            release.Set();
            threads.ForEach(t => t.Join());
        }

        app.Step([]);
        Assert.True(learnt);
    }
}
