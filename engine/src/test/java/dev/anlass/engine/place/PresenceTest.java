package dev.anlass.engine.place;

import static dev.anlass.engine.place.Places.METERS_OF_A_DEGREE;
import static dev.anlass.engine.place.Places.at;
import static dev.anlass.engine.place.Places.circle;
import static dev.anlass.engine.place.Places.fence;
import static dev.anlass.engine.place.Places.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When a customer enters, stays in, leaves and dwells in a fence. */
class PresenceTest {

    private static final long MINUTE = 60_000;
    private static final long TIMEOUT = 30 * MINUTE;
    private static final Fence SHOP = fence("shop", circle(8, 47, 100));
    private static final Fence TOWN = fence("town", circle(8, 47, 5_000));
    private static final FenceIndex INDEX = FenceIndex.of(List.of(TOWN, SHOP));
    private static final FenceIndex ONLY_SHOP = FenceIndex.of(List.of(SHOP));

    @Test
    void aPositionInsideEntersEveryFenceAroundIt() {
        Presence.Change change = observe(Presence.NONE, INDEX, north(0), 0);

        assertThat(ids(change.entered())).containsExactly("shop", "town");
        assertThat(change.exited()).isEmpty();
        assertThat(change.after().stay("shop"))
                .isEqualTo(
                        new Stay("shop", 0, "urn:app", "p0/fence.entered/shop", 0, false, Set.of("offers", "service")));
    }

    @Test
    void theBorderIsInside() {
        Fence exact = fence("exact", circle(8, 47, Sphere.distanceMeters(47, 8, 47.001, 8)));

        assertThat(observe(Presence.NONE, FenceIndex.of(List.of(exact)), at(8, 47.001), 0)
                        .entered())
                .hasSize(1);
    }

    @Test
    void aPositionInsideAgainChangesOnlyWhenSomethingWasLastSaid() {
        Presence inside = enteredShop();

        Presence.Change change = observe(inside, ONLY_SHOP, north(10), 5 * MINUTE);

        assertNothingDerived(change);
        assertThat(stayInShop(change.after()).enteredAt()).isZero();
        assertThat(stayInShop(change.after()).lastSaid()).isEqualTo(5 * MINUTE);
    }

    @Test
    void leavingNeedsAPositionFartherOutThanTheHysteresis() {
        Presence inside = enteredShop();

        Presence.Change near = observe(inside, ONLY_SHOP, north(119.9), MINUTE);
        Presence.Change far = observe(near.after(), ONLY_SHOP, north(120.1), 2 * MINUTE);

        assertNothingDerived(near);
        assertThat(stayInShop(near.after()).lastSaid()).isEqualTo(MINUTE);
        assertThat(ids(far.exited())).containsExactly("shop");
        assertThat(far.after()).isSameAs(Presence.NONE);
    }

    @Test
    void withinTheHysteresisNobodyEnters() {
        Presence.Change change = observe(Presence.NONE, ONLY_SHOP, north(101), 0);

        assertNothingDerived(change);
        assertThat(change.after()).isSameAs(Presence.NONE);
    }

    @Test
    void exitsAndEntriesOfOnePositionAreBothTold() {
        Fence north = fence("north", circle(8, 47.01, 100));
        FenceIndex index = FenceIndex.of(List.of(SHOP, TOWN, north));
        Presence inside = observe(Presence.NONE, index, north(0), 0).after();

        Presence.Change change = observe(inside, index, at(8, 47.01), MINUTE);

        assertThat(ids(change.exited())).containsExactly("shop");
        assertThat(ids(change.entered())).containsExactly("north");
        assertThat(change.after().stays()).extracting(Stay::fenceId).containsExactly("north", "town");
    }

    @Test
    void anInaccuratePositionSaysNothing() {
        Presence inside = enteredShop();

        assertThat(observe(Presence.NONE, ONLY_SHOP, at(8, 47, 100.1), MINUTE).after())
                .isSameAs(Presence.NONE);
        assertThat(observe(inside, ONLY_SHOP, at(8, 47, 100.1), MINUTE).after()).isSameAs(inside);
        assertThat(observe(inside, ONLY_SHOP, at(8, 48, 100.1), MINUTE).after()).isSameAs(inside);
    }

    @Test
    void aPositionAsAccurateAsAskedForIsHeard() {
        assertThat(observe(Presence.NONE, ONLY_SHOP, at(8, 47, 100), 0).entered())
                .hasSize(1);
    }

    @Test
    void aStayThatNothingWasSaidAboutEndsInSilence() {
        Presence inside = enteredShop();

        Presence.Change justInTime = observe(inside, ONLY_SHOP, north(500), TIMEOUT);
        Presence.Change tooLate = observe(inside, ONLY_SHOP, north(500), TIMEOUT + 1);

        assertThat(justInTime.exited()).hasSize(1);
        assertNothingDerived(tooLate);
        assertThat(tooLate.after()).isSameAs(Presence.NONE);
    }

    @Test
    void afterTheTimeoutAPositionInsideEntersAnew() {
        Presence.Change change = observe(enteredShop(), ONLY_SHOP, north(0), TIMEOUT + 1);

        assertThat(ids(change.entered())).containsExactly("shop");
        assertThat(stayInShop(change.after()).enteredAt()).isEqualTo(TIMEOUT + 1);
    }

    @Test
    void aStayLivesAsLongAsPositionsComeInTime() {
        Presence presence = enteredShop();
        for (int i = 1; i <= 10; i++) {
            Presence.Change change = observe(presence, ONLY_SHOP, north(0), i * TIMEOUT);
            assertNothingDerived(change);
            presence = change.after();
        }
        assertThat(stayInShop(presence).enteredAt()).isZero();
    }

    @Test
    void aFenceThatIsGoneIsLeftAlone() {
        Presence inside = enteredShop();

        assertThat(observe(inside, FenceIndex.EMPTY, north(500), MINUTE).after())
                .isSameAs(inside);
    }

    @Test
    void aDeviceReportsEnteringAndLeaving() {
        Presence.Change entering = Presence.NONE.reportedEntering(SHOP, sighting(0), TIMEOUT);
        Presence.Change leaving = entering.after().reportedLeaving(SHOP, sighting(MINUTE), TIMEOUT);

        assertThat(ids(entering.entered())).containsExactly("shop");
        assertThat(stayInShop(entering.after()).causeId()).isEqualTo("p0");
        assertThat(ids(leaving.exited())).containsExactly("shop");
        assertThat(leaving.after()).isSameAs(Presence.NONE);
    }

    @Test
    void enteringWhereOneIsSaysOnlyThatOneIsThere() {
        Presence.Change change = enteredShop().reportedEntering(SHOP, sighting(MINUTE), TIMEOUT);

        assertNothingDerived(change);
        assertThat(stayInShop(change.after()).enteredAt()).isZero();
        assertThat(stayInShop(change.after()).lastSaid()).isEqualTo(MINUTE);
    }

    @Test
    void leavingWhereOneIsNotChangesNothing() {
        Presence inside = enteredShop();

        Presence.Change change = inside.reportedLeaving(TOWN, sighting(MINUTE), TIMEOUT);

        assertNothingDerived(change);
        assertThat(change.after()).isSameAs(inside);
    }

    @Test
    void aReportAfterTheTimeoutIsAboutANewStay() {
        assertThat(enteredShop()
                        .reportedEntering(SHOP, sighting(TIMEOUT + 1), TIMEOUT)
                        .entered())
                .hasSize(1);
        assertNothingDerived(enteredShop().reportedLeaving(SHOP, sighting(TIMEOUT + 1), TIMEOUT));
    }

    @Test
    void aDwellIsDueOncePerStay() {
        Presence inside = enteredShop();
        long due = Fence.DEFAULT_DWELL_MILLIS;

        assertThat(inside.nextDue(ONLY_SHOP, TIMEOUT)).isEqualTo(due);
        assertThat(inside.dwellsDueAt(ONLY_SHOP, due - 1, TIMEOUT)).isEmpty();
        assertThat(inside.dwellsDueAt(ONLY_SHOP, due, TIMEOUT))
                .extracting(Stay::dwellId)
                .containsExactly("p0/fence.entered/shop/fence.dwelled/shop");

        Presence done = inside.withDwellDone("shop");
        assertThat(done.nextDue(ONLY_SHOP, TIMEOUT)).isEqualTo(Long.MAX_VALUE);
        assertThat(done.dwellsDueAt(ONLY_SHOP, due, TIMEOUT)).isEmpty();
        assertThat(stayInShop(observe(done, ONLY_SHOP, north(1), due + 1).after())
                        .dwellDone())
                .isTrue();
    }

    @Test
    void dwellsDueTogetherComeInTheOrderOfFences() {
        Presence inside = observe(Presence.NONE, INDEX, north(0), 0).after();

        assertThat(inside.dwellsDueAt(INDEX, Fence.DEFAULT_DWELL_MILLIS, TIMEOUT))
                .extracting(Stay::fenceId)
                .containsExactly("shop", "town");
    }

    @Test
    void aDwellThatTheSilenceWouldOutlastIsDueOnlyOnceSomethingIsSaid() {
        Fence slow = new Fence("slow", circle(8, 47, 100), 20, 100, 45 * MINUTE, SHOP.properties());
        FenceIndex index = FenceIndex.of(List.of(slow));
        Presence inside = observe(Presence.NONE, index, north(0), 0).after();
        Presence heardAgain = observe(inside, index, north(0), 20 * MINUTE).after();

        assertThat(inside.nextDue(index, TIMEOUT)).isEqualTo(Long.MAX_VALUE);
        assertThat(inside.dwellsDueAt(index, 45 * MINUTE, TIMEOUT)).isEmpty();
        assertThat(heardAgain.nextDue(index, TIMEOUT)).isEqualTo(45 * MINUTE);
        assertThat(heardAgain.dwellsDueAt(index, 45 * MINUTE, TIMEOUT)).hasSize(1);
    }

    @Test
    void aPurposeOnceWithdrawnDoesNotComeBackToAStay() {
        Presence inside = enteredShop();

        Presence narrowed = inside.retainPurposes(purpose -> purpose.equals("service"));

        assertThat(stayInShop(narrowed).purposes()).containsExactly("service");
        assertThat(stayInShop(observe(narrowed, ONLY_SHOP, north(0), MINUTE).after())
                        .purposes())
                .containsExactly("service");
        assertThat(inside.retainPurposes(purpose -> true)).isSameAs(inside);
    }

    @Test
    void staysOfChangedFencesEndInSilence() {
        Presence inside = observe(Presence.NONE, INDEX, north(0), 0).after();

        assertThat(inside.retainFences(stay -> stay.fenceId().equals("shop")).stays())
                .extracting(Stay::fenceId)
                .containsExactly("shop");
        assertThat(inside.retainFences(stay -> true)).isSameAs(inside);
        assertThat(inside.cleared()).isSameAs(Presence.NONE);
    }

    @Test
    void theOldestStaysGiveWayBeyondTheBound() {
        Presence presence = Presence.NONE;
        for (int i = 0; i < Presence.MAX_STAYS; i++) {
            Fence place = fence("f%02d".formatted(i), circle(8, 47, 100));
            presence =
                    presence.reportedEntering(place, sighting(i / 2), TIMEOUT).after();
        }

        Presence.Change change = presence.reportedEntering(fence("a", circle(8, 47, 100)), sighting(99), TIMEOUT);

        assertThat(change.gaveWay()).isEqualTo(1);
        assertThat(change.after().stays()).hasSize(Presence.MAX_STAYS);
        assertThat(change.after().stay("f00")).isNull();
        assertThat(change.after().stay("f01")).isNotNull();
        assertThat(change.after().stay("a")).isNotNull();
    }

    @Test
    void aPlaceWithTooManyFencesKeepsTheLastOfThem() {
        List<Fence> fences = new ArrayList<>();
        for (int i = 0; i < Presence.MAX_STAYS + 3; i++) {
            fences.add(fence("f%02d".formatted(i), circle(8, 47, 100)));
        }

        Presence.Change change = observe(Presence.NONE, FenceIndex.of(fences), north(0), 0);

        assertThat(change.entered()).hasSize(Presence.MAX_STAYS + 3);
        assertThat(change.gaveWay()).isEqualTo(3);
        assertThat(change.after().stays().get(0).fenceId()).isEqualTo("f03");
    }

    @Test
    void staysOutOfOrderAreRefused() {
        Stay stay = stayInShop(enteredShop());

        assertThatThrownBy(() -> new Presence(List.of(stay, stay))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Presence enteredShop() {
        return observe(Presence.NONE, ONLY_SHOP, north(0), 0).after();
    }

    private static Stay stayInShop(Presence presence) {
        Stay stay = presence.stay("shop");
        assertThat(stay).isNotNull();
        return stay;
    }

    private static Presence.Change observe(Presence presence, FenceIndex index, Position position, long time) {
        return presence.observe(index, position, sighting(time), TIMEOUT);
    }

    private static Sighting sighting(long time) {
        return new Sighting(time, "urn:app", "p" + time, Set.of("offers", "service"));
    }

    private static Position north(double meters) {
        return at(8, 47 + meters / METERS_OF_A_DEGREE);
    }

    private static void assertNothingDerived(Presence.Change change) {
        assertThat(change.exited()).isEmpty();
        assertThat(change.entered()).isEmpty();
        assertThat(change.gaveWay()).isZero();
    }
}
