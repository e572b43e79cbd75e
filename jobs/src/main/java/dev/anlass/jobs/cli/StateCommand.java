package dev.anlass.jobs.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.JobSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anlass state}: what the running job remembers of a customer. */
@Command(
        name = "state",
        description = "Shows what the running job remembers of a customer now: attributes, consent, fences, metrics,"
                + " segments, open chains, held candidates, actions, contacts. The subtask that keeps the customer answers;"
                + " nothing of it is written anywhere.")
public final class StateCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SettingsOption settings = new SettingsOption();

    @Option(names = "--customer", paramLabel = "ID", required = true, description = "the customer")
    private String customer = "";

    @Option(
            names = "--target",
            paramLabel = "URL",
            description =
                    "web page of the Flink cluster that runs the job (default: that of `anlass run`, by `web.port`)")
    private @Nullable URI target;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        JobSettings job = settings.settingsOrEnd(spec.commandLine().getErr());
        try (RunningJob running = new RunningJob(webPage(job))) {
            String state = running.state(customer);
            if (state.isEmpty()) {
                throw Answer.no("nothing is remembered of this customer; look whether the id is right.");
            }
            print(JSON.readTree(state));
            return 0;
        } catch (CannotStart refused) {
            throw Answer.no(refused.getMessage() + ".");
        }
    }

    private void print(JsonNode state) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? JSON.writeValueAsString(state) + "\n" : StateText.of(state));
        out.flush();
    }

    private URI webPage(JobSettings job) {
        URI page = target == null ? URI.create("http://localhost:" + job.webPort()) : target;
        if (page.getHost() == null || page.getPort() <= 0) {
            throw Answer.usedWrongly(
                    "it is not said where the job runs; name the web page of its cluster with --target,"
                            + " such as http://localhost:8081.");
        }
        return page;
    }
}
