package dev.anlass.engine.scenario;

import dev.anlass.engine.event.Catalogue.Attribute;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Policy;
import dev.anlass.engine.rulefile.Findings;
import dev.anlass.engine.rulefile.Node;
import dev.anlass.engine.rulefile.Node.Entry;
import dev.anlass.engine.rulefile.Node.Scalar;
import dev.anlass.engine.rulefile.Node.Sequence;
import dev.anlass.engine.rulefile.Words;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of the rules that a scenario says again. A consent may name what no rule knows, so only what looks like a
 * known word is warned of; a reason that no gate gives is never met.
 */
final class Vocabulary {

    private static final List<String> REASONS = List.of(
            "stopped",
            "paused",
            "inactive",
            "rollout",
            "expired",
            "shadow",
            "no_consent",
            "consent_withdrawn",
            "not_eligible",
            "cooldown",
            "outranked",
            "overtaken",
            "revoked",
            "vanished",
            "erased");

    /** Reasons that go on with something that only the events say. */
    private static final List<String> OPEN_REASONS = List.of("incomplete:", "outranked:");

    private final Set<String> purposes = new TreeSet<>();
    private final Set<String> channels = new TreeSet<>();
    private final Set<String> categories = new TreeSet<>();
    private final Set<String> reasons = new TreeSet<>(REASONS);
    private final Findings findings;

    Vocabulary(List<Bundle> bundles, Findings findings) {
        this.findings = findings;
        bundles.forEach(this::know);
    }

    private void know(Bundle bundle) {
        purposes.addAll(bundle.purposes().keySet());
        channels.addAll(bundle.channels().keySet());
        bundle.catalogue().types().values().stream().map(EventType::category).forEach(categories::add);
        bundle.catalogue().attributes().values().stream()
                .map(Attribute::category)
                .forEach(categories::add);
        bundle.channels().keySet().forEach(channel -> reasons.add("ceiling:" + channel));
        bundle.policies().values().forEach(this::know);
    }

    private void know(Policy policy) {
        know("forbidden:", policy.forbid() != null, policy);
        know("cap:", policy.cap() != null, policy);
        know("quiet:", policy.quiet() != null, policy);
        know("holdout:", policy.holdout() != null, policy);
    }

    private void know(String kind, boolean isKind, Policy policy) {
        if (isKind) {
            reasons.add(kind + policy.name());
        }
    }

    /** Warns of words in a consent record that look like others. */
    void checkConsent(List<Entry> record) {
        for (Entry field : record) {
            switch (field.key().text()) {
                case "purpose" -> check(field.value(), "purpose", purposes);
                case "channels" -> check(field.value(), "channel", channels);
                case "data" -> check(field.value(), "data category", categories);
                default -> {}
            }
        }
    }

    private void check(Node node, String what, Set<String> known) {
        if (node instanceof Sequence list) {
            list.items().forEach(item -> check(item, what, known));
        } else if (node instanceof Scalar word && !known.contains(word.text())) {
            Words.nearestWord(word.text(), known)
                    .ifPresent(near -> findings.warning(
                            node.at(),
                            "no rule knows the " + what + " \"" + word.text() + "\"",
                            Words.didYouMean(near)));
        }
    }

    /** Warns of a reason that no gate gives. */
    void checkReason(Node node) {
        if (node instanceof Scalar word
                && !reasons.contains(word.text())
                && OPEN_REASONS.stream().noneMatch(word.text()::startsWith)) {
            findings.warning(
                    node.at(),
                    "nothing is refused for the reason \"" + word.text() + "\"",
                    Words.nearest(word.text(), reasons));
        }
    }
}
