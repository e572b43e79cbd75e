package dev.anlass.engine.place;

import static dev.anlass.engine.place.Places.area;
import static dev.anlass.engine.place.Places.at;
import static dev.anlass.engine.place.Places.circle;
import static dev.anlass.engine.place.Places.fence;
import static dev.anlass.engine.place.Places.ids;
import static dev.anlass.engine.place.Places.polygon;
import static dev.anlass.engine.place.Places.rectangle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anlass.engine.event.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Finding fences by id and by place. */
class FenceIndexTest {

    @Test
    void fencesComeInTheOrderOfTheirIds() {
        FenceIndex index = FenceIndex.of(List.of(
                fence("\uD83D\uDED2", circle(8.54, 47.37, 100)),
                fence("b", area(rectangle(8, 47, 9, 48))),
                fence("\uFF21", area(rectangle(-180, -90, 180, 90))),
                fence("a", circle(8.54, 47.37, 5_000)),
                fence("elsewhere", circle(9.54, 47.37, 100))));

        assertThat(ids(index.containing(at(8.54, 47.37)))).containsExactly("a", "b", "\uFF21", "\uD83D\uDED2");
    }

    @Test
    void nothingIsFoundWhereNothingIs() {
        FenceIndex index = FenceIndex.of(List.of(fence("a", circle(8.54, 47.37, 100))));

        assertThat(index.containing(at(8.542, 47.37))).isEmpty();
        assertThat(FenceIndex.EMPTY.containing(at(8.54, 47.37))).isEmpty();
    }

    @Test
    void aFenceIsFoundByItsId() {
        Fence shop = fence("shop", circle(8.54, 47.37, 100));
        FenceIndex index = FenceIndex.of(List.of(shop));

        assertThat(index.byId("shop")).isSameAs(shop);
        assertThat(index.byId("gone")).isNull();
    }

    @Test
    void twoFencesMustNotHaveOneId() {
        Fence shop = fence("shop", circle(8.54, 47.37, 100));

        assertThatThrownBy(() -> FenceIndex.of(List.of(shop, shop)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two fences with the id shop");
    }

    @Test
    void aFenceOfManyPartsTakesFewCells() {
        List<Shape.Polygon> parts = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            double west = -180 + 0.35 * i;
            parts.add(polygon(rectangle(west, 10, west + 0.01, 10.01)));
        }
        Region islands = Region.of(new Shape.Area(parts));
        FenceIndex index = FenceIndex.of(List.of(fence("islands", new Shape.Area(parts))));

        assertThat(Covering.of(islands).boxes()).hasSizeLessThanOrEqualTo(64);
        assertThat(index.containing(at(-180 + 0.35 * 700, 10.01))).hasSize(1);
        assertThat(index.containing(at(-180 + 0.35 * 700 - 0.01, 10.01))).isEmpty();
    }

    @Test
    void theDateLineIsOnePlace() {
        FenceIndex index = FenceIndex.of(List.of(
                fence("atoll", circle(180, -8.5, 400)),
                fence("east", area(rectangle(-180, -9, -179.99, -8))),
                fence("west", area(rectangle(179.99, -9, 180, -8)))));

        assertThat(ids(index.containing(at(180, -8.5)))).containsExactly("atoll", "east", "west");
        assertThat(ids(index.containing(at(-180, -8.5)))).containsExactly("atoll", "east", "west");
        assertThat(ids(index.containing(at(-179.999, -8.5)))).containsExactly("atoll", "east");
        assertThat(ids(index.containing(at(179.999, -8.5)))).containsExactly("atoll", "west");
    }

    @Test
    void aPoleIsOnePlace() {
        FenceIndex index = FenceIndex.of(List.of(fence("camp", circle(120, 89.999, 200))));

        assertThat(ids(index.containing(at(0, 90)))).containsExactly("camp");
        assertThat(ids(index.containing(at(-120, 90)))).containsExactly("camp");
        assertThat(ids(index.containing(at(-60, 89.9995)))).containsExactly("camp");
    }

    @Test
    void aShapeOfAnySizeTakesFewCells() {
        for (double radius = 1; radius < 2.1e7; radius *= 1.3) {
            assertThat(Covering.of(Region.of(circle(8.54, 47.37, radius))).boxes())
                    .as("radius %s m", radius)
                    .hasSizeBetween(1, 9);
        }
    }

    @Test
    void conditionsReadTheIdAndThePropertiesOfAFence() {
        Fields fields = FenceIndex.fenceFields(fence("shop", circle(8.54, 47.37, 100)));

        assertThat(fields).isEqualTo(Map.of("fence_id", "shop", "fence", Map.of("kind", "shop")));
    }
}
