package dev.anlass.jobs.advisor.desk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.explain.Story;
import dev.anlass.engine.explain.StoryTeller;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.engine.step.Population;
import dev.anlass.engine.step.Program;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Advisors read in their language what happened to a customer, and no more than that. */
class PlainStoryTest {

    private static final RuleFiles RULES = RuleFiles.none()
            .with("catalogue/events.yaml", """
                    events:
                      account.credited: {data: transactions, fields: {amount: double}}
                      loan.granted: {data: transactions, fields: {amount: double}}
                    """)
            .with("catalogue/customer.yaml", "attributes: {advisor: {type: string, data: profile}}")
            .with("catalogue/purposes.yaml", "purposes: {advice: {basis: consent}}")
            .with("catalogue/channels.yaml", "channels: {advisor: {collect_for: none, expires: 3d}}")
            .with("triggers/money.yaml", """
                    trigger: money
                    purpose: advice
                    channel: advisor
                    when: [{step: credit, event: account.credited, where: event.amount >= 100.0}]
                    until: [{event: loan.granted}]
                    cooldown: 7d
                    action: {name: talk, payload: {amount: "${credit.amount}"}}
                    """);
    private static final List<String> EVENTS = List.of(
            event("k", "consent.changed", "2026-03-02T08:00:00Z", """
                    {"record_id":"r-1","purpose":"advice","status":"given","channels":["advisor"],"data":["transactions","profile"]}"""),
            event("e-1", "account.credited", "2026-03-02T09:00:00Z", "{\"amount\":50.0}"),
            event("e-2", "account.credited", "2026-03-02T10:00:00Z", "{\"amount\":500.0}"),
            event("e-3", "account.credited", "2026-03-03T10:00:00Z", "{\"amount\":700.0}"),
            event("e-4", "loan.granted", "2026-03-03T11:00:00Z", "{}"));

    @Test
    void inGerman() {
        assertThat(PlainStory.of(story(), Language.DE))
                .containsExactly(
                        "",
                        "2.3.2026, 08:00 · consent.changed",
                        "  Einwilligung r-1 für advice: erteilt",
                        "",
                        "2.3.2026, 10:00 · account.credited",
                        "  money: beginnt (credit)",
                        "  money: der Anlass ist vollständig",
                        "  money: vorgeschlagen über advisor, gültig bis 5.3.2026, 10:00",
                        "",
                        "3.3.2026, 10:00 · account.credited",
                        "  money: beginnt (credit)",
                        "  money: der Anlass ist vollständig",
                        "  money: nicht vorgeschlagen, Erst kürzlich vorgeschlagen",
                        "",
                        "3.3.2026, 11:00 · loan.granted",
                        "  money: zurückgenommen, Überholt");
    }

    @Test
    void inEnglish() {
        assertThat(PlainStory.of(story(), Language.EN))
                .contains(
                        "2 Mar 2026, 10:00 · account.credited",
                        "  money: proposed by advisor, valid until 5 Mar 2026, 10:00",
                        "  money: not proposed, Proposed not long ago",
                        "  money: taken back, Overtaken");
    }

    private static Story story() {
        Program program =
                Program.of(List.of(requireNonNull(Rulebook.load(RULES, "one").bundle())), Settings.DEFAULT);
        StoryTeller teller = new StoryTeller();
        Population population = Population.following(program, 0, "c1", teller);
        EVENTS.forEach(
                event -> population.accept(program.decoder().decode(event.getBytes(StandardCharsets.UTF_8), null)));
        return teller.story(program, requireNonNull(population.state("c1")), population.newestAccepted());
    }

    private static String event(String id, String type, String time, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"urn:bank\",\"type\":\"" + type
                + "\",\"subject\":\"c1\",\"time\":\"" + time + "\",\"data\":" + data + "}";
    }
}
