package dev.anlass.jobs.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.jobs.connector.StoryJson;
import dev.anlass.jobs.connector.file.DecisionLines;
import dev.anlass.jobs.consent.ConsentExport;
import dev.anlass.jobs.consent.Controller;
import dev.anlass.jobs.consent.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anlass consent-record}: what one customer permitted, for an access request. */
@Command(
        name = "consent-record",
        description = {
            "Prints what one customer permitted, as JSON-LD: ISO/IEC TS 27560 in the terms of the Data Privacy Vocabulary.",
            "All records, which is in force for each purpose, and what each trigger uses by which channel."
        })
final class ConsentRecordCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CustomerOptions customer = new CustomerOptions();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = TimeReader.class,
            description = "what was in force at this time (default: the newest event)")
    private @Nullable Instant at;

    @Option(
            names = "--controller",
            paramLabel = "FILE",
            description =
                    "what only the controller can say, in YAML or JSON: controller, address, contact, jurisdiction,"
                            + " storage, retention, recipients, withdrawal, language")
    private @Nullable Path controller;

    @Option(
            names = "--decisions",
            paramLabel = "FILE",
            description = "a file of decision records, of which those about the customer are listed as contacts")
    private @Nullable Path decisions;

    @Override
    public Integer call() throws IOException {
        Controller said = controllerOrEnd();
        List<Map<String, Object>> contacts = decisions == null ? null : contacts(decisions);
        OneCustomer followed = customer.follow(at, spec.commandLine().getErr());
        if (!followed.isKnown()) {
            throw Answer.no("there is no event of customer " + customer.id() + (at == null ? "" : " up to " + at)
                    + "; look at the id, which is the subject of the events.");
        }
        History history = History.of(followed.story(), followed.state().facts().consents());
        Bundle bundle = followed.program().timetable().at(followed.end()).bundle();
        byte[] json = StoryJson.bytes(ConsentExport.of(history, bundle, said, contacts));
        ObjectMapper mapper = new ObjectMapper();
        spec.commandLine()
                .getOut()
                .println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(json)));
        return 0;
    }

    private List<Map<String, Object>> contacts(Path file) throws IOException {
        requireFile(file, "name a file of decision records");
        return DecisionLines.about(customer.id(), file);
    }

    private Controller controllerOrEnd() throws IOException {
        if (controller == null) {
            return Controller.UNKNOWN;
        }
        requireFile(controller, "name what the controller says in YAML or JSON");
        Controller.Read read = Controller.read(controller.toString(), Files.readString(controller));
        if (read.controller() == null) {
            spec.commandLine().getErr().print(read.problems().render());
            throw Answer.usedWrongly("the controller's file cannot be used; mend the errors above.");
        }
        return read.controller();
    }

    private static void requireFile(Path file, String wayOut) {
        if (!Files.isReadable(file)) {
            throw Answer.usedWrongly("there is no file " + file + " to read; " + wayOut + ".");
        }
    }
}
