package dev.anlass.jobs.config;

import dev.anlass.engine.rule.Settings;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Everything that is set about a job, checked.
 *
 * @param grace how much later than the newest tick or event time passes
 * @param engine what the engine is told
 * @param bufferTimeout how long a record may wait for company on its way between subtasks
 * @param busyCustomers how many customers each subtask keeps ready for use
 * @param customerSecret what makes the hashes under which customers are kept; needed as long as the state is
 * @param lists what is set about the lists of advisors
 * @param push what is set about delivery to apps
 * @param metricsPorts a port or a range of ports for Prometheus
 * @param webPort of Flink's web page when the job runs in this process; 0 for any free port
 */
public record JobSettings(
        KafkaSettings kafka,
        Clock clock,
        Duration grace,
        Settings engine,
        int parallelism,
        Timers timers,
        Duration bufferTimeout,
        BusyLimit busyCustomers,
        CheckpointSettings checkpoints,
        Secret customerSecret,
        ListSettings lists,
        PushSettings push,
        String metricsPorts,
        int webPort) {

    /** Customers are divided into this many groups; a job can be spread over as many subtasks, ever. */
    public static final int MAX_PARALLELISM = 720;

    public JobSettings withKafka(KafkaSettings other) {
        return with(draft -> draft.kafka = other);
    }

    public JobSettings withClock(Clock other) {
        return with(draft -> draft.clock = other);
    }

    public JobSettings withEngine(Settings other) {
        return with(draft -> draft.engine = other);
    }

    public JobSettings withParallelism(int other) {
        return with(draft -> draft.parallelism = other);
    }

    public JobSettings withBusyCustomers(BusyLimit other) {
        return with(draft -> draft.busyCustomers = other);
    }

    public JobSettings withCheckpoints(CheckpointSettings other) {
        return with(draft -> draft.checkpoints = other);
    }

    public JobSettings withCustomerSecret(Secret other) {
        return with(draft -> draft.customerSecret = other);
    }

    public JobSettings withLists(ListSettings other) {
        return with(draft -> draft.lists = other);
    }

    public JobSettings withPush(PushSettings other) {
        return with(draft -> draft.push = other);
    }

    public JobSettings withPorts(String metrics, int web) {
        return with(draft -> {
            draft.metricsPorts = metrics;
            draft.webPort = web;
        });
    }

    /** The settings of a job beside the trigger job: with checkpoints and a web page of its own. */
    public JobSettings beside(String folder) {
        return withCheckpoints(new CheckpointSettings(checkpoints.interval(), checkpoints.directory() + "/" + folder))
                .withPorts(metricsPorts, 0);
    }

    /** These settings, if they say with what secret customers are kept. */
    public JobSettings withSecretOrEnd() {
        if (customerSecret.isNone()) {
            throw new CannotStart("there is no secret to hide customers' ids with: set ANLASS_CUSTOMER_SECRET_FILE to a"
                    + " file with a long random text, such as one made by `openssl rand -hex 32`, and keep it as long"
                    + " as the state");
        }
        return this;
    }

    private JobSettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** Settings of which some are to be others. */
    private static final class Draft {
        private KafkaSettings kafka;
        private Clock clock;
        private Duration grace;
        private Settings engine;
        private int parallelism;
        private Timers timers;
        private Duration bufferTimeout;
        private BusyLimit busyCustomers;
        private CheckpointSettings checkpoints;
        private Secret customerSecret;
        private ListSettings lists;
        private PushSettings push;
        private String metricsPorts;
        private int webPort;

        Draft(JobSettings from) {
            kafka = from.kafka;
            clock = from.clock;
            grace = from.grace;
            engine = from.engine;
            parallelism = from.parallelism;
            timers = from.timers;
            bufferTimeout = from.bufferTimeout;
            busyCustomers = from.busyCustomers;
            checkpoints = from.checkpoints;
            customerSecret = from.customerSecret;
            lists = from.lists;
            push = from.push;
            metricsPorts = from.metricsPorts;
            webPort = from.webPort;
        }

        JobSettings settings() {
            return new JobSettings(
                    kafka,
                    clock,
                    grace,
                    engine,
                    parallelism,
                    timers,
                    bufferTimeout,
                    busyCustomers,
                    checkpoints,
                    customerSecret,
                    lists,
                    push,
                    metricsPorts,
                    webPort);
        }
    }
}
