package dev.anlass.benchmarks.night;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.jobs.operator.PublishedBundle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BankTest {

    private static final Bank BANK = new Bank(1, 101, 10, 200);

    @Test
    void everyScheduleIsARuleThatCanBeHonoured() {
        assertThat(new PublishedBundle("bank", 0, BankRules.of(BANK)).loaded().triggers())
                .hasSize(BANK.schedules());
    }

    @Test
    void everyAdvisorIsInABranch() {
        assertThat(BankOffices.of(BANK).advisors()).hasSize(BANK.advisors());
        assertThat(BankOffices.of(BANK).branches()).hasSize(Bank.BRANCHES);
    }

    @Test
    void everyCustomerBecomesKnownByThreeEventsAndTimePassesBehindThem() {
        List<String> records = new ArrayList<>();
        for (int partition = 0; partition < 2; partition++) {
            new Registrations(BANK, partition, 2)
                    .forEachRemaining(bytes -> records.add(new String(bytes, StandardCharsets.UTF_8)));
        }

        assertThat(records).filteredOn(record -> record.contains("\"subject\"")).hasSize(3 * BANK.customers());
        assertThat(records).last().isEqualTo(new String(Ticks.at(Night.LAST_REGISTRATION), StandardCharsets.UTF_8));
    }

    @Test
    void aTickPassesEachSecondAndAtTheEnd() {
        List<String> ticks = new ArrayList<>();
        Ticks.through(0, 2_500).forEachRemaining(bytes -> ticks.add(new String(bytes, StandardCharsets.UTF_8)));

        assertThat(ticks)
                .extracting(tick -> tick.replaceAll(".*\"id\":\"t([0-9]+)\".*", "$1"))
                .containsExactly("0", "1000", "2000", "2500");
    }
}
