package dev.anlass.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ByNameTest {

    private static final int CHANGES = 60;
    private static final int NAMES = 12;

    @Property(tries = 200)
    void itIsASortedMapOfWhichEveryEarlierFormStaysAsItWas(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, Integer> expected = new TreeMap<>();
        ByName<Integer> map = ByName.empty();
        for (int i = 0; i < CHANGES; i++) {
            String name = "n" + random.nextInt(NAMES);
            ByName<Integer> before = map;
            Map<String, Integer> unchanged = new TreeMap<>(expected);
            if (random.nextInt(3) == 0) {
                expected.remove(name);
                map = map.without(name);
            } else {
                expected.put(name, i);
                map = map.with(name, i);
            }
            assertThat(map).containsExactlyEntriesOf(expected);
            assertThat(map.get(name)).isEqualTo(expected.get(name));
            assertThat(map).isEqualTo(ByName.of(expected)).hasSameHashCodeAs(expected);
            assertThat(before).containsExactlyEntriesOf(unchanged);
        }
    }

    @Property(tries = 50)
    void whatIsKeptIsWhatTheTestAccepts(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, Integer> content = new TreeMap<>();
        for (int i = 0; i < NAMES; i++) {
            content.put("n" + random.nextInt(NAMES), i);
        }
        ByName<Integer> map = ByName.of(content);

        ByName<Integer> kept = map.retain(name -> name.compareTo("n5") < 0);

        content.keySet().removeIf(name -> name.compareTo("n5") >= 0);
        assertThat(kept).containsExactlyEntriesOf(content);
        assertThat(map.retain(name -> true)).isSameAs(map);
    }
}
