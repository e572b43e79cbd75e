package dev.anlass.engine.explain;

import dev.anlass.engine.decide.Examination;
import dev.anlass.engine.decide.Reading;
import dev.anlass.engine.expression.Seen;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What gates saw, in words. */
final class GateWords {

    private static final int COLUMN = 30;

    private final Times times;

    GateWords(Times times) {
        this.times = times;
    }

    String of(Examination examination) {
        String late = examination.isLate() ? ", found by a correction" : "";
        return examination.trigger() + ": match " + examination.matchId() + " meets the gates of bundle "
                + examination.bundle() + " at " + times.at(examination.moment()) + late;
    }

    String of(Reading reading) {
        String gate = reading.gate().word().replace('_', ' ');
        String name = reading.policy().isEmpty() ? gate : gate + " (" + reading.policy() + ")";
        String padded = name + " ".repeat(Math.max(1, COLUMN - name.length()));
        return padded + result(reading) + ": " + values(reading);
    }

    private String result(Reading reading) {
        if (reading.reason() != null) {
            return "refuses, " + reading.reason();
        }
        if (!reading.isHeld()) {
            return "passes";
        }
        return reading.holdUntil() == Long.MAX_VALUE
                ? "holds until it expires"
                : "holds until " + times.at(reading.holdUntil());
    }

    private String values(Reading reading) {
        Map<String, Object> values = reading.values();
        return switch (reading.gate()) {
            case TRIGGER -> trigger(values);
            case PERMISSION -> permission(values);
            case ELIGIBILITY, LEGALITY -> condition(values);
            case PRESSURE -> values.containsKey("cooldown_ms") ? cooldown(values) : cap(values);
            case REST ->
                "the clock reads " + values.get("clock") + " in " + values.get("zone") + ", quiet from "
                        + values.get("from") + " to " + values.get("to");
            case ARBITRATION -> arbitration(values);
            case CONTROL_GROUP ->
                "hash " + values.get("hash") + " of 10,000, the group is below " + values.get("percent") + " %";
        };
    }

    private String trigger(Map<String, Object> values) {
        String words = "state " + values.get("state") + ", rollout hash " + values.get("rollout_hash")
                + " of 10,000 for " + values.get("rollout_percent") + " %";
        if (values.containsKey("active_from")) {
            words += ", active from " + times.value(value(values, "active_from"));
        }
        if (values.containsKey("active_until")) {
            words += ", active until " + times.value(value(values, "active_until"));
        }
        return values.containsKey("expires_at")
                ? words + ", expires " + times.value(value(values, "expires_at"))
                : words;
    }

    private String permission(Map<String, Object> values) {
        String words = values.get("purpose") + " (" + values.get("basis") + ") by " + values.get("channel") + " needs "
                + times.value(value(values, "needs"));
        if (!values.containsKey("record")) {
            return words + "; there is no consent record";
        }
        words += "; record " + values.get("record") + " of " + times.value(value(values, "given_at")) + " says "
                + values.get("status");
        if (values.containsKey("notice")) {
            words += " under notice " + values.get("notice");
        }
        return words + ", channels " + times.value(value(values, "channels")) + ", data "
                + times.value(value(values, "data"));
    }

    private String condition(Map<String, Object> values) {
        String words = "`" + values.get("condition") + "` is " + values.get("truth");
        String seen = value(values, "reads") instanceof Map<?, ?> reads
                ? reads.entrySet().stream()
                        .map(entry -> entry.getKey() + equal(entry.getValue()))
                        .collect(Collectors.joining(", "))
                : "";
        return seen.isEmpty() ? words : words + " (" + seen + ")";
    }

    private String equal(Object value) {
        return value.equals(Seen.MISSING) ? " is missing" : " = " + times.value(value);
    }

    private String cooldown(Map<String, Object> values) {
        String words = "cooldown " + Times.span(value(values, "cooldown_ms"));
        return values.containsKey("last_contact")
                ? words + ", last contact " + times.value(value(values, "last_contact")) + ", "
                        + Times.span(value(values, "age_ms")) + " ago"
                : words + ", no contact within it";
    }

    private String cap(Map<String, Object> values) {
        List<?> counted = (List<?>) value(values, "counted");
        String words = counted.size() + " of " + values.get("max") + " contacts counted";
        if (!counted.isEmpty()) {
            words += " (" + times.value(counted) + ")";
        }
        return values.containsKey("room_at") ? words + ", room at " + times.value(value(values, "room_at")) : words;
    }

    private String arbitration(Map<String, Object> values) {
        String words = "score " + values.get("score") + " (propensity " + values.get("propensity") + ", value "
                + values.get("value") + ", weight " + values.get("weight") + ") on " + values.get("channel");
        List<?> rivals = (List<?>) value(values, "rivals");
        return rivals.isEmpty()
                ? words + ", no rivals"
                : words + ", rivals "
                        + rivals.stream()
                                .map(rival -> (Map<?, ?>) rival)
                                .map(rival -> rival.get("trigger") + " " + rival.get("score"))
                                .collect(Collectors.joining(", "));
    }

    private static Object value(Map<String, Object> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
