package dev.anlass.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A consent record that cannot be read blocks the purpose it names, or every purpose. */
class UnreadableConsentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            blocks c1 null | null
            blocks c1 null | []
            blocks c1 null | {}
            blocks c1 null | {"record_id":"r","purpose":5,"status":"withdrawn"}
            blocks c1 null | {"record_id":"r","purpose":"","status":"withdrawn"}
            blocks c1 p    | {"purpose":"p","status":"withdrawn"}
            blocks c1 p    | {"record_id":"","purpose":"p","status":"withdrawn"}
            blocks c1 p    | {"record_id":"r","purpose":"p"}
            blocks c1 p    | {"record_id":"r","purpose":"p","status":"perhaps"}
            blocks c1 p    | {"record_id":"r","purpose":"p","status":"given","channels":["push"]}
            blocks c1 p    | {"record_id":"r","purpose":"p","status":"given","data":["location"]}
            blocks c1 p    | {"record_id":"r","purpose":"p","status":"given","channels":"push","data":[]}
            blocks c1 p    | {"record_id":"r","status":"refused","channels":[null],"purpose":"p"}
            blocks c1 p    | {"expires_at":"tomorrow","record_id":"r","purpose":"p","status":"refused"}
            """)
    void aWrongFieldMakesABadConsentRecord(String blocks, String data) {
        assertThat(Decoding.outcome("consent.changed", data)).isEqualTo("bad_consent of e-1 " + blocks);
        assertThat(Decoding.binaryOutcome("consent.changed", data)).isEqualTo("bad_consent of e-1 " + blocks);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            bad_time of e-1 blocks c1 p        | {"id":"e-1","source":"s","type":"consent.changed","subject":"c1","time":"soon","data":{"purpose":"p"}}
            missing:id of null blocks c1 p     | {"data":{"purpose":"p"},"source":"s","type":"consent.changed","subject":"c1"}
            bad_field:source of e-1 blocks c1 p| {"data":{"purpose":"p"},"id":"e-1","source":5,"type":"consent.changed","subject":"c1"}
            missing:subject of e-1             | {"data":{"purpose":"p"},"id":"e-1","source":"s","type":"consent.changed","subject":""}
            missing:type of e-1                | {"data":{"purpose":"p"},"id":"e-1","source":"s","subject":"c1"}
            bad_consent of e-1 blocks c1 null  | {"id":"e-1","source":"s","type":"consent.changed","subject":"c1","time":"2026-03-02T20:00:00Z","data_base64":"e30="}
            not_json of e-1 blocks c1 p        | {"id":"e-1","source":"s","type":"consent.changed","subject":"c1","data":{"purpose":"p","sta
            not_json of e-1 blocks c1 null     | {"id":"e-1","source":"s","type":"consent.changed","subject":"c1","data":{"purpose":"p
            not_json of e-1                    | {"id":"e-1","source":"s","type":"consent.changed","subject":"c1
            """)
    void itBlocksWhateverElseIsWrong(String outcome, String text) {
        assertThat(Decoding.outcome(Decoding.decode(text))).isEqualTo(outcome);
    }

    @Test
    void itBlocksIfItIsTooLarge() {
        String longNotice =
                Decoding.event("consent.changed", "{\"notice\":\"%s\",\"purpose\":\"p\"}".formatted("x".repeat(9000)));
        String tooDeep = Decoding.event(
                "consent.changed", "{\"notice\":%s%s,\"purpose\":\"p\"}".formatted("[".repeat(99), "]".repeat(99)));
        byte[] tooLong = Arrays.copyOf(Decoding.utf8(Decoding.event("consent.changed", "{}")), 70_000);

        assertThat(Decoding.outcome(Decoding.decode(longNotice))).isEqualTo("too_large of e-1 blocks c1 p");
        assertThat(Decoding.outcome(Decoding.decode(tooDeep))).isEqualTo("too_large of e-1 blocks c1 p");
        assertThat(Decoding.outcome(Decoding.DECODER.decode(tooLong, null)))
                .isEqualTo("too_large of e-1 blocks c1 null");
        assertThat(Decoding.outcome(
                        Decoding.DECODER.decode(Decoding.attributes("consent.changed"), new byte[70_000], null)))
                .isEqualTo("too_large of e-1 blocks c1 null");
    }
}
