package dev.anlass.jobs.docker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the paths, names and ports of the containers are on this machine. */
final class Containers {

    /** Ports that containers listen on, wherever they are written. */
    private static final Pattern PORT = Pattern.compile("(?<=[:=])(9092|9093|19092|2181|2888|3888)\\b");

    private static final Path LOGGING = Path.of("src", "test", "resources", "docker", "log4j.properties");

    private final Path home;
    private final Map<String, String> paths;
    private final Map<String, Integer> ports = new HashMap<>();

    Containers(Path home, Path rules) {
        this.home = home;
        Path docker = ComposeFile.DIRECTORY.toAbsolutePath().normalize();
        this.paths = Map.of(
                "/opt/flink", home.resolve("flink").toString(),
                "/var/lib/anlass", home.resolve("job").toString(),
                "/var/lib/zookeeper", home.resolve("zookeeper").toString(),
                "/var/lib/kafka/data", home.resolve("kafka").toString(),
                "/opt/kafka", home.resolve("kafka-tools").toString(),
                "/etc/zookeeper/zoo.cfg", home.resolve("zoo.cfg").toString(),
                "/create-topics", docker.resolve("kafka/create-topics").toString(),
                "/rules", rules.toAbsolutePath().toString());
    }

    Path home() {
        return home;
    }

    /** A port of this machine for a port of a container; names are for those that several containers listen on. */
    int port(String name) {
        return ports.computeIfAbsent(name, any -> freePort());
    }

    /** What stands in the compose file, as it has to be said here. */
    String here(String there) {
        String text = there.replaceAll("\\b(kafka|zookeeper|jobmanager)(?=:\\d)", "localhost")
                .replaceAll("://(?=:\\d)", "://localhost");
        text = PORT.matcher(text).replaceAll(found -> String.valueOf(port(found.group())));
        for (Map.Entry<String, String> path : paths.entrySet()) {
            text = text.replaceAll(
                    "(?<![\\w/])" + Pattern.quote(path.getKey()) + "(?![\\w-])",
                    Matcher.quoteReplacement(path.getValue()));
            text = text.replace("file://" + path.getKey(), "file://" + path.getValue());
        }
        return text;
    }

    /** Makes what is mounted into containers, and what their images have. */
    void prepare() throws IOException {
        for (String volume : List.of("job", "zookeeper", "kafka", "logs", "flink/conf")) {
            Files.createDirectories(home.resolve(volume));
        }
        String zookeeper = Files.readString(ComposeFile.DIRECTORY.resolve("zookeeper/zoo.cfg"));
        Files.writeString(home.resolve("zoo.cfg"), here(zookeeper));
        Files.copy(LOGGING, home.resolve("flink/conf/log4j-session.properties"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("there is no free port", e);
        }
    }
}
