package dev.anlass.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.jobs.learn.LogRecord.Decided;
import dev.anlass.jobs.learn.LogRecord.Happened;
import dev.anlass.jobs.learn.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The report over what the engine decided, where the true effect of the action is known because it was planted. */
class ReportTruthTest {

    private static final int STREAMS = 200;
    private static final int CUSTOMERS = 250;
    private static final double BASE = 0.06;
    private static final double UPLIFT = 0.05;
    private static final long SECOND = 1000;
    private static final long DAY = 86_400_000L;

    /** Of 200 intervals of 95 % each, 190 cover the truth if all is right; the bounds leave room for chance. */
    @Test
    void theIntervalCoversThePlantedEffectAsOftenAsItSays() {
        System.out.println("ReportTruthTest plants with seeds 0 to " + (STREAMS - 1));
        int covered = 0;
        for (int seed = 0; seed < STREAMS; seed++) {
            Difference difference = difference(seed);
            assertThat(difference.treated().customers() + difference.control().customers())
                    .isEqualTo(CUSTOMERS);
            covered += difference.lower() <= UPLIFT && UPLIFT <= difference.upper() ? 1 : 0;
        }
        assertThat(covered).isBetween(180, 199);
    }

    private static Difference difference(long seed) {
        Random random = new Random(seed);
        Market market = Market.of(
                List.of("offer"), "control", "policy: control\nholdout: {percent: 30, salt: \"" + seed + "\"}\n");
        Report report = new Report("order.completed", DAY);
        List<Happened> orders = new ArrayList<>();
        for (Decided decided : Market.read(market.visited(Market.START, customers()))) {
            report.decision(decided);
            double rate = decided.isEmitted() ? BASE + UPLIFT : BASE;
            if (random.nextDouble() < rate) {
                orders.add(new Happened("order.completed", decided.customer(), null, decided.decidedAt() + DAY / 2));
            }
        }
        orders.forEach(report::event);
        report.event(new Happened("order.completed", "nobody", null, Market.START + CUSTOMERS * SECOND + DAY));
        return Objects.requireNonNull(report.triggers().get(0).difference());
    }

    private static List<String> customers() {
        List<String> customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add("c" + i);
        }
        return customers;
    }
}
