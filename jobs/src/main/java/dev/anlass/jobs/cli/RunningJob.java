package dev.anlass.jobs.cli;

import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.operator.StateRequest;
import dev.anlass.jobs.operator.StateResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.client.JobStatusMessage;
import org.apache.flink.util.ExceptionUtils;

/** The trigger job as it runs on a Flink cluster, asked by way of the cluster's web page. */
final class RunningJob implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NAME = "Anlass";
    private static final String OPERATOR = "trigger";

    private final URI webPage;
    private final RestClusterClient<String> cluster;

    /** @param webPage of the cluster, with its port */
    RunningJob(URI webPage) {
        this.webPage = webPage;
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.ADDRESS, webPage.getHost());
        configuration.set(RestOptions.PORT, webPage.getPort());
        configuration.set(RestOptions.RETRY_MAX_ATTEMPTS, 1);
        configuration.set(RestOptions.CONNECTION_TIMEOUT, PATIENCE);
        try {
            this.cluster = new RestClusterClient<>(configuration, NAME);
        } catch (Exception e) {
            throw new CannotStart("the Flink cluster at " + webPage + " cannot be asked (" + e.getMessage()
                    + "): name its web page with --target URL");
        }
    }

    /** What the job remembers of a customer, as a JSON object; empty if nothing. */
    String state(String customer) {
        JobID job = job();
        return ((StateResponse) answer(cluster.sendCoordinationRequest(job, OPERATOR, new StateRequest(customer))))
                .json();
    }

    private JobID job() {
        List<JobStatusMessage> running = answer(cluster.listJobs()).stream()
                .filter(job -> job.getJobName().equals(NAME) && job.getJobState() == JobStatus.RUNNING)
                .toList();
        if (running.size() != 1) {
            throw new CannotStart("the Flink cluster at " + webPage + " runs " + running.size()
                    + " jobs named " + NAME
                    + " where one is needed: start it with `anlass run`, or name another cluster with"
                    + " --target URL");
        }
        return running.get(0).getJobId();
    }

    private <T> T answer(CompletableFuture<T> asked) {
        try {
            return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw noAnswer("interrupted");
        } catch (ExecutionException e) {
            throw noAnswer(firstLine(ExceptionUtils.stripExecutionException(e)));
        } catch (TimeoutException e) {
            throw noAnswer("nothing came within " + PATIENCE.toSeconds() + " s");
        }
    }

    private CannotStart noAnswer(String why) {
        return new CannotStart("the job on the Flink cluster at " + webPage + " does not answer (" + why
                + "): look at its web page, or name another cluster with --target URL");
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        cluster.close();
    }
}
