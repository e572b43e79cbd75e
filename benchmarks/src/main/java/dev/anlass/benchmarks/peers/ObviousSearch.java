package dev.anlass.benchmarks.peers;

import dev.anlass.benchmarks.peers.ShopEvent.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The matches by the words of {@link VisitRule}: from every addition on, all that its customer did is looked through. */
public final class ObviousSearch {

    private final List<VisitRule> rules;
    private final Set<Match> matches = new HashSet<>();

    private ObviousSearch(List<VisitRule> rules) {
        this.rules = rules;
    }

    public static Tally.Found in(List<ShopEvent> events, List<VisitRule> rules) {
        ObviousSearch search = new ObviousSearch(rules);
        Map<String, List<ShopEvent>> byCustomer = new HashMap<>();
        events.forEach(event -> byCustomer
                .computeIfAbsent(event.customer(), any -> new ArrayList<>())
                .add(event));
        byCustomer.values().forEach(search::searchCustomer);
        return Tally.of(search.matches);
    }

    private void searchCustomer(List<ShopEvent> did) {
        for (int from = 0; from < did.size(); from++) {
            for (VisitRule rule : rules) {
                if (rule.isBegunBy(did.get(from))) {
                    follow(rule, did, from);
                }
            }
        }
    }

    private void follow(VisitRule rule, List<ShopEvent> did, int from) {
        ShopEvent added = did.get(from);
        for (ShopEvent event : did.subList(from + 1, did.size())) {
            boolean bought = event.kind() == Kind.PURCHASED && event.item().equals(added.item());
            if (bought || event.time() - added.time() > VisitRule.WITHIN.toMillis()) {
                return;
            }
            if (event.kind() == Kind.VISITED) {
                matches.add(new Match(rule.number(), event.customer(), event.number()));
                return;
            }
        }
    }
}
