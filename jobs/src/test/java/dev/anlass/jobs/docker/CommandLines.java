package dev.anlass.jobs.docker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the entry points of the images make of a service, as command lines for this machine. */
final class CommandLines {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Path IMAGE =
            ComposeFile.DIRECTORY.resolve("image").toAbsolutePath().normalize();
    private static final String RESULT = "BASH_JAVA_UTILS_EXEC_RESULT:";

    /** A directory with the jar of Kafka's command line tools, which the job does without. */
    private static final String KAFKA_TOOLS = System.getProperty("anlass.kafka-tools", "");

    private static final List<String> KAFKA_SCRIPTS = List.of(
            "kafka-topics.sh org.apache.kafka.tools.TopicCommand",
            "kafka-broker-api-versions.sh org.apache.kafka.tools.BrokerApiVersionsCommand");

    private final Containers containers;

    CommandLines(Containers containers) {
        this.containers = containers;
    }

    /** Divides the jars between Flink and the job, as the image is divided. */
    List<String> chooseJars() {
        return List.of(
                IMAGE.resolve("choose-jars").toString(),
                TARGET.toString(),
                flink().resolve("usrlib").toString(),
                flink().resolve("lib").toString());
    }

    List<String> of(ComposeService service) throws IOException {
        if (service.image().startsWith("apache/kafka") && service.entrypoint().isEmpty()) {
            return broker(service);
        }
        if (!service.entrypoint().isEmpty()) {
            return program(service.entrypoint(), service.command());
        }
        return service.command().get(0).equals("taskmanager") ? taskManager(service) : jobManager(service);
    }

    Map<String, String> environment(ComposeService service) throws IOException {
        kafkaScripts();
        Map<String, String> environment = new LinkedHashMap<>();
        service.environment().forEach((name, value) -> environment.put(name, containers.here(value)));
        environment.put("FLINK_HOME", flink().toString());
        environment.put("KAFKA_BIN", containers.here("/opt/kafka/bin"));
        return environment;
    }

    List<String> healthCheck(ComposeService service) {
        return program(service.healthCheck(), List.of());
    }

    Map<String, String> healthEnvironment(ComposeService service) {
        return Map.of(
                "METRICS_PORT", String.valueOf(metricsPort(service.name())),
                "WEB_PORT", String.valueOf(webPort()),
                "ZOOKEEPER_PORT", String.valueOf(containers.port("2181")));
    }

    int webPort() {
        return containers.port("web");
    }

    int metricsPort(String service) {
        return containers.port("metrics of " + service);
    }

    private List<String> program(List<String> entrypoint, List<String> command) {
        List<String> words = new ArrayList<>(entrypoint);
        words.addAll(command);
        words.replaceAll(containers::here);
        Path ours = IMAGE.resolve(words.get(0));
        if (words.get(0).equals("java")) {
            words.set(0, JAVA);
        } else if (Files.exists(ours)) {
            words.set(0, ours.toString());
        }
        return words;
    }

    /** The image makes a property of each variable, formats its directory, and starts the broker. */
    private List<String> broker(ComposeService service) throws IOException {
        Path properties = containers.home().resolve("server.properties");
        Files.write(properties, brokerProperties(service));
        String kafka = JAVA + " -cp '" + TARGET.resolve("lib") + "/*'";
        return List.of(
                "bash",
                "-c",
                kafka + " kafka.tools.StorageTool format --ignore-formatted -t 5L6g3nShT-eMCtK--X86sw -c " + properties
                        + " && exec " + kafka + " " + service.environment().get("KAFKA_HEAP_OPTS") + " kafka.Kafka "
                        + properties);
    }

    private List<String> brokerProperties(ComposeService service) {
        return service.environment().entrySet().stream()
                .filter(variable -> !variable.getKey().equals("KAFKA_HEAP_OPTS"))
                .map(variable -> variable.getKey()
                                .substring("KAFKA_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.')
                        + "="
                        + containers.here(variable.getValue()))
                .toList();
    }

    private List<String> jobManager(ComposeService service) throws IOException {
        Path configuration = configuration(service);
        Path entryPoint = containers.home().resolve("entry-point");
        copyEntryPoint(entryPoint);
        List<String> line = new ArrayList<>(List.of(JAVA));
        line.addAll(memory("GET_JM_RESOURCE_PARAMS", configuration).get(0));
        line.addAll(options(entryPoint + ":"));
        line.add(ApplicationEntryPoint.class.getName());
        line.add(configuration.toString());
        line.add(flink().resolve("usrlib").toString());
        line.add(service.command().get(service.command().indexOf("--job-classname") + 1));
        return line;
    }

    private List<String> taskManager(ComposeService service) throws IOException {
        Path configuration = configuration(service);
        List<List<String>> memory = memory("GET_TM_RESOURCE_PARAMS", configuration);
        List<String> line = new ArrayList<>(List.of(JAVA));
        line.addAll(memory.get(0));
        line.addAll(options(""));
        line.addAll(List.of("org.apache.flink.runtime.taskexecutor.TaskManagerRunner", "--configDir"));
        line.add(configuration.toString());
        line.addAll(memory.get(1));
        return line;
    }

    /** What the start scripts of Flink ask it: options for the virtual machine, and settings that follow from memory. */
    private List<List<String>> memory(String question, Path configuration) throws IOException {
        Process process = new ProcessBuilder(
                        JAVA,
                        "-cp",
                        flink().resolve("lib") + "/*",
                        "org.apache.flink.runtime.util.bash.BashJavaUtils",
                        question,
                        "--configDir",
                        configuration.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.startsWith(RESULT))
                    .map(line -> Arrays.asList(line.substring(RESULT.length()).split(" ", -1)))
                    .toList();
        }
    }

    private List<String> options(String before) {
        return List.of(
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "-Dlog4j.configurationFile=" + containers.here("/opt/flink/conf/log4j-session.properties"),
                "-cp",
                before + flink().resolve("lib") + "/*");
    }

    /** The properties of the service, with the ports and names that are needed on one machine. */
    private Path configuration(ComposeService service) throws IOException {
        Map<String, String> properties = service.environment()
                .get("FLINK_PROPERTIES")
                .lines()
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> containers.here(pair[1]), (one, other) -> one, LinkedHashMap::new));
        properties.put("jobmanager.rpc.address", "localhost");
        properties.put("taskmanager.host", "localhost");
        properties.put("rest.address", "localhost");
        properties.put("rest.port", String.valueOf(webPort()));
        properties.put("metrics.reporter.prometheus.port", String.valueOf(metricsPort(service.name())));
        properties.put(
                "io.tmp.dirs",
                Files.createDirectories(containers.home().resolve("tmp")).toString());
        Path directory = Files.createDirectories(flink().resolve("conf").resolve(service.name()));
        Files.write(
                directory.resolve("config.yaml"),
                properties.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .toList());
        return directory;
    }

    private static void copyEntryPoint(Path to) throws IOException {
        String file = ApplicationEntryPoint.class.getName().replace('.', '/') + ".class";
        Path copy = to.resolve(file);
        Files.createDirectories(copy.getParent());
        try (var bytes = ApplicationEntryPoint.class.getClassLoader().getResourceAsStream(file)) {
            Files.write(copy, bytes.readAllBytes());
        }
    }

    /** Kafka's scripts do no more than to choose a class. */
    private void kafkaScripts() throws IOException {
        Path bin = Files.createDirectories(Path.of(containers.here("/opt/kafka/bin")));
        for (String script : KAFKA_SCRIPTS) {
            String[] nameAndClass = script.split(" ", 2);
            Path file = bin.resolve(nameAndClass[0]);
            Files.writeString(
                    file,
                    "#!/usr/bin/env bash\nexec " + JAVA + " -cp '" + TARGET.resolve("lib") + "/*:" + KAFKA_TOOLS
                            + "/*' " + nameAndClass[1] + " \"$@\"\n");
            file.toFile().setExecutable(true);
        }
    }

    private Path flink() {
        return containers.home().resolve("flink");
    }
}
