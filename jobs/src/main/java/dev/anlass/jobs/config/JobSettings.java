package dev.anlass.jobs.config;

import dev.anlass.engine.rule.Settings;
import java.time.Duration;

/**
 * Everything that is set about a job, checked.
 *
 * @param grace how much later than the newest tick or event time passes
 * @param engine what the engine is told
 * @param bufferTimeout how long a record may wait for company on its way between subtasks
 * @param busyCustomers how many customers each subtask keeps ready for use
 * @param customerSecret what makes the hashes under which customers are kept; needed as long as the state is
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
        int busyCustomers,
        CheckpointSettings checkpoints,
        Secret customerSecret,
        String metricsPorts,
        int webPort) {

    /** Customers are divided into this many groups; a job can be spread over as many subtasks, ever. */
    public static final int MAX_PARALLELISM = 720;

    public JobSettings withKafka(KafkaSettings other) {
        return new JobSettings(
                other,
                clock,
                grace,
                engine,
                parallelism,
                timers,
                bufferTimeout,
                busyCustomers,
                checkpoints,
                customerSecret,
                metricsPorts,
                webPort);
    }

    public JobSettings withClock(Clock other) {
        return new JobSettings(
                kafka,
                other,
                grace,
                engine,
                parallelism,
                timers,
                bufferTimeout,
                busyCustomers,
                checkpoints,
                customerSecret,
                metricsPorts,
                webPort);
    }

    public JobSettings withEngine(Settings other) {
        return new JobSettings(
                kafka,
                clock,
                grace,
                other,
                parallelism,
                timers,
                bufferTimeout,
                busyCustomers,
                checkpoints,
                customerSecret,
                metricsPorts,
                webPort);
    }

    public JobSettings withParallelism(int other) {
        return new JobSettings(
                kafka,
                clock,
                grace,
                engine,
                other,
                timers,
                bufferTimeout,
                busyCustomers,
                checkpoints,
                customerSecret,
                metricsPorts,
                webPort);
    }

    public JobSettings withBusyCustomers(int other) {
        return new JobSettings(
                kafka,
                clock,
                grace,
                engine,
                parallelism,
                timers,
                bufferTimeout,
                other,
                checkpoints,
                customerSecret,
                metricsPorts,
                webPort);
    }

    public JobSettings withCheckpoints(CheckpointSettings other) {
        return new JobSettings(
                kafka,
                clock,
                grace,
                engine,
                parallelism,
                timers,
                bufferTimeout,
                busyCustomers,
                other,
                customerSecret,
                metricsPorts,
                webPort);
    }

    public JobSettings withPorts(String metrics, int web) {
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
                metrics,
                web);
    }

    public JobSettings withCustomerSecret(Secret other) {
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
                other,
                metricsPorts,
                webPort);
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
}
