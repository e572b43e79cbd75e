package dev.anlass.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of good events. */
class EventDecoderTest {

    private static final long TIME = Instant.parse(Decoding.TIME).toEpochMilli();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            cart              | {"price":39}                                 | {price=39.0, time=2026-03-02T20:00:00Z}
            cart              | {"price":1e2,"price":-0.0}                   | {price=0.0, time=2026-03-02T20:00:00Z}
            cart              | {"price":null,"quantity":-7,"gift":true}     | {gift=true, quantity=-7, time=2026-03-02T20:00:00Z}
            cart              | {"price":5,"price":null}                     | {time=2026-03-02T20:00:00Z}
            cart              | {"ships_at":"2026-03-03T01:00:00.1239+01:00"}| {ships_at=2026-03-03T00:00:00.123Z, time=2026-03-02T20:00:00Z}
            cart              | {"released":"2024-02-29"}                    | {released=2024-02-29T00:00:00Z, time=2026-03-02T20:00:00Z}
            cart              | {"tags":[],"product_id":"\\u00e4 😀 \\ud83d\\ude00"} | {product_id=ä 😀 😀, tags=[], time=2026-03-02T20:00:00Z}
            cart              | {"shop":{"name":"B","floor":null,"x":[1]}}   | {shop={name=B}, time=2026-03-02T20:00:00Z}
            cart              | {"lines":[{"price":2,"product_id":"b"},{}]}  | {lines=[{price=2.0, product_id=b}, {}], time=2026-03-02T20:00:00Z}
            cart              | {"extra":{"deep":[{"er":"x"}]},"time":5}     | {time=2026-03-02T20:00:00Z}
            narrow            | {"name":"Atlas","price":5}                   | {price=5.0, time=2026-03-02T20:00:00Z}
            narrow            | null                                         | {time=2026-03-02T20:00:00Z}
            brief             | {"name":"Atlas","code":"abc","codes":[1,2]}  | {name=Atlas}
            brief             | {"name":"ab😀\\u00e4"}                       | {name=ab😀ä}
            brief             | {"tags":["a","bc",""],"shop":{"name":"Hall"}} | {shop={name=Hall}, tags=[a, bc, ]}
            brief             | {"name":null,"tags":null,"code":null}        | {}
            customer.updated  | {"tier":"gold"}                              | {}
            unread            | {"price":5}                                  | {}
            location.reported | {"lat":-90,"lon":180}                        | {lat=-90.0, lon=180.0}
            location.reported | {"lat":47.4,"lon":8.5,"accuracy":0}          | {accuracy=0.0, lat=47.4, lon=8.5}
            fence.entered     | {"fence_id":"s-7","fence":{"kind":"shop"}}   | {fence_id=s-7, time=2026-03-02T20:00:00Z}
            fence.exited      | {"fence_id":"s-7","fence":5}                 | {fence_id=s-7}
            customer.updated  | {"birthdate":"1990-01-01","nickname":"x"}    | {birthdate=1990-01-01T00:00:00Z}
            customer.updated  | {"zone":"Europe/Zurich","points":null}       | {points=REMOVED, zone=Europe/Zurich}
            customer.erased   | {}                                           | {}
            action.opened     | {"action_id":"a-5","app":"ios"}              | {action_id=a-5}
            consent.changed   | {"record_id":"r","purpose":"p","status":"given","channels":[],"data":["location"]} | {channels=[], data=[location], purpose=p, record_id=r, status=given}
            consent.changed   | {"record_id":"r","purpose":"p","status":"objected","notice":"v3","expires_at":"2026-03-02T20:00:00Z"} | {expires_at=2026-03-02T20:00:00Z, notice=v3, purpose=p, record_id=r, status=objected}
            fence.dwelled     | {"fence_id":"s-7"}                           | UnknownType[type=fence.dwelled, time=1772481600000]
            shop.closed       | {"any":5}                                    | UnknownType[type=shop.closed, time=1772481600000]
            """)
    void onlyWhatIsReadIsKeptInBothModes(String type, String data, String fields) {
        assertThat(Decoding.outcome(type, data)).isEqualTo(fields);
        assertThat(Decoding.binaryOutcome(type, data)).isEqualTo(fields);
    }

    @Test
    void fieldsAreTheSameAsThoseMadeByHand() {
        Decoded.Accepted decoded = accepted(Decoding.event("narrow", "{\"price\":5}"));

        Fields byHand = Fields.of(Map.of("price", 5.0, "time", Instant.ofEpochMilli(TIME)));
        assertThat(decoded.event().fields()).isEqualTo(byHand).hasSameHashCodeAs(byHand);
        assertThat(decoded.event().fields().retain(Set.of("price")::contains)).isEqualTo(Fields.of("price", 5.0));
    }

    @Test
    void removedIsTheOneThatTheEngineKnows() {
        assertThat(accepted(Decoding.event("customer.updated", "{\"points\":null}"))
                        .event()
                        .fields()
                        .get("points"))
                .isSameAs(Fields.REMOVED);
    }

    @Test
    void theKeyCarriesTimeRankSequenceSourceAndId() {
        String changed =
                Decoding.event("customer.updated", "{}").replace("\"subject\"", "\"sequence\":\"7\",\"subject\"");

        assertThat(accepted(Decoding.event("cart", "{}")).event().key())
                .isEqualTo(new OrderKey(TIME, OrderKey.RANK_EVENT, "", "urn:shop", "e-1"));
        assertThat(accepted(changed).event().key())
                .isEqualTo(new OrderKey(TIME, OrderKey.RANK_CUSTOMER, "7", "urn:shop", "e-1"));
        assertThat(accepted(changed.replace("\"7\"", "7")).event().key().sequence())
                .isEqualTo("7");
        assertThat(accepted(changed.replace("\"7\"", "null")).event().key().sequence())
                .isEmpty();
        assertThat(accepted(changed).event().customer()).isEqualTo("c1");
    }

    @Test
    void attributesMayComeInAnyOrder() {
        List<String> members = new ArrayList<>(List.of(
                "\"id\":\"e-1\"",
                "\"source\":\"urn:shop\"",
                "\"type\":\"cart\"",
                "\"subject\":\"c1\"",
                "\"time\":\"2026-03-02T21:00:00+01:00\"",
                "\"data\":{\"price\":39.0,\"lines\":[{\"price\":1}]}",
                "\"more\":{\"type\":\"unread\",\"data\":[]}"));
        Decoded expected = Decoding.decode("{" + String.join(",", members) + "}");
        Random random = new Random(7);

        for (int i = 0; i < 100; i++) {
            Collections.shuffle(members, random);
            assertThat(Decoding.decode("{" + String.join(",", members) + "}"))
                    .as(members::toString)
                    .isEqualTo(expected);
        }
        assertThat(Decoding.outcome(expected)).startsWith("{lines=[{price=1.0}], price=39.0, time=");
    }

    @Test
    void ofEqualNamesTheLastCounts() {
        String twice = Decoding.event("cart", "{\"price\":\"dear\"}")
                .replace("\"id\"", "\"type\":\"unread\",\"data\":{\"price\":5},\"id\"")
                .replace("}}", "},\"type\":\"narrow\",\"data\":{\"price\":6}}");

        assertThat(Decoding.outcome(Decoding.decode(twice))).isEqualTo("{price=6.0, time=2026-03-02T20:00:00Z}");
        assertThat(Decoding.outcome(Decoding.decode(twice.replace("}}", "},\"type\":\"cart\",\"data\":null}"))))
                .isEqualTo("{time=2026-03-02T20:00:00Z}");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,                    -,                    2026-03-02T20:00:00Z, false
            2026-03-02T20:00:00Z, 2026-03-02T19:00:00Z, 2026-03-02T20:00:00Z, false
            2026-03-02T21:00:00Z, -,                    2026-03-02T20:00:00Z, false
            2026-03-02T19:59:59Z, 2026-03-02T21:00:00Z, 2026-03-02T19:59:59Z, true
            -,                    2026-03-02T19:00:00Z, 2026-03-02T19:00:00Z, true
            """)
    void aClockAheadIsTakenBack(String recorded, String appended, Instant time, boolean ahead) {
        String extra = recorded == null ? "" : "\"recordedtime\":\"" + recorded + "\",";
        Long appendTime =
                appended == null ? null : (Long) Instant.parse(appended).toEpochMilli();
        String text = Decoding.event("narrow", "{}").replace("\"subject\"", extra + "\"subject\"");

        Decoded.Accepted decoded = (Decoded.Accepted) Decoding.DECODER.decode(Decoding.utf8(text), appendTime);

        assertThat(decoded.clockAhead()).isEqualTo(ahead);
        assertThat(decoded.event().time()).isEqualTo(time.toEpochMilli());
        assertThat(decoded.event().fields()).isEqualTo(Fields.of("time", time));
    }

    @Test
    void aTickIsAboutNobody() {
        String tick = "{\"id\":\"t\",\"source\":\"urn:ticker\",\"type\":\"tick\",\"time\":\"1970-01-01T00:00:01Z\"}";

        assertThat(Decoding.decode(tick)).isEqualTo(new Decoded.Tick(1000));
        assertThat(Decoding.DECODER.decode(Decoding.utf8(tick), 900L)).isEqualTo(new Decoded.Tick(900));
        assertThat(Decoding.outcome(Decoding.decode(tick.replace("time", "no"))))
                .isEqualTo("missing:time of t");
    }

    @Test
    void binaryDataMayBeNoBytesAtAll() {
        Map<String, String> attributes = Decoding.attributes("narrow");

        assertThat(Decoding.binaryOutcome("narrow", "")).isEqualTo("{time=2026-03-02T20:00:00Z}");
        attributes.remove("source");
        assertThat(Decoding.outcome(Decoding.DECODER.decode(attributes, new byte[0], null)))
                .isEqualTo("missing:source of e-1");
        attributes.put("source", "x".repeat(8193));
        assertThat(Decoding.outcome(Decoding.DECODER.decode(attributes, new byte[0], null)))
                .isEqualTo("too_large of e-1");
    }

    private static Decoded.Accepted accepted(String text) {
        return (Decoded.Accepted) Decoding.decode(text);
    }
}
