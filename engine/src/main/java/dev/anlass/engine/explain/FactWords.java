package dev.anlass.engine.explain;

import dev.anlass.engine.customer.ConsentRecord;
import dev.anlass.engine.customer.Permission;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.expression.Seen;
import dev.anlass.engine.expression.Truth;
import dev.anlass.engine.match.Chain;
import dev.anlass.engine.match.Happening;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Facts in words. */
final class FactWords {

    private final Times times;

    FactWords(Times times) {
        this.times = times;
    }

    String of(Happening happening) {
        String trigger = Subject.trigger(happening);
        String words = aboutChains(happening);
        return trigger.isEmpty() ? words : trigger + ": " + words;
    }

    private String aboutChains(Happening happening) {
        if (happening instanceof Happening.Opened opened) {
            return "begins with " + opened.step() + key(opened.chain());
        }
        if (happening instanceof Happening.MovedUp moved) {
            return "reaches " + moved.step() + key(moved.chain());
        }
        if (happening instanceof Happening.Rebound rebound) {
            return "takes this event instead of an earlier one" + key(rebound.chain());
        }
        if (happening instanceof Happening.Counts counts) {
            return "counts " + counts.seen() + " of " + counts.needed() + " for " + counts.step() + key(counts.key());
        }
        if (happening instanceof Happening.Waits waits) {
            return "waits until " + times.at(waits.due()) + key(waits.chain());
        }
        if (happening instanceof Happening.Ended ended) {
            return ended(ended);
        }
        return aboutMoments(happening);
    }

    private static String ended(Happening.Ended ended) {
        String why =
                switch (ended.ending()) {
                    case UNLESS -> "unless clause " + ended.clause() + " is true";
                    case WINDOW -> "its window has passed";
                    case REPLACED -> "another one takes its place";
                    case GAVE_WAY -> "too many are open";
                    case PERMISSION -> "what it uses is no longer permitted";
                    case BUNDLE -> "the new bundle changed what it had reached";
                    case ERASED -> "the customer is erased";
                    case COMPLETED -> "its moment is complete";
                };
        return "ends" + key(ended.chain()) + ": " + why;
    }

    private String aboutMoments(Happening happening) {
        if (happening instanceof Happening.Failed failed) {
            return failed(failed);
        }
        if (happening instanceof Happening.Occupied occupied) {
            return "stays as it is: the place of " + occupied.step() + " is taken (keep: first)";
        }
        if (happening instanceof Happening.NotPermitted denied) {
            return notPermitted(denied);
        }
        if (happening instanceof Happening.Found found) {
            return found(found);
        }
        if (happening instanceof Happening.Overtaken overtaken) {
            return "until clause " + overtaken.clause() + " is true for match " + overtaken.matchId();
        }
        return aboutTheCustomer(happening);
    }

    String failed(Happening.Failed failed) {
        String step = failed.step().isEmpty() ? "does not hold" : "this is no " + failed.step();
        String truth = failed.truth() == Truth.UNKNOWN ? "unknown" : "false";
        return step + ": `" + failed.condition().strip() + "` is " + truth + seen(failed.values());
    }

    private String seen(Map<String, Object> values) {
        return values.isEmpty()
                ? ""
                : values.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> entry.getKey() + " " + equal(entry.getValue()))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private String equal(Object value) {
        return value.equals(Seen.MISSING) ? "is missing" : "= " + times.value(value);
    }

    String notPermitted(Happening.NotPermitted denied) {
        String user = denied.user() == Happening.User.METRIC ? "metric " + denied.rule() + ": " : "";
        String when =
                switch (denied.when()) {
                    case ARRIVAL -> "when the event arrived";
                    case EVENT_TIME -> "at the event's time";
                    case SINCE_ENTRY -> "since the entry";
                    case DUE -> "when it came due";
                };
        return user + "not permitted for " + denied.purpose() + " " + when + ": "
                + because(denied.needs(), denied.permission());
    }

    /** What the permission lacks. */
    String because(Set<String> needs, Permission permission) {
        ConsentRecord record = permission.record();
        String wanted = String.join(", ", needs);
        if (record == null) {
            return "it needs " + wanted + ", and there is no consent record";
        }
        Set<String> missing = new TreeSet<>(needs);
        missing.removeAll(record.data());
        String of = "record " + record.recordId() + " of "
                + times.at(record.givenAt().time());
        if (record.status() != ConsentRecord.Status.GIVEN) {
            return of + " says " + record.status().word();
        }
        if (!missing.isEmpty()) {
            return of + " does not name " + String.join(", ", missing);
        }
        return record.expiresAt() == Long.MAX_VALUE
                ? of + " names no data, or is blocked by one that cannot be read"
                : of + " holds until " + times.at(record.expiresAt());
    }

    private String found(Happening.Found found) {
        String words = "is complete, match " + found.match().id();
        if (found.prefer() != null && !found.others().isEmpty()) {
            words += "; `" + found.prefer().strip() + "` = " + times.value(found.worth()) + " is preferred to "
                    + found.others().stream()
                            .map(other -> times.value(other.worth()) + key(other.key()))
                            .collect(Collectors.joining(", "));
        } else if (!found.others().isEmpty()) {
            words += "; " + found.others().size() + " others completed with it";
        }
        return words;
    }

    private String aboutTheCustomer(Happening happening) {
        if (happening instanceof Happening.Derived derived) {
            return derived(derived.event());
        }
        if (happening instanceof Happening.Consented consented) {
            return consented(consented.record(), consented.isNewest());
        }
        if (happening instanceof Happening.Blocked blocked) {
            String what = blocked.purpose() == null ? "every purpose" : blocked.purpose();
            return "a consent record that cannot be read blocks " + what;
        }
        if (happening instanceof Happening.Expired expired) {
            return "consent record " + expired.record().recordId() + " for "
                    + expired.record().purpose() + " expires";
        }
        return aboutRules(happening);
    }

    private String aboutRules(Happening happening) {
        if (happening instanceof Happening.Switched switched) {
            return "bundle " + switched.bundle() + " decides from here on";
        }
        if (happening instanceof Happening.MetricChanged metric) {
            return "metric " + metric.metric() + ": " + orNone(metric.before()) + " -> " + orNone(metric.value());
        }
        if (happening instanceof Happening.SegmentChanged segment) {
            return "segment " + segment.segment() + ": " + segment.before() + " -> " + segment.type();
        }
        return happening instanceof Happening.StayEnded stay ? "is no longer in " + stay.fence() : happening.toString();
    }

    private String orNone(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "none" : times.value(value);
    }

    private static String derived(Event event) {
        String fence = String.valueOf(event.fields().get("fence_id"));
        return switch (event.type()) {
            case EventType.FENCE_ENTERED -> "enters " + fence;
            case EventType.FENCE_EXITED -> "leaves " + fence;
            default -> "has dwelled in " + fence;
        };
    }

    private String consented(ConsentRecord record, boolean isNewest) {
        String words = "consent record " + record.recordId() + " for " + record.purpose() + ": "
                + record.status().word();
        if (record.status() == ConsentRecord.Status.GIVEN) {
            words += "; channels " + orNothing(record.channels()) + "; data " + orNothing(record.data());
        }
        if (record.notice() != null) {
            words += "; notice " + record.notice();
        }
        if (record.expiresAt() != Long.MAX_VALUE) {
            words += "; expires " + times.at(record.expiresAt());
        }
        return isNewest ? words : words + "; a newer one is known and counts";
    }

    private static String orNothing(Set<String> words) {
        return words.isEmpty() ? "none" : String.join(", ", List.copyOf(words));
    }

    private static String key(Chain chain) {
        return key(chain.key());
    }

    static String key(Object key) {
        return key.equals(Chain.NO_KEY) ? "" : " [" + key + "]";
    }
}
