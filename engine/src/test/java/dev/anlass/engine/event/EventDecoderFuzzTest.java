package dev.anlass.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Events that were cut or damaged on the way. */
class EventDecoderFuzzTest {

    private static final List<String> EVENTS = List.of(
            Decoding.event("cart", """
                    {"product_id":"b-1 € 😀 \\u00e4","price":39.5,"quantity":12,"gift":true,"tags":["a","b"],
                     "ships_at":"2026-03-02T20:00:00.5+01:00","released":"2024-02-29","shop":{"name":"B","floor":-1},
                     "lines":[{"product_id":"b-1","price":1.5e1},{}],"more":[[{"x":null}]]}"""),
            Decoding.event("location.reported", "{\"lat\":47.377,\"lon\":8.54,\"accuracy\":10}"),
            Decoding.event("fence.entered", "{\"fence_id\":\"s-7\"}"),
            Decoding.event("customer.updated", "{\"birthdate\":\"1990-01-01\",\"points\":null,\"zone\":\"UTC\"}"),
            Decoding.event("consent.changed", """
                    {"record_id":"r-1","purpose":"p","status":"given","channels":["push"],"data":["location"],
                     "notice":"v3","expires_at":"2027-03-02T20:00:00Z"}"""),
            "{\"data\":{\"price\":5},\"time\":\"2026-03-02T20:00:00Z\",\"subject\":\"c1\",\"type\":\"narrow\","
                    + "\"source\":\"s\",\"id\":\"e-1\",\"sequence\":17,\"recordedtime\":\"2026-03-02T20:00:01Z\"}");

    @Property
    void aCutEventIsNeverAccepted(@ForAll @IntRange(max = 5) int which, @ForAll @IntRange(max = 600) int length) {
        byte[] whole = Decoding.utf8(EVENTS.get(which));
        byte[] cut = Arrays.copyOf(whole, Math.min(length, whole.length - 1));

        assertThat(Decoding.DECODER.decode(whole, null)).isInstanceOf(Decoded.Accepted.class);
        assertThat(Decoding.outcome(Decoding.DECODER.decode(cut, null))).startsWith(Rejection.NOT_JSON);
    }

    @Property(tries = 20_000)
    void aDamagedEventGivesAResult(@ForAll @IntRange(max = 5) int which, @ForAll long seed) {
        byte[] damaged = damaged(Decoding.utf8(EVENTS.get(which)), new Random(seed));

        assertThatCode(() -> Decoding.DECODER.decode(damaged, 5L)).doesNotThrowAnyException();
        assertThatCode(() -> Decoding.DECODER.decode(Decoding.attributes("cart"), damaged, null))
                .doesNotThrowAnyException();
    }

    @Property
    void randomBytesAreRejected(@ForAll byte[] bytes) {
        assertThat(Decoding.DECODER.decode(bytes, null)).isInstanceOf(Decoded.Rejected.class);
    }

    private static byte[] damaged(byte[] event, Random random) {
        byte[] damaged = event.clone();
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(5)) {
                case 0 -> damaged[at] = (byte) random.nextInt(256);
                case 1 -> damaged[at] = (byte) "{}[]\",:\\0-.eE tnu/".charAt(random.nextInt(18));
                case 2 -> damaged[at] = damaged[random.nextInt(damaged.length)];
                case 3 ->
                    System.arraycopy(
                            damaged,
                            random.nextInt(damaged.length - 8),
                            damaged,
                            random.nextInt(damaged.length - 8),
                            8);
                default -> damaged = at > 16 ? Arrays.copyOf(damaged, at) : damaged;
            }
        }
        return damaged;
    }
}
