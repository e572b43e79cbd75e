package dev.anlass.jobs.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rulefile.Loaded;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.jobs.demo.GeneratedEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a record makes a subtask do has a bound, which does not depend on the machine. The bounds lie a little above what is
 * done; whoever does less draws them closer.
 */
class CountedWorkTest {

    private static final long SEED = 7;
    private static final int CUSTOMERS = 200;
    private static final int ERASED = 1;
    private static final int VIEWS = 300;
    private static final int FEW_READY = 20;
    private static final int ALL_READY = 10_000;

    @Test
    void whoIsKeptReadyIsReadOnceAndWrittenSeldom() throws IOException {
        CountedWork work = cityDay(ALL_READY);

        assertThat(work.reads()).isLessThanOrEqualTo(CUSTOMERS + ERASED);
        assertThat(work.writesPerRecord()).isLessThan(0.029);
    }

    @Test
    void whoGaveWayToOthersIsReadOnceMoreAndWrittenIfAnythingChanged() throws IOException {
        CountedWork work = cityDay(FEW_READY);

        assertThat(work.readsPerRecord()).isLessThan(0.085);
        assertThat(work.writesPerRecord()).isLessThan(0.085);
    }

    @Test
    void aRecordOfTheCityDaySetsFewAlarmsEvaluatesFewConditionsAndAllocatesLittle() throws IOException {
        CountedWork work = cityDay(ALL_READY);
        assertThat(work.alarmsPerRecord()).isLessThan(0.085);
        assertThat(work.conditionsPerRecord()).isLessThan(0.16);
        assertThat(work.bytesPerRecord()).isLessThan(5_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000})
    void aRecordAmongManyTriggersEvaluatesAndAllocatesNoMoreThanAmongFew(int triggers) {
        CountedWork work = views(triggers);

        assertThat(work.reads()).isZero();
        assertThat(work.writes()).isZero();
        assertThat(work.conditionsPerRecord()).isLessThanOrEqualTo(0.5);
        assertThat(work.bytesPerRecord()).isLessThan(5_000);
    }

    private static CountedWork cityDay(int readyAtMost) throws IOException {
        Bundle bundle = bundle(RuleFiles.read(Path.of("../rules")));
        List<byte[]> records = new ArrayList<>();
        try (GeneratedEvents day = new GeneratedEvents(SEED, CUSTOMERS, bundle.fences())) {
            for (byte[] record = day.next(); record != null; record = day.next()) {
                records.add(record);
            }
        }
        return CountedWork.of(bundle, records, readyAtMost, 0);
    }

    /** One customer looks at products, half of them of a category that no trigger is about. */
    private static CountedWork views(int triggers) {
        List<byte[]> records = new ArrayList<>();
        records.add(TestEvents.consent("c", 0).getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < VIEWS; i++) {
            String category = i % 2 == 0 ? "c" + i % 100 : "other";
            String data = "{\"product_id\":\"p" + i + "\",\"category\":\"" + category + "\",\"price\":25.0}";
            records.add(TestEvents.event("c", "v" + i, "product.viewed", 60 + i * 10L, data)
                    .getBytes(StandardCharsets.UTF_8));
        }
        return CountedWork.of(bundle(manyTriggers(triggers)), records, ALL_READY, 1);
    }

    private static RuleFiles manyTriggers(int count) {
        StringBuilder triggers = new StringBuilder();
        for (int i = 0; i < count; i++) {
            triggers.append("""
                    ---
                    trigger: look-%1$d
                    description: Looked at something of a category and then ordered something.
                    owner: test
                    state: live
                    purpose: offers
                    channel: push
                    when:
                      - step: look
                        event: product.viewed
                        where: event.price > 20.0 && event.category == "c%1$d"
                      - step: order
                        event: order.placed
                        within: 24h
                    action: {name: thanks, expires: 4h}
                    """.formatted(i));
        }
        return RuleFiles.none()
                .with("catalogue/events.yaml", """
                        events:
                          order.placed:
                            data: behaviour
                            fields: {order_id: string}
                          product.viewed:
                            data: behaviour
                            fields: {product_id: string, category: string, price: double}
                        """)
                .with("catalogue/purposes.yaml", "purposes:\n  offers: {basis: consent}\n")
                .with("catalogue/channels.yaml", "channels:\n  push: {collect_for: none, expires: 4h}\n")
                .with("triggers/looks.yaml", triggers.substring("---\n".length()));
    }

    private static Bundle bundle(RuleFiles files) {
        Loaded loaded = Rulebook.load(files, "counted");
        return Objects.requireNonNull(loaded.bundle(), () -> loaded.problems().render());
    }
}
