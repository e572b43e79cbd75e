package dev.anlass.jobs.cli;

import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.GatewaySettings;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.connector.kafka.AppEventSink;
import dev.anlass.jobs.connector.kafka.FollowedTopic;
import dev.anlass.jobs.connector.kafka.InAppTopic;
import dev.anlass.jobs.connector.kafka.KafkaTopics;
import dev.anlass.jobs.demo.Stop;
import dev.anlass.jobs.push.AppTokens;
import dev.anlass.jobs.push.gateway.Gateway;
import dev.anlass.jobs.push.gateway.OpenApps;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anlass gateway}: what apps talk to, until it is ended. */
@Command(
        name = "gateway",
        description = {
            "Tells open apps what to show, as server-sent events, and takes what became of it.",
            "Apps say who they are by signed tokens; push.token_secret signs them."
        })
final class GatewayCommand implements Callable<Integer> {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SettingsOption settings = new SettingsOption();

    @Option(
            names = "--token-for",
            paramLabel = "CUSTOMER",
            description = "prints a token with which an app of this customer reads, and ends; for trying it out")
    private @Nullable String tokenFor;

    @Option(
            names = "--valid",
            paramLabel = "TIME",
            defaultValue = "1h",
            converter = DurationReader.class,
            description = "how long that token holds, such as 90s, 2h or 30d (default: 1h)")
    private long validMillis;

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        try (Stop stop = Stop.onCtrlC()) {
            JobSettings job = settings.settingsOrEnd(err);
            AppTokens tokens = new AppTokens(job.push().tokenSecret());
            if (tokenFor == null) {
                serve(job, settings.gatewayOrEnd(err), tokens, stop);
            } else {
                long until = InstantSource.system().millis() + validMillis;
                spec.commandLine().getOut().println(tokens.forApp(tokenFor, until));
            }
            return 0;
        } catch (CannotStart refused) {
            throw Answer.no(refused.getMessage() + ".");
        }
    }

    private void serve(JobSettings job, GatewaySettings gateway, AppTokens tokens, Stop stop)
            throws InterruptedException {
        new KafkaTopics(job.kafka())
                .require(job.kafka().topics().inApp(), job.kafka().topics().events());
        InstantSource wall = InstantSource.system();
        try (AppEventSink events = new AppEventSink(job.kafka())) {
            OpenApps apps = new OpenApps(wall, events);
            try (FollowedTopic messages = InAppTopic.start(job.kafka(), apps, wall);
                    Gateway server = new Gateway(
                            gateway,
                            new Gateway.Seams(
                                    tokens,
                                    apps,
                                    events,
                                    () -> messages.trouble().isPresent(),
                                    wall))) {
                server.start();
                spec.commandLine().getOut().println("the gateway is at http://" + gateway.host() + ":" + server.port());
                sayTrouble(messages, stop);
            }
        }
    }

    /** Until somebody wants to end; the same trouble is said once. */
    private void sayTrouble(FollowedTopic messages, Stop stop) throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        String said = "";
        while (!stop.await(LOOK_AGAIN)) {
            String trouble = messages.trouble().orElse("");
            if (!trouble.equals(said)) {
                err.println(trouble.isEmpty() ? "messages are read again" : "messages wait: " + trouble);
            }
            said = trouble;
        }
    }
}
