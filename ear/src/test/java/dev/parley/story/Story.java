package dev.parley.story;

import java.util.List;
import org.jbehave.core.configuration.MostUsefulConfiguration;
import org.jbehave.core.embedder.Embedder;
import org.jbehave.core.embedder.EmbedderControls;
import org.jbehave.core.failures.FailingUponPendingStep;
import org.jbehave.core.io.LoadFromClasspath;
import org.jbehave.core.reporters.Format;
import org.jbehave.core.reporters.StoryReporterBuilder;
import org.jbehave.core.steps.InstanceStepsFactory;

/** Plays a story that lies beside this class. A step that nobody plays fails it. */
final class Story {
    private Story() {}

    /** @throws org.jbehave.core.embedder.Embedder.RunningStoriesFailed if a step failed or is missing */
    static void play(String name, Object... steps) {
        Embedder embedder = new Embedder();
        embedder.useEmbedderControls(new EmbedderControls()
                .doVerboseFailures(true)
                .doGenerateViewAfterStories(false)
                .useStoryTimeouts("300")
                .useThreads(1));
        embedder.useConfiguration(new MostUsefulConfiguration()
                .useStoryLoader(new LoadFromClasspath(Story.class))
                .usePendingStepStrategy(new FailingUponPendingStep())
                .useStoryReporterBuilder(new StoryReporterBuilder().withFormats(Format.CONSOLE)));
        embedder.useStepsFactory(new InstanceStepsFactory(embedder.configuration(), steps));
        // in this thread: a browser of Playwright belongs to the thread that opened it
        embedder.useExecutorService(new SameThread());
        embedder.runStoriesAsPaths(List.of("dev/parley/story/" + name + ".story"));
    }
}
