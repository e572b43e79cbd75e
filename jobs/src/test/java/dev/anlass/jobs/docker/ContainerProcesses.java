package dev.anlass.jobs.docker;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The services of the compose file as processes on this machine: the same jars, commands, settings and health checks. */
final class ContainerProcesses implements AutoCloseable {

    private static final Duration HEALTHY_WITHIN = Duration.ofMinutes(4);
    private static final Duration DONE_WITHIN = Duration.ofMinutes(2);
    private static final int CHECK_EVERY_MILLIS = 1_000;
    private static final int LINES_SHOWN = 40;
    private static final Pattern JOB = Pattern.compile("\"jid\":\"(\\w+)\"");

    private final ComposeFile compose;
    private final Containers containers;
    private final CommandLines commands;
    private final Map<String, Process> running = new LinkedHashMap<>();

    ContainerProcesses(ComposeFile compose, Containers containers) throws IOException, InterruptedException {
        this.compose = compose;
        this.containers = containers;
        this.commands = new CommandLines(containers);
        containers.prepare();
        execute("the choice of jars", commands.chooseJars(), Map.of());
    }

    /** Starts services in their order, each when what it depends on is as far as it asks for. */
    void up(String... names) throws IOException, InterruptedException {
        for (String name : names) {
            for (Map.Entry<String, String> needed :
                    compose.service(name).dependsOn().entrySet()) {
                require(name, needed.getKey(), needed.getValue());
            }
            start(name);
        }
    }

    void start(String name) throws IOException, InterruptedException {
        ComposeService service = compose.service(name);
        if (service.isOneShot()) {
            execute(name, commands.of(service), commands.environment(service));
        } else {
            running.put(name, process(name, commands.of(service), commands.environment(service)));
        }
    }

    /** As the machine kills: without a chance to tidy up. */
    void kill(String name) throws InterruptedException {
        running.remove(name).destroyForcibly().waitFor();
    }

    void awaitHealthy(String name) throws IOException, InterruptedException {
        long end = System.nanoTime() + HEALTHY_WITHIN.toNanos();
        while (!isHealthy(name)) {
            if (System.nanoTime() > end || running.get(name).waitFor(CHECK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError(name + " is not healthy:\n" + lastLines(name));
            }
        }
    }

    private boolean isHealthy(String name) throws IOException, InterruptedException {
        ComposeService service = compose.service(name);
        Process check = process(name + "-health", commands.healthCheck(service), commands.healthEnvironment(service));
        return check.waitFor() == 0;
    }

    /** What Prometheus reads from a service. */
    String metrics(String name) throws IOException, InterruptedException {
        return page(commands.metricsPort(name), "/metrics");
    }

    /** What Flink's web page says of the job's checkpoints. */
    String checkpoints() throws IOException, InterruptedException {
        Matcher job = JOB.matcher(page(commands.webPort(), "/jobs/overview"));
        return job.find() ? page(commands.webPort(), "/jobs/" + job.group(1) + "/checkpoints") : "";
    }

    private static String page(int port, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + port + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void require(String name, String needed, String condition) throws IOException, InterruptedException {
        switch (condition) {
            case "service_healthy" -> awaitHealthy(needed);
            // One-shots have been waited for when they were started.
            case "service_completed_successfully", "service_started" -> {}
            default -> throw new AssertionError(name + " depends on " + needed + " by " + condition);
        }
    }

    private void execute(String name, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Process process = process(name, command, environment);
        boolean ended = process.waitFor(DONE_WITHIN.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError(name + " did not succeed:\n" + lastLines(name));
        }
    }

    private Process process(String name, List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        File log = log(name).toFile();
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private String lastLines(String name) throws IOException {
        List<String> lines = Files.readAllLines(log(name));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }

    private Path log(String name) {
        return containers.home().resolve("logs").resolve(name.replace(' ', '-') + ".log");
    }

    @Override
    public void close() throws InterruptedException {
        List<Process> newestFirst = new ArrayList<>(running.values());
        Collections.reverse(newestFirst);
        newestFirst.forEach(Process::destroy);
        for (Process process : newestFirst) {
            if (!process.waitFor(CHECK_EVERY_MILLIS * 10L, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
