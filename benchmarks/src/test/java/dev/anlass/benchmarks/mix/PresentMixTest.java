package dev.anlass.benchmarks.mix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.benchmarks.mix.PresentMix.Present;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PresentMixTest {

    private static final int EVENTS = 500;
    private static final long NOW = 1_800_000_000_000L;
    private static final MixShape SMALL =
            MixShape.RETAIL.withCustomers(100).withTriggers(10, 10).withEvents(EVENTS);

    private final PresentMix mix = new PresentMix(SMALL);

    @Test
    void everybodyIsRegisteredBeforeAnythingElseHappens() {
        List<String> types = new ArrayList<>();
        while (!mix.allRegistered()) {
            types.add(type(mix.next(NOW)));
        }

        assertThat(types).hasSizeGreaterThan(100).containsOnly("customer.updated", "consent.changed");
    }

    @Test
    void theSameHappensAgainToOthers() {
        register();

        List<Present> once = next(EVENTS);
        List<Present> again = next(EVENTS);

        assertThat(again).extracting(PresentMixTest::type).isEqualTo(types(once));
        assertThat(again.get(0).customer()).isNotEqualTo(once.get(0).customer());
        assertThat(again.get(0).number()).isEqualTo(once.get(0).number() + EVENTS);
    }

    @Test
    void whatIsNotLateHappensNowAndWhatIsLateIsAsLateAsInTheMix() {
        register();

        List<String> times =
                next(EVENTS).stream().map(event -> field(event, "time")).toList();

        assertThat(times).contains("2027-01-15T08:00:00Z");
        assertThat(times).allMatch(time -> time.compareTo("2027-01-15T08:00:00Z") <= 0);
        assertThat(times).anyMatch(time -> time.compareTo("2027-01-15T07:59:59Z") < 0);
    }

    @Test
    void anEventIsKnownByItsIdAndByTheIdOfWhatFollowsFromIt() {
        assertThat(PresentMix.number("e17")).isEqualTo(17);
        assertThat(PresentMix.number("e17/fence.entered/shop-3")).isEqualTo(17);
    }

    private void register() {
        while (!mix.allRegistered()) {
            mix.next(NOW);
        }
    }

    private List<Present> next(int events) {
        List<Present> all = new ArrayList<>();
        for (int event = 0; event < events; event++) {
            all.add(mix.next(NOW));
        }
        return all;
    }

    private static List<String> types(List<Present> events) {
        return events.stream().map(PresentMixTest::type).toList();
    }

    private static String type(Present event) {
        return field(event, "type");
    }

    private static String field(Present event, String name) {
        return event.json().replaceAll(".*\"" + name + "\":\"([^\"]+)\".*", "$1");
    }
}
