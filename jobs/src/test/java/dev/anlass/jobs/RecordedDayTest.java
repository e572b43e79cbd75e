package dev.anlass.jobs;

import static dev.anlass.jobs.connector.kafka.TestTopics.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Emission;
import dev.anlass.engine.step.Population;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.config.CheckpointSettings;
import dev.anlass.jobs.config.Clock;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.SettingsReader;
import dev.anlass.jobs.connector.EffectJson;
import dev.anlass.jobs.connector.kafka.RulesTopic;
import dev.anlass.jobs.connector.kafka.TestTopics;
import dev.anlass.jobs.demo.EmbeddedFlink;
import dev.anlass.jobs.demo.EmbeddedJob;
import dev.anlass.jobs.operator.PublishedBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A whole recorded day through Kafka, the job and back, over the loss of a TaskManager: the actions of the replay. */
@ExtendWith(TestTopics.Extension.class)
class RecordedDayTest {

    private static final String RECORDED = "retail-beijing";
    private static final int MARKS = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Comes due one millisecond after the newest event, for customers of its own: when it is out, all else is. */
    private static final String MARK = """
            trigger: end-mark
            description: Tells the test that time has come to the end.
            owner: test
            state: live
            purpose: service-messages
            channel: sms
            when: [{step: mark, event: complaint.filed, where: event.topic == "end-mark"}]
            wait: 1h
            action: {name: end-mark}
            """;

    /** Goes out at once: when it is out, the job runs. */
    private static final String START_MARK =
            MARK.replace("end-mark", "start-mark").replace("wait: 1h\n", "");

    @TempDir
    Path checkpoints;

    @Test
    void theJobFindsExactlyTheActionsOfTheReplay(TestTopics topics) throws Exception {
        RecordedDay day = RecordedDay.findOrGenerate(RECORDED);
        RuleFiles rules = RuleFiles.read(Path.of("../rules"))
                .with("fences/zurich.geojson", day.fences())
                .with("triggers/test/end-mark.yaml", MARK)
                .with("triggers/test/start-mark.yaml", START_MARK);
        Replayed replayed = Replayed.of(rules, day.events());

        JobSettings settings = settings(topics, rules, day.partitions());
        try (EmbeddedFlink flink = EmbeddedFlink.start(settings);
                Writer writer = new Writer(topics, day.partitions())) {
            EmbeddedJob job = flink.submit(TriggerJob.graph(settings, null));
            int size = day.events().size();
            writer.start(replayed.oldest());
            awaitFirstActions(topics, 1);
            writer.write(day.events().subList(0, size / 2));
            job.checkpoint();
            writer.write(day.events().subList(size / 2, size - size / 20));
            awaitFirstActions(topics, replayed.actions().size() / 4);
            flink.replaceTaskManager();
            writer.write(day.events().subList(size - size / 20, size));
            writer.finish(replayed.newest());

            awaitMarks(topics);
            job.checkpoint();
            report(topics, replayed, day);
        }
    }

    private static void awaitFirstActions(TestTopics topics, int number) {
        String actions = topics.settings().topics().actions();
        assertThat(topics.readUntil(actions, PATIENCE, records -> records.size() >= number))
                .isNotEmpty();
    }

    private static void awaitMarks(TestTopics topics) {
        Set<String> seen = new HashSet<>();
        int[] read = {0};
        topics.readUntil(topics.settings().topics().actions(), PATIENCE, records -> {
            for (var record : records.subList(read[0], records.size())) {
                JsonNode action = parse(record.value());
                if (action.at("/data/action").asText().equals("end-mark")) {
                    seen.add(action.get("subject").asText());
                }
            }
            read[0] = records.size();
            return seen.size() == MARKS;
        });
    }

    private static void report(TestTopics topics, Replayed replayed, RecordedDay day) {
        Map<String, String> found = new TreeMap<>();
        int repeats = 0;
        int end = replayed.actions().size();
        List<String> lines = texts(topics.readUntil(
                topics.settings().topics().actions(), records -> distinctRequests(texts(records)) >= end + MARKS + 1));
        Set<String> seen = new HashSet<>();
        for (String line : lines) {
            JsonNode action = parse(line.getBytes(StandardCharsets.UTF_8));
            JsonNode data = action.get("data");
            if (data.path("action").asText().endsWith("-mark")) {
                continue;
            }
            String id = data.get("action_id").asText();
            repeats += seen.add(id + "/" + data.get("revision")) ? 0 : 1;
            if (action.get("type").asText().equals("action.requested")) {
                found.put(id, data.get("payload").toString());
            }
        }
        System.out.printf(
                "%s: %d events, %d actions, the same as in the replay; %d repeats on the wire after the TaskManager was lost%n",
                day.title(), day.events().size(), found.size(), repeats);
        assertThat(found).isNotEmpty().containsExactlyEntriesOf(replayed.actions());
    }

    private static long distinctRequests(List<String> lines) {
        return lines.stream()
                .map(line -> parse(line.getBytes(StandardCharsets.UTF_8)))
                .filter(action -> action.get("type").asText().equals("action.requested"))
                .map(action -> action.at("/data/action_id").asText())
                .distinct()
                .count();
    }

    private JobSettings settings(TestTopics topics, RuleFiles rules, int partitions) throws Exception {
        topics.created(partitions);
        new RulesTopic(topics.settings()).publish(new PublishedBundle("one", 0, rules));
        return SettingsReader.ofDefaults()
                .withKafka(topics.settings())
                .withClock(Clock.EVENTS)
                .withCheckpoints(new CheckpointSettings(
                        Duration.ofSeconds(2), checkpoints.toUri().toString()))
                .withPorts(String.valueOf(freePort()), 0);
    }

    private static JsonNode parse(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** What the engine finds without a runtime: payloads by action id. */
    private record Replayed(Map<String, String> actions, long oldest, long newest) {

        static Replayed of(RuleFiles rules, List<String> events) {
            var bundle = Objects.requireNonNull(Rulebook.load(rules, "one").bundle());
            Program program =
                    Program.of(List.of(bundle), SettingsReader.ofDefaults().engine());
            Population population = new Population(program, GRACE.toMillis());
            Map<String, String> actions = new TreeMap<>();
            long oldest = Long.MAX_VALUE;
            for (String event : events) {
                Decoded decoded = program.decoder().decode(event.getBytes(StandardCharsets.UTF_8), null);
                if (decoded instanceof Decoded.Accepted accepted) {
                    oldest = Math.min(oldest, accepted.event().time());
                }
                population.accept(decoded).forEach(emission -> keep(emission, actions));
            }
            population.passTo(population.newestAccepted()).forEach(emission -> keep(emission, actions));
            return new Replayed(actions, oldest, population.newestAccepted());
        }

        private static void keep(Emission emission, Map<String, String> actions) {
            if (emission.effect() instanceof Effect.Request request) {
                JsonNode data = parse(EffectJson.action(request.action())).get("data");
                actions.put(request.action().id(), data.get("payload").toString());
            }
        }
    }

    /** Writes events in their order, each to the partition of its customer. */
    private static final class Writer implements AutoCloseable {

        private final KafkaProducer<byte[], byte[]> producer;
        private final String topic;
        private final int partitions;
        private final List<Future<RecordMetadata>> sent = new ArrayList<>();

        Writer(TestTopics topics, int partitions) {
            this.partitions = partitions;
            topic = topics.settings().topics().events();
            producer = new KafkaProducer<>(
                    topics.settings().clientProperties(), new ByteArraySerializer(), new ByteArraySerializer());
        }

        void write(List<String> events) {
            for (String event : events) {
                byte[] value = event.getBytes(StandardCharsets.UTF_8);
                byte[] key = customer(value).getBytes(StandardCharsets.UTF_8);
                sent.add(producer.send(new ProducerRecord<>(topic, key, value)));
            }
            flush();
        }

        /** Empty if the record cannot be read. */
        private static String customer(byte[] event) {
            try {
                return JSON.readTree(event).path("subject").asText();
            } catch (IOException e) {
                return "";
            }
        }

        void start(long oldest) {
            write(List.of(event("mark", "complaint.filed", oldest, "{\"topic\":\"start-mark\"}")));
        }

        /** Marks for every subtask, then ticks that let time pass to the marks. */
        void finish(long newest) {
            List<String> marks = new ArrayList<>();
            long marked = newest + 1 - Duration.ofHours(1).toMillis();
            for (int i = 0; i < MARKS; i++) {
                marks.add(event("mark-" + i, "complaint.filed", marked, "{\"topic\":\"end-mark\"}"));
            }
            write(marks);
            String tick = event("tick", "tick", newest + 1 + GRACE.toMillis(), "{}");
            for (int partition = 0; partition < partitions; partition++) {
                byte[] value = tick.getBytes(StandardCharsets.UTF_8);
                sent.add(producer.send(new ProducerRecord<>(topic, partition, null, value)));
            }
            flush();
        }

        /** Waits until the broker has everything. */
        private void flush() {
            producer.flush();
            assertThat(sent).allMatch(Future::isDone);
            sent.clear();
        }

        private static String event(String subject, String type, long time, String data) {
            return """
                    {"specversion":"1.0","id":"%s","source":"test","type":"%s","subject":"%s","time":"%s","data":%s}""".formatted(subject, type, subject, Instant.ofEpochMilli(time), data);
        }

        @Override
        public void close() {
            producer.close();
        }
    }
}
