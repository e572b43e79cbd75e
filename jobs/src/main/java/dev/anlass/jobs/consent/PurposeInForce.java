package dev.anlass.jobs.consent;

import dev.anlass.engine.customer.ConsentRecord;
import dev.anlass.engine.customer.Permission;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Purpose;
import dev.anlass.engine.rule.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one purpose may do with a customer at a time: the record in force, and each trigger that uses it. */
final class PurposeInForce {

    private final Purpose purpose;
    private final Bundle bundle;
    private final History history;

    PurposeInForce(Purpose purpose, Bundle bundle, History history) {
        this.purpose = purpose;
        this.bundle = bundle;
        this.history = history;
    }

    Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("dct:identifier", purpose.name());
        data.put("dpv:hasPurpose", purpose.dpv() == null ? "dpv:Purpose" : purpose.dpv());
        data.put("dpv:hasLegalBasis", Terms.of(purpose.basis()));
        ConsentRecord record = history.inForce().newest().get(purpose.name());
        if (record != null) {
            data.put("anlass:record", record.recordId());
        }
        data.put("anlass:blocked", history.inForce().isBlocked(purpose.name()));
        data.put("anlass:uses", uses());
        return data;
    }

    private List<Map<String, Object>> uses() {
        List<Map<String, Object>> uses = new ArrayList<>();
        for (Trigger trigger : bundle.triggers().values()) {
            if (trigger.purpose().equals(purpose.name())) {
                uses.add(use(trigger));
            }
        }
        return uses;
    }

    private Map<String, Object> use(Trigger trigger) {
        Permission permission =
                history.inForce().permission(purpose, trigger.categories(), trigger.channel(), history.time());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("trigger", trigger.name());
        data.put("state", trigger.state().name().toLowerCase(Locale.ROOT));
        data.put("channel", trigger.channel());
        data.put("data", List.copyOf(trigger.categories()));
        data.put("permitted", permission.isGranted());
        if (permission.denial() != null) {
            data.put("denial", permission.denial());
        }
        return data;
    }
}
