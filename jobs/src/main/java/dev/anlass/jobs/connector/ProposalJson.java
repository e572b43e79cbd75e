package dev.anlass.jobs.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.jobs.advisor.Advisor;
import dev.anlass.jobs.advisor.Book;
import dev.anlass.jobs.advisor.Offices;
import dev.anlass.jobs.advisor.Proposal;
import dev.anlass.jobs.advisor.Row;
import dev.anlass.jobs.advisor.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code action.requested} events as proposals, and words rows from them.
 *
 * <p>Of the payload, {@code advisor} says whose list it is, {@code product} what the call is about (else the action's
 * name) and {@code next_step} what to do best.
 */
public final class ProposalJson implements Book.RowWriter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADVISOR = "advisor";
    private static final String PRODUCT = "product";
    private static final String NEXT_STEP = "next_step";

    private final Offices offices;

    public ProposalJson(Offices offices) {
        this.offices = offices;
    }

    /** @param event an {@code action.requested} event as {@link EffectJson} writes it */
    public static Proposal proposal(JsonNode event) {
        JsonNode data = event.path("data");
        JsonNode payload = data.path("payload");
        String advisor = ListJson.text(payload, ADVISOR);
        return new Proposal(
                ListJson.needed(data, "action_id"),
                ListJson.needed(event, "subject"),
                advisor == null ? "" : advisor,
                product(data),
                ListJson.score(data.path("score")).total(),
                ListJson.time(data, "decided_at"),
                ListJson.time(event, "expirytime"),
                event.toString());
    }

    private static String product(JsonNode data) {
        String product = ListJson.text(data.path("payload"), PRODUCT);
        return product == null ? ListJson.needed(data, "action") : product;
    }

    @Override
    public Row row(Standing standing, int rank, Advisor advisor) {
        Proposal proposal = standing.proposal();
        JsonNode data = tree(proposal.event()).path("data");
        JsonNode payload = data.path("payload");
        String language = advisor.language();
        LocalDate day = Objects.requireNonNull(standing.listedOn());
        String nextStep = ListJson.text(payload, NEXT_STEP);
        return new Row(
                rank,
                proposal.actionId(),
                proposal.customer(),
                proposal.product(),
                offices.word(proposal.product(), language),
                reason(data, language),
                nextStep == null ? null : offices.word(nextStep, language),
                due(proposal, day, advisor),
                standing.lists() - 1,
                Objects.requireNonNull(standing.since()),
                ListJson.needed(data, "trigger"),
                ListJson.needed(data, "action"),
                ListJson.needed(data, "bundle"),
                ListJson.needed(data, "purpose"),
                proposal.decidedAt(),
                proposal.expiresAt(),
                ListJson.facts(payload),
                ListJson.evidence(data.path("evidence")),
                ListJson.consent(data.path("consent")),
                ListJson.score(data.path("score")));
    }

    private static @Nullable String reason(JsonNode data, String language) {
        String text = ListJson.text(data.path("texts"), language);
        return text == null ? ListJson.text(data, "text") : text;
    }

    /** The last day on which the action is still valid and the advisor works; the list's own if there is none. */
    private static LocalDate due(Proposal proposal, LocalDate day, Advisor advisor) {
        LocalDate last = Instant.ofEpochMilli(proposal.expiresAt())
                .atZone(advisor.branch().zone())
                .toLocalDate();
        return advisor.lastWorkingDay(day, last);
    }

    private static JsonNode tree(String event) {
        try {
            return JSON.readTree(event.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("what was read once can be read again", e);
        }
    }
}
