package dev.anlass.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.Fields;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.match.Facts;
import dev.anlass.engine.match.Remembered;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RecentTest {

    private static final int CHANGES = 100;

    /** What was made of one list, with what is expected to be in it. */
    private record Pair(Recent recent, List<Applied> expected) {}

    private record Applied(Remembered remembered, Reached after) {}

    @Property(tries = 200)
    void everyListStaysAsItIsWhateverIsMadeOfIt(@ForAll long seed) {
        Random random = new Random(seed);
        List<Pair> all = new ArrayList<>();
        all.add(new Pair(Recent.NONE, List.of()));
        for (int i = 0; i < CHANGES; i++) {
            boolean goesOn = random.nextInt(4) > 0;
            Pair from = all.get(goesOn ? all.size() - 1 : random.nextInt(all.size()));
            all.add(changed(from, i, random));
        }
        for (Pair pair : all) {
            assertThat(content(pair.recent())).isEqualTo(pair.expected());
        }
    }

    private static Pair changed(Pair from, int number, Random random) {
        int size = from.expected().size();
        int count = random.nextInt(size + 1);
        return switch (random.nextInt(6)) {
            case 0 -> new Pair(from.recent().without(count), from.expected().subList(count, size));
            case 1 -> new Pair(from.recent().first(count), from.expected().subList(0, count));
            default -> with(from, applied(number));
        };
    }

    private static Pair with(Pair from, Applied next) {
        List<Applied> longer = new ArrayList<>(from.expected());
        longer.add(next);
        return new Pair(from.recent().with(next.remembered(), next.after()), longer);
    }

    private static Applied applied(int number) {
        OrderKey key = new OrderKey(number, OrderKey.RANK_EVENT, "", "shop", "e" + number);
        Event event = new Event("anna", key, "product.viewed", Fields.EMPTY);
        return new Applied(new Remembered(event, key, Consents.NONE, number), Reached.of(Facts.NONE));
    }

    private static List<Applied> content(Recent recent) {
        List<Applied> content = new ArrayList<>();
        for (int i = 0; i < recent.size(); i++) {
            content.add(new Applied(recent.get(i), recent.after(i)));
        }
        return content;
    }
}
