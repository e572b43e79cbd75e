package dev.anlass.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Emission;
import dev.anlass.engine.step.Population;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.Secret;
import dev.anlass.jobs.config.SettingsReader;
import dev.anlass.jobs.connector.EffectJson;
import dev.anlass.jobs.operator.CustomerKeys;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole demo, on a small day: through Kafka and Flink comes exactly what the engine alone finds. */
class DemoTest {

    private static final long SEED = 7;
    private static final int CUSTOMERS = 200;

    @TempDir
    Path out;

    @Test
    void whatComesOutOfKafkaIsWhatTheEngineAloneFinds() throws Exception {
        RuleFiles rules = RuleFiles.read(Path.of("../rules"));
        Bundle bundle = Objects.requireNonNull(Rulebook.load(rules, "demo-test").bundle());
        Expected expected = Expected.of(bundle, new GeneratedEvents(SEED, CUSTOMERS, bundle.fences()));

        StringWriter printed = new StringWriter();
        DemoSummary summary = Demo.run(
                plan(rules, bundle),
                new GeneratedEvents(SEED, CUSTOMERS, bundle.fences()),
                new Screen(new PrintWriter(printed), null),
                Stop.never());

        assertThat(linesOf("actions.ndjson")).containsExactlyInAnyOrderElementsOf(expected.actions);
        assertThat(linesOf("decisions.ndjson")).containsExactlyInAnyOrderElementsOf(expected.decisions);
        assertThat(summary.rejectedByReason()).isEqualTo(expected.rejected);
        assertThat(summary.events()).isEqualTo(expected.events);
        assertThat(summary.accepted()).isEqualTo(expected.accepted);
        assertThat(printed.toString())
                .contains("pickup-offer:", "revoked: overtaken", "from the broker's append", "http://localhost:");
    }

    private DemoPlan plan(RuleFiles rules, Bundle bundle) {
        return new DemoPlan(
                rules,
                bundle,
                "a small generated day",
                ZoneId.of("Europe/Zurich"),
                Double.POSITIVE_INFINITY,
                Integer.MAX_VALUE,
                out,
                0,
                false,
                false);
    }

    private List<String> linesOf(String file) throws Exception {
        return Files.readAllLines(out.resolve(file));
    }

    /** What the engine finds without a runtime. */
    private static final class Expected {

        private final List<String> actions = new ArrayList<>();
        private final List<String> decisions = new ArrayList<>();
        private final Map<String, Long> rejected = new TreeMap<>();
        private long events;
        private long accepted;

        static Expected of(Bundle bundle, EventStream day) throws Exception {
            JobSettings settings = SettingsReader.ofDefaults();
            Program program = Program.of(List.of(bundle), settings.engine());
            Population population = new Population(program, settings.grace().toMillis());
            Expected expected = new Expected();
            for (byte[] record = day.next(); record != null; record = day.next()) {
                Decoded decoded = program.decoder().decode(record, null);
                expected.take(decoded);
                population.accept(decoded).forEach(expected::take);
            }
            population.passTo(population.newestAccepted()).forEach(expected::take);
            return expected;
        }

        private void take(Decoded decoded) {
            events++;
            if (decoded instanceof Decoded.Accepted) {
                accepted++;
            } else if (decoded instanceof Decoded.Rejected bad) {
                rejected.merge(bad.rejection().reason(), 1L, Long::sum);
            }
        }

        private void take(Emission emission) {
            if (emission.effect() instanceof Effect.Request request) {
                actions.add(text(EffectJson.action(request.action())));
            } else if (emission.effect() instanceof Effect.Revoke revoke) {
                actions.add(text(EffectJson.revocation(revoke.revocation())));
            } else if (emission.effect() instanceof Effect.Record record) {
                decisions.add(text(EffectJson.decision(record.decision())));
            } else if (emission.effect() instanceof Effect.Erased erased) {
                decisions.add(text(EffectJson.erased(erased, new CustomerKeys(Secret.NONE).of(erased.customer()))));
            } else if (emission.effect() instanceof Effect.Reject reject) {
                accepted--;
                rejected.merge(reject.rejection().reason(), 1L, Long::sum);
            } else if (emission.effect() instanceof Effect.Count count && count.counter() == Effect.Counter.DUPLICATE) {
                accepted--;
            }
        }

        private static String text(byte[] json) {
            return new String(json, StandardCharsets.UTF_8);
        }
    }
}
