package dev.anlass.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NameSetTest {

    @Property
    void isTheSetOfItsNames(
            @ForAll @Size(max = 6) List<@StringLength(max = 2) @CharRange(from = 'a', to = 'c') String> names,
            @ForAll @Size(max = 3) List<@StringLength(max = 2) @CharRange(from = 'a', to = 'c') String> wanted) {
        Set<String> expected = new TreeSet<>(names);
        NameSet set = NameSet.of(names);

        assertThat(set).isEqualTo(expected).hasSameHashCodeAs(expected).containsExactlyElementsOf(expected);
        assertThat(set.containsAll(wanted)).isEqualTo(expected.containsAll(wanted));
        assertThat(set.containsAll(NameSet.of(wanted))).isEqualTo(expected.containsAll(wanted));
        assertThat(set.contains(new String("ab"))).isEqualTo(expected.contains("ab"));
    }

    @Test
    void cannotBeChanged() {
        NameSet set = NameSet.of(List.of("push"));

        assertThatThrownBy(() -> set.add("sms")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> set.remove("push")).isInstanceOf(UnsupportedOperationException.class);
        assertThat(NameSet.of(set)).isSameAs(set);
    }
}
