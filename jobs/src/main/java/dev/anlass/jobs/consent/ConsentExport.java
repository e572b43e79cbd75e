package dev.anlass.jobs.consent;

import dev.anlass.engine.customer.ConsentRecord;
import dev.anlass.engine.explain.Told;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Purpose;
import dev.anlass.engine.step.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One customer's consent records as JSON-LD: ISO/IEC TS 27560 in the terms of the Data Privacy Vocabulary.
 *
 * <p>What the vocabulary has no term for has one under {@code anlass:}. Which record is in force, and what it permits, is
 * what the engine says.
 */
public final class ConsentExport {

    private static final String CONFORMS_TO = "https://w3id.org/dpv/schema/dpv-27560#record";

    private final History history;
    private final Bundle bundle;
    private final Controller controller;

    private ConsentExport(History history, Bundle bundle, Controller controller) {
        this.history = history;
        this.bundle = bundle;
        this.controller = controller;
    }

    /** @param contacts the decisions that were made about the customer; null if nobody gave them */
    public static Map<String, Object> of(
            History history, Bundle bundle, Controller controller, @Nullable List<Map<String, Object>> contacts) {
        ConsentExport export = new ConsentExport(history, bundle, controller);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("@context", context());
        all.put("dpv:hasDataSubject", export.subject());
        all.put("anlass:at", Instant.ofEpochMilli(history.time()));
        all.put("dct:hasPart", export.records());
        all.put("anlass:purposes", export.purposes());
        all.put("anlass:unreadable", export.unreadable());
        Effect.Erased erased = history.erased();
        if (erased != null) {
            all.put("anlass:erasure", erasure(erased));
        }
        if (contacts != null) {
            all.put("anlass:contacts", contacts);
        }
        all.put("anlass:absent", export.absent());
        return all;
    }

    private static Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("dpv", "https://w3id.org/dpv#");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        context.put("anlass", "urn:anlass:terms:");
        return context;
    }

    private Map<String, Object> subject() {
        return typed("dpv:DataSubject", "dct:identifier", history.customer());
    }

    private List<Map<String, Object>> records() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (ConsentRecord record : history.records()) {
            all.add(record(record));
        }
        return all;
    }

    private Map<String, Object> record(ConsentRecord record) {
        Map<String, Object> data = typed("dpv:ConsentRecord", "dct:identifier", record.recordId());
        data.put("dct:conformsTo", CONFORMS_TO);
        data.put("dct:source", record.givenAt().source());
        data.put("dpv:hasDataSubject", history.customer());
        for (ControllerField field : ControllerField.values()) {
            if (controller.said().containsKey(field)) {
                data.put(field.term(), controller.said().get(field));
            }
        }
        if (record.notice() != null) {
            data.put("dpv:hasNotice", typed("dpv:ConsentNotice", "dct:identifier", record.notice()));
        }
        data.put("dpv:hasProcess", process(record));
        String status = record.status() == ConsentRecord.Status.OBJECTED ? "dpv:hasStatus" : "dpv:hasConsentStatus";
        data.put(status, events(record));
        data.put("anlass:status", record.status().word());
        data.put("anlass:inForce", history.isInForce(record));
        return data;
    }

    private Map<String, Object> process(ConsentRecord record) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@type", "dpv:Process");
        data.put("dpv:hasPurpose", purpose(record.purpose()));
        @Nullable Purpose purpose = bundle.purposes().get(record.purpose());
        if (purpose != null) {
            data.put("dpv:hasLegalBasis", Terms.of(purpose.basis()));
        }
        List<Map<String, Object>> categories = new ArrayList<>();
        record.data().forEach(category -> categories.add(typed("dpv:PersonalData", "dct:identifier", category)));
        data.put("dpv:hasPersonalData", categories);
        data.put("anlass:channels", List.copyOf(record.channels()));
        return data;
    }

    private Map<String, Object> purpose(String name) {
        @Nullable Purpose purpose = bundle.purposes().get(name);
        String term = purpose == null || purpose.dpv() == null ? "dpv:Purpose" : purpose.dpv();
        return typed(term, "dct:identifier", name);
    }

    /** What was said, and the expiry if it has come. */
    private List<Map<String, Object>> events(ConsentRecord record) {
        List<Map<String, Object>> events = new ArrayList<>();
        Map<String, Object> said =
                event(Terms.of(record.status()), record.givenAt().time());
        said.put("dpv:isIndicatedBy", "dpv:DataSubject");
        if (record.expiresAt() != Long.MAX_VALUE) {
            Map<String, Object> until = new LinkedHashMap<>();
            until.put("@type", "dpv:UntilTimeDuration");
            until.put("rdf:value", Instant.ofEpochMilli(record.expiresAt()));
            said.put("dpv:hasDuration", until);
        }
        events.add(said);
        if (record.status() == ConsentRecord.Status.GIVEN && record.isExpired(history.time())) {
            events.add(event("dpv:ConsentExpired", record.expiresAt()));
        }
        return events;
    }

    private static Map<String, Object> event(String type, long time) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("@type", type);
        event.put("dpv:isIndicatedAtTime", Instant.ofEpochMilli(time));
        return event;
    }

    private List<Map<String, Object>> purposes() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Purpose purpose : bundle.purposes().values()) {
            all.add(new PurposeInForce(purpose, bundle, history).data());
        }
        return all;
    }

    private List<Map<String, Object>> unreadable() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Told.NotAccepted not : history.unreadable()) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("reason", not.rejection().reason());
            data.put("detail", not.rejection().detail());
            data.put("where", not.where());
            all.add(data);
        }
        return all;
    }

    private static Map<String, Object> erasure(Effect.Erased erased) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("dct:date", Instant.ofEpochMilli(erased.time()));
        data.put("anlass:objections", erased.objections());
        return data;
    }

    /** What the standard demands and nobody has said. */
    private List<Map<String, Object>> absent() {
        List<Map<String, Object>> absent = new ArrayList<>();
        for (ControllerField field : ControllerField.values()) {
            if (!controller.said().containsKey(field)) {
                Map<String, Object> data = new LinkedHashMap<>();
                data.put("field", field.standard());
                data.put("term", field.term());
                data.put("key", field.key());
                absent.add(data);
            }
        }
        return absent;
    }

    static Map<String, Object> typed(String type, String name, Object value) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@type", type);
        data.put(name, value);
        return data;
    }
}
