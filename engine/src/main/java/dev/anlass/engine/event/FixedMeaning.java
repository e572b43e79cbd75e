package dev.anlass.engine.event;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the engine itself reads of an event, whatever the rules read, and asks of it beyond the types of its fields. */
enum FixedMeaning {
    NONE,
    POSITION,
    FENCE,
    CONSENT,
    ATTRIBUTES,
    FEEDBACK;

    private static final double MAX_LATITUDE = 90;
    private static final double MAX_LONGITUDE = 180;
    private static final String GIVEN = "given";
    private static final Set<String> STATUSES = Set.of(GIVEN, "refused", "withdrawn", "objected");

    static FixedMeaning of(String type) {
        if (EventType.isAboutFence(type)) {
            return FENCE;
        }
        return switch (type) {
            case EventType.LOCATION_REPORTED -> POSITION;
            case EventType.CONSENT_CHANGED -> CONSENT;
            case EventType.CUSTOMER_UPDATED -> ATTRIBUTES;
            default -> Catalogue.FEEDBACK.contains(type) ? FEEDBACK : NONE;
        };
    }

    /** Names of the fields that are kept even if no rule reads them. */
    Set<String> needed() {
        return switch (this) {
            case NONE -> Set.of();
            case POSITION -> Set.of("lat", "lon", "accuracy");
            case FENCE -> Set.of("fence_id");
            case CONSENT -> Set.of("record_id", "purpose", "status", "channels", "data", "notice", "expires_at");
            case ATTRIBUTES -> Set.of("zone", "language", "market");
            case FEEDBACK -> Set.of("action_id");
        };
    }

    /** Names of declared fields that the engine fills in and that mean nothing in an event from outside. */
    Set<String> derived() {
        return this == FENCE ? Set.of("fence") : Set.of();
    }

    /** What is wrong with the fields, each of which is of its declared type or missing; null if nothing is. */
    @Nullable
    Rejection problem(Fields fields, Set<String> fences) {
        return switch (this) {
            case POSITION -> positionProblem(fields);
            case FENCE -> fenceProblem(fields, fences);
            case CONSENT -> consentProblem(fields);
            case NONE, ATTRIBUTES, FEEDBACK -> null;
        };
    }

    /** The problem as this type reports it: everything wrong in a consent record makes a bad consent record. */
    Rejection inItsWords(Rejection problem) {
        return this == CONSENT ? badConsent(problem.detail()) : problem;
    }

    private static @Nullable Rejection positionProblem(Fields fields) {
        Object accuracy = fields.get("accuracy");
        boolean valid = isWithin(fields.get("lat"), MAX_LATITUDE)
                && isWithin(fields.get("lon"), MAX_LONGITUDE)
                && (accuracy == null || (accuracy instanceof Double meters && meters >= 0));
        String detail = "A position needs lat from -90 to 90, lon from -180 to 180 and, if known, accuracy from 0.";
        return valid ? null : new Rejection(Rejection.BAD_LOCATION, detail, null);
    }

    private static boolean isWithin(@Nullable Object value, double max) {
        return value instanceof Double number && Math.abs(number) <= max;
    }

    private static @Nullable Rejection fenceProblem(Fields fields, Set<String> fences) {
        boolean known = fields.get("fence_id") instanceof String id && fences.contains(id);
        String detail = "The field fence_id must name a fence of the rules.";
        return known ? null : new Rejection(Rejection.badField("fence_id"), detail, null);
    }

    private static @Nullable Rejection consentProblem(Fields fields) {
        if (isEmpty(fields.get("record_id")) || isEmpty(fields.get("purpose")) || isEmpty(fields.get("status"))) {
            return badConsent("A consent record needs record_id, purpose and status.");
        }
        Object status = fields.get("status");
        if (!(status instanceof String word && STATUSES.contains(word))) {
            return badConsent("The status of a consent record is given, refused, withdrawn or objected.");
        }
        boolean complete = fields.containsKey("channels") && fields.containsKey("data");
        return complete || !GIVEN.equals(status)
                ? null
                : badConsent("A consent that is given needs channels and data, each a list.");
    }

    private static boolean isEmpty(@Nullable Object text) {
        return text == null || text.equals("");
    }

    private static Rejection badConsent(String detail) {
        return new Rejection(Rejection.BAD_CONSENT, detail, null);
    }
}
