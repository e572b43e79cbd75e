package dev.anlass.jobs.cli;

import dev.anlass.engine.explain.Narration;
import dev.anlass.engine.explain.Story;
import dev.anlass.engine.explain.StoryData;
import dev.anlass.jobs.connector.StoryJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anlass explain}: why something was proposed to a customer, and why not. */
@Command(
        name = "explain",
        description = {
            "Tells what happened to one customer, and why: which events mattered, what began and ended, what each gate saw.",
            "Runs the engine over recorded events, or over the events topic to its present end with the bundles that"
                    + " were deployed."
        })
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CustomerOptions customer = new CustomerOptions();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = TimeReader.class,
            description = "tell the story up to this time, and what is open then (default: the newest event)")
    private @Nullable Instant at;

    @Option(names = "--trigger", paramLabel = "NAME", description = "leave out what is about other triggers")
    private @Nullable String trigger;

    @Option(names = "--json", description = "as one JSON object, for programs")
    private boolean isJson;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        OneCustomer followed = customer.follow(at, spec.commandLine().getErr());
        if (!followed.isKnown()) {
            throw Answer.no("there is no event of customer " + customer.id() + (at == null ? "" : " up to " + at)
                    + "; look at the id, which is the subject of the events.");
        }
        Story whole = followed.story();
        if (trigger != null
                && whole.outlooks().stream()
                        .noneMatch(outlook -> outlook.prospect().trigger().equals(trigger))) {
            throw Answer.usedWrongly("there is no trigger " + trigger + " in the rules; anlass validate names all.");
        }
        Story story = trigger == null ? whole : whole.about(trigger);
        if (isJson) {
            out.println(new String(StoryJson.bytes(StoryData.of(story)), StandardCharsets.UTF_8));
        } else {
            Narration.of(story).forEach(out::println);
        }
        return 0;
    }
}
