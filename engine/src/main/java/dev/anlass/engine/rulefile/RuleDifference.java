package dev.anlass.engine.rulefile;

import dev.anlass.engine.place.Fence;
import dev.anlass.engine.rule.Bundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something declared that one rule set has otherwise than another one: a trigger, a policy, a fence. Comments, the order
 * of keys, the files in which things stand and scenarios make no difference.
 *
 * @param kind such as {@code trigger}
 * @param parts if it is changed, the keys of its declaration that are; empty if it has none
 */
public record RuleDifference(String kind, String name, Change change, List<String> parts) {

    /** What has become of it. */
    public enum Change {
        NEW,
        CHANGED,
        GONE
    }

    public RuleDifference {
        parts = List.copyOf(parts);
    }

    /**
     * Everything that is different, in the order of kinds and names.
     *
     * @param before the files of a bundle
     * @param after the files of another one
     */
    public static List<RuleDifference> between(RuleFiles before, RuleFiles after) {
        List<RuleDifference> all = new ArrayList<>();
        Map<Declarations.Name, Node> old = Declarations.of(before);
        Map<Declarations.Name, Node> young = Declarations.of(after);
        TreeMap<Declarations.Name, Node> names = new TreeMap<>(old);
        names.putAll(young);
        for (Declarations.Name name : names.keySet()) {
            Node was = old.get(name);
            Node is = young.get(name);
            if (was == null) {
                all.add(new RuleDifference(name.word(), name.name(), Change.NEW, List.of()));
            } else if (is == null) {
                all.add(new RuleDifference(name.word(), name.name(), Change.GONE, List.of()));
            } else if (!isSame(was, is)) {
                all.add(new RuleDifference(name.word(), name.name(), Change.CHANGED, differentKeys(was, is)));
            }
        }
        return all;
    }

    /**
     * The fences that are different.
     *
     * @param before null if there were none
     */
    public static List<RuleDifference> ofFences(@Nullable Bundle before, Bundle after) {
        Map<String, Fence> old = fences(before);
        Map<String, Fence> young = fences(after);
        TreeMap<String, Fence> ids = new TreeMap<>(old);
        ids.putAll(young);
        List<RuleDifference> all = new ArrayList<>();
        for (String id : ids.keySet()) {
            Fence was = old.get(id);
            Fence is = young.get(id);
            if (!Objects.equals(was, is)) {
                Change change = was == null ? Change.NEW : is == null ? Change.GONE : Change.CHANGED;
                all.add(new RuleDifference("fence", id, change, List.of()));
            }
        }
        return all;
    }

    private static Map<String, Fence> fences(@Nullable Bundle bundle) {
        Map<String, Fence> byId = new TreeMap<>();
        List<Fence> fences = bundle == null ? List.of() : bundle.fences();
        fences.forEach(fence -> byId.put(fence.id(), fence));
        return byId;
    }

    private static List<String> differentKeys(Node before, Node after) {
        List<String> different = new ArrayList<>();
        if (before instanceof Node.Mapping was && after instanceof Node.Mapping is) {
            for (Node.Entry entry : is.entries()) {
                Node old = was.get(entry.key().text());
                if (old == null || !isSame(old, entry.value())) {
                    different.add(entry.key().text());
                }
            }
            for (Node.Entry entry : was.entries()) {
                if (is.get(entry.key().text()) == null) {
                    different.add(entry.key().text());
                }
            }
        }
        return different;
    }

    private static boolean isSame(Node one, Node other) {
        if (one instanceof Node.Scalar a && other instanceof Node.Scalar b) {
            return a.text().equals(b.text()) && a.isPlain() == b.isPlain();
        }
        if (one instanceof Node.Sequence a && other instanceof Node.Sequence b) {
            return areSame(a.items(), b.items());
        }
        if (one instanceof Node.Mapping a && other instanceof Node.Mapping b) {
            return a.entries().size() == b.entries().size()
                    && differentKeys(a, b).isEmpty();
        }
        return false;
    }

    private static boolean areSame(List<Node> some, List<Node> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; same && i < some.size(); i++) {
            same = isSame(some.get(i), others.get(i));
        }
        return same;
    }
}
