package dev.anlass.jobs.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is written once and then referred to is read again, however much there is and whatever it is made of. */
class ByteWriterTest {

    @Property(tries = 500)
    void everyTextIsReadAgain(@ForAll String text) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        ByteWriter out = new ByteWriter();
        out.text(whole);
        out.name(whole);
        out.name(whole);

        ByteReader in = new ByteReader(out.toBytes());

        assertThat(List.of(in.text(), in.name(), in.name())).containsOnly(whole);
        assertThat(in.isAtEnd()).isTrue();
    }

    @Test
    void aThousandNamesAreReferredTo() {
        List<String> names = new ArrayList<>();
        for (int number = 0; number < 1_000; number++) {
            names.add("name-" + number);
        }
        ByteWriter out = new ByteWriter();
        names.forEach(out::name);
        int once = out.toBytes().length;
        names.forEach(out::name);

        ByteReader in = new ByteReader(out.toBytes());

        assertThat(names).allSatisfy(name -> assertThat(in.name()).isEqualTo(name));
        assertThat(names).allSatisfy(name -> assertThat(in.name()).isEqualTo(name));
        assertThat(out.toBytes().length - once).isLessThanOrEqualTo(2 * names.size());
    }

    @Test
    void nothingIsLeftOfWhatWasWrittenBefore() {
        ByteWriter used = new ByteWriter();
        used.name("basket");
        used.time(1_800_000_000_000L);
        used.clear();
        used.name("basket");
        used.time(1_800_000_000_000L);
        ByteWriter fresh = new ByteWriter();
        fresh.name("basket");
        fresh.time(1_800_000_000_000L);

        assertThat(used.toBytes()).isEqualTo(fresh.toBytes());
    }
}
