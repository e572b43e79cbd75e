package dev.anlass.jobs.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A real Kafka broker in this process: KRaft, one node, free local ports, its log in a directory that is removed at the end. */
public final class EmbeddedKafka implements AutoCloseable {

    private static final int NODE = 1;

    /** What one small node needs; the cleaner dies without a word if its buffer does not fit into a small heap. */
    private static final Map<String, String> SMALL = Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "1",
            "group.initial.rebalance.delay.ms", "0",
            "auto.create.topics.enable", "false",
            "log.cleaner.dedupe.buffer.size", "2097152",
            "broker.session.timeout.ms", "3000",
            "broker.heartbeat.interval.ms", "1000");

    private final KafkaRaftServer server;
    private final Path directory;
    private final String bootstrap;

    private EmbeddedKafka(KafkaRaftServer server, Path directory, String bootstrap) {
        this.server = server;
        this.directory = directory;
        this.bootstrap = bootstrap;
    }

    /** Starts a broker and returns when it answers. */
    public static EmbeddedKafka start() throws IOException {
        Path directory = Files.createTempDirectory("anlass-kafka-");
        Ports ports = Ports.free();
        format(directory);
        KafkaConfig config = new KafkaConfig(properties(directory, ports), false);
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        server.startup();
        return new EmbeddedKafka(server, directory, ports.broker());
    }

    /** Host and port that clients connect to. */
    public String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> properties(Path directory, Ports ports) {
        Map<String, String> properties = new java.util.HashMap<>(SMALL);
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", String.valueOf(NODE));
        properties.put("controller.quorum.voters", NODE + "@" + ports.controller());
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("listeners", "CLIENTS://" + ports.broker() + ",CONTROLLER://" + ports.controller());
        properties.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("inter.broker.listener.name", "CLIENTS");
        properties.put("log.dirs", directory.toString());
        return properties;
    }

    private static void format(Path directory) throws IOException {
        try {
            new Formatter()
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(directory.toString()))
                    .setMetadataLogDirectory(directory.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (Exception e) {
            throw new IOException("the embedded broker cannot use " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Addresses of the two listeners of the node. */
    private record Ports(String broker, String controller) {

        static Ports free() throws IOException {
            InetAddress local = InetAddress.getLoopbackAddress();
            try (ServerSocket one = new ServerSocket(0, 1, local);
                    ServerSocket other = new ServerSocket(0, 1, local)) {
                return new Ports("localhost:" + one.getLocalPort(), "localhost:" + other.getLocalPort());
            }
        }
    }
}
