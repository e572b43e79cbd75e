package dev.anlass.jobs.cli;

import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.operator.Stop;
import dev.anlass.jobs.operator.Stoppable;
import dev.anlass.jobs.operator.Stoppable.Kind;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say what is to be stopped or started. */
final class StoppableOptions {

    @Option(names = "--all", description = "everything: nothing goes out on any channel")
    private boolean all;

    @Option(names = "--channel", paramLabel = "NAME", description = "all actions of a channel; may be repeated")
    private List<String> channels = new ArrayList<>();

    @Option(names = "--trigger", paramLabel = "NAME", description = "all actions of a trigger; may be repeated")
    private List<String> triggers = new ArrayList<>();

    /** What was named, at least one thing. */
    List<Stoppable> namedOrEnd() {
        List<Stoppable> named = new ArrayList<>();
        if (all) {
            named.add(Stoppable.EVERYTHING);
        }
        channels.forEach(name -> named.add(new Stoppable(Kind.CHANNEL, name)));
        triggers.forEach(name -> named.add(new Stoppable(Kind.TRIGGER, name)));
        if (named.isEmpty()) {
            throw Answer.usedWrongly("it is not said what; name it with --channel, --trigger or --all.");
        }
        return named.stream().distinct().toList();
    }

    /** The answer is no, and the sentence may end with a question. */
    static Answer no(CannotStart refused) {
        String sentence = String.valueOf(refused.getMessage());
        return Answer.no(sentence.endsWith("?") ? sentence : sentence + ".");
    }

    /** A line about a stop: what, since when, why. */
    static String line(Stop stop) {
        String why = stop.reason() == null ? "" : ": " + stop.reason();
        return stop.what().inWords() + " is stopped since " + stop.since() + why;
    }
}
