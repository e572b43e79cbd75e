package dev.anlass.engine.scenario;

import dev.anlass.engine.decide.Decision.Outcome;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rulefile.Findings;
import dev.anlass.engine.rulefile.Node;
import dev.anlass.engine.rulefile.Node.Mapping;
import dev.anlass.engine.rulefile.Node.Scalar;
import dev.anlass.engine.rulefile.Node.Sequence;
import dev.anlass.engine.rulefile.PlainValue;
import dev.anlass.engine.rulefile.Section;
import dev.anlass.engine.rulefile.Values;
import dev.anlass.engine.rulefile.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what a scenario expects: a list, or {@code nothing}. */
final class ExpectationsReader {

    private static final String WAY_OUT =
            "expected: one of action, refused, revoked, vanished, such as {at: 2h, action: pickup-offer}";

    private static final Map<String, List<String>> KEYS = Map.of(
            "action", List.of("at", "action", "payload", "text", "trigger", "channel"),
            "refused", List.of("at", "refused", "reason"),
            "revoked", List.of("at", "revoked", "reason"),
            "vanished", List.of("at", "vanished"));

    private final Vocabulary vocabulary;
    private final Findings findings;
    private final Values values;
    private final Set<String> triggers = new TreeSet<>();
    private final Set<String> channels = new TreeSet<>();
    private final Set<String> actions = new TreeSet<>();

    ExpectationsReader(List<Bundle> bundles, Vocabulary vocabulary, Findings findings) {
        this.vocabulary = vocabulary;
        this.findings = findings;
        this.values = new Values(findings);
        bundles.forEach(this::know);
    }

    private void know(Bundle bundle) {
        triggers.addAll(bundle.triggers().keySet());
        channels.addAll(bundle.channels().keySet());
        bundle.triggers()
                .values()
                .forEach(trigger -> actions.add(trigger.action().name()));
    }

    List<Expectation> read(@Nullable Node node, long start) {
        List<Expectation> all = new ArrayList<>();
        if (node instanceof Sequence list) {
            list.items().forEach(item -> read(item, start, all));
        } else if (node != null && !(node instanceof Scalar word && word.text().equals("nothing"))) {
            findings.error(node.at(), "expect is a list or the word nothing, not " + node.kind(), null);
        }
        return all;
    }

    private void read(Node item, long start, List<Expectation> all) {
        String kind = kind(item);
        if (kind == null) {
            findings.error(item.at(), "it is not said what is expected", WAY_OUT);
            return;
        }
        int before = findings.errors();
        Section section = Section.of(item, "an expectation", findings, KEYS.getOrDefault(kind, List.of()));
        if (section != null) {
            long time = start + section.require("at", 0L, values::duration);
            Expectation expectation = kind.equals("action") ? emitted(section, time) : told(section, kind, time);
            if (findings.errors() == before) {
                all.add(expectation);
            }
        }
    }

    private static @Nullable String kind(Node item) {
        if (!(item instanceof Mapping mapping)) {
            return null;
        }
        List<String> kinds =
                KEYS.keySet().stream().filter(kind -> mapping.get(kind) != null).toList();
        return kinds.size() == 1 ? kinds.get(0) : null;
    }

    private Expectation emitted(Section section, long time) {
        return new Expectation.Emitted(
                time,
                section.require("action", "", node -> known(node, "action", actions)),
                section.readOrNull("trigger", node -> known(node, "trigger", triggers)),
                section.readOrNull("channel", node -> known(node, "channel", channels)),
                section.readOrNull("text", values::text),
                section.read("payload", Map.of(), this::payload));
    }

    private Expectation told(Section section, String kind, long time) {
        return new Expectation.Told(
                time,
                Outcome.valueOf(kind.toUpperCase(java.util.Locale.ROOT)),
                section.require(kind, "", node -> known(node, "trigger", triggers)),
                section.readOrNull("reason", this::reason));
    }

    private @Nullable String reason(Node node) {
        vocabulary.checkReason(node);
        return values.text(node);
    }

    private @Nullable String known(Node node, String what, Set<String> known) {
        String name = values.text(node);
        if (name != null && !known.contains(name)) {
            findings.error(node.at(), "there is no " + what + " \"" + name + "\"", Words.nearest(name, known));
        }
        return name;
    }

    private @Nullable Map<String, Object> payload(Node node) {
        if (node instanceof Mapping mapping) {
            return map(mapping);
        }
        findings.error(node.at(), "a payload has fields, not " + node.kind(), "expected: {field: value}");
        return null;
    }

    private static Map<String, Object> map(Mapping mapping) {
        Map<String, Object> map = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> map.put(entry.key().text(), value(entry.value())));
        return map;
    }

    private static @Nullable Object value(Node node) {
        if (node instanceof Mapping mapping) {
            return map(mapping);
        }
        if (node instanceof Sequence list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.items().forEach(item -> items.add(value(item)));
            return items;
        }
        Scalar scalar = (Scalar) node;
        return scalar.isNothing() ? null : PlainValue.of(scalar);
    }
}
