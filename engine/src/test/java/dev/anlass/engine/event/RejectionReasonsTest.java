package dev.anlass.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each reason for which a record is rejected, and the event id it still names. */
class RejectionReasonsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            not_json of null                | ``
            not_json of null                | hello
            not_json of null                | []
            not_json of null                | null
            not_json of e-1                 | {"id":"e-1","source":"urn:shop"
            not_json of e-1                 | {"id":"e-1"}}
            not_json of e-1                 | {"id":"e-1"} {}
            not_json of e-1                 | {"id":"e-1","data":{"a":tru}}
            not_json of null                | {"id":"half \\ud83d"}
            missing:id of null              | {}
            missing:id of null              | {"id":null,"source":5}
            missing:id of null              | {"id":""}
            bad_field:id of null            | {"id":5}
            missing:source of e-1           | {"id":"e-1"}
            bad_field:source of e-1         | {"id":"e-1","source":{"a":[1]}}
            missing:type of e-1             | {"id":"e-1","source":"s"}
            bad_field:type of e-1           | {"id":"e-1","source":"s","type":true}
            missing:subject of e-1          | {"id":"e-1","source":"s","type":"cart"}
            bad_field:subject of e-1        | {"id":"e-1","source":"s","type":"cart","subject":7}
            missing:time of e-1             | {"id":"e-1","source":"s","type":"cart","subject":"c1"}
            missing:time of e-1             | {"id":"e-1","source":"s","type":"cart","subject":"c1","time":""}
            bad_time of e-1                 | {"id":"e-1","source":"s","type":"cart","subject":"c1","time":5}
            bad_time of e-1                 | {"id":"e-1","source":"s","type":"cart","subject":"c1","time":"today"}
            bad_time of e-1                 | {"id":"e-1","source":"s","type":"?","subject":"c1","time":"today"}
            bad_time of e-1                 | {"id":"e-1","source":"s","type":"cart","subject":"c1","time":"2026-03-02T20:00:00Z","recordedtime":"soon"}
            bad_time of e-1                 | {"id":"e-1","source":"s","type":"cart","subject":"c1","time":"2026-03-02T20:00:00Z","recordedtime":5}
            bad_field:sequence of e-1       | {"id":"e-1","source":"s","type":"cart","subject":"c1","time":"2026-03-02T20:00:00Z","sequence":true}
            bad_field:data_base64 of e-1    | {"id":"e-1","source":"s","type":"cart","subject":"c1","time":"2026-03-02T20:00:00Z","data_base64":"e30="}
            missing:source of e-1           | {"data":{"price":"dear"},"id":"e-1"}
            missing:time of e-1             | {"id":"e-0","type":"cart","id":"e-1","source":"s","subject":"c1"}
            """)
    void theEnvelopeIsCheckedFirst(String reason, String text) {
        assertThat(Decoding.outcome(Decoding.decode(text))).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            bad_field:data of e-1             | cart              | []
            bad_field:data of e-1             | cart              | "text"
            bad_field:price of e-1            | cart              | {"price":"39"}
            bad_field:price of e-1            | cart              | {"price":1e999}
            bad_field:quantity of e-1         | cart              | {"quantity":5.0}
            bad_field:quantity of e-1         | cart              | {"quantity":9223372036854775808}
            bad_field:product_id of e-1       | cart              | {"product_id":5}
            bad_field:gift of e-1             | cart              | {"gift":"true"}
            bad_field:ships_at of e-1         | cart              | {"ships_at":"2026-03-02"}
            bad_field:ships_at of e-1         | cart              | {"ships_at":1772481600}
            bad_field:released of e-1         | cart              | {"released":"2026-02-29"}
            bad_field:tags of e-1             | cart              | {"tags":"new"}
            bad_field:tags of e-1             | cart              | {"tags":["new",null]}
            bad_field:tags of e-1             | cart              | {"tags":["new",5]}
            bad_field:shop of e-1             | cart              | {"shop":"Bahnhofstrasse"}
            bad_field:shop.floor of e-1       | cart              | {"shop":{"name":"B","floor":"2"}}
            bad_field:lines of e-1            | cart              | {"lines":[[]]}
            bad_field:lines.price of e-1      | cart              | {"lines":[{"price":1},{"price":{"chf":1}}]}
            bad_field:quantity of e-1         | cart              | {"quantity":"5","price":"5"}
            bad_field:name of e-1             | narrow            | {"price":5,"name":5}
            bad_field:price of e-1            | unread            | {"price":"5"}
            bad_location of e-1               | location.reported | {}
            bad_location of e-1               | location.reported | {"lat":47.4,"lon":null}
            bad_location of e-1               | location.reported | {"lat":90.1,"lon":8.5}
            bad_location of e-1               | location.reported | {"lat":47.4,"lon":-180.5}
            bad_location of e-1               | location.reported | {"lat":47.4,"lon":8.5,"accuracy":-1}
            bad_field:name of e-1             | brief             | {"name":"Atlas "}
            bad_field:name of e-1             | brief             | {"name":"ab😀😀"}
            bad_field:name of e-1             | brief             | {"name":5}
            bad_field:code of e-1             | brief             | {"code":"abcd"}
            bad_field:code of e-1             | brief             | {"code":["a"]}
            bad_field:codes of e-1            | brief             | {"codes":[1,2,3]}
            bad_field:codes of e-1            | brief             | {"codes":"1"}
            bad_field:tags of e-1             | brief             | {"tags":["a","b","c","d"]}
            bad_field:tags of e-1             | brief             | {"tags":["abc"]}
            bad_field:shop.name of e-1        | brief             | {"shop":{"name":"Halle"}}
            bad_field:tier of e-1             | customer.updated  | {"tier":"bronze"}
            bad_field:lat of e-1              | location.reported | {"lat":"47.4","lon":8.5}
            bad_field:fence_id of e-1         | fence.entered     | {}
            bad_field:fence_id of e-1         | fence.exited      | {"fence_id":"nowhere"}
            bad_field:fence_id of e-1         | fence.exited      | {"fence_id":7}
            bad_field:birthdate of e-1        | customer.updated  | {"birthdate":"1990"}
            bad_field:nickname of e-1         | customer.updated  | {"nickname":1}
            bad_field:action_id of e-1        | action.opened     | {"action_id":1}
            """)
    void theDataIsCheckedInBothModes(String reason, String type, String data) {
        assertThat(Decoding.outcome(type, data)).isEqualTo(reason);
        assertThat(Decoding.binaryOutcome(type, data)).isEqualTo(reason);
    }

    @Test
    void onlyUtf8IsJson() {
        byte[] overlong = Decoding.utf8(Decoding.event("cart", "{\"product_id\":\"??\"}"));
        int at = new String(overlong, StandardCharsets.ISO_8859_1).indexOf("??");
        overlong[at] = (byte) 0xC0;
        overlong[at + 1] = (byte) 0xAF;
        String event = Decoding.event("cart", "{}");

        assertThat(reason(overlong)).isEqualTo("not_json of e-1");
        assertThat(reason(event.getBytes(StandardCharsets.UTF_16LE))).isEqualTo("not_json of null");
        assertThat(reason(event.getBytes(StandardCharsets.UTF_16))).isEqualTo("not_json of null");
    }

    @Test
    void aRecordIsAtMost64KiB() {
        byte[] largest = Arrays.copyOf(Decoding.utf8(Decoding.event("cart", "{}")), EventDecoder.MAX_BYTES);
        int written = Decoding.event("cart", "{}").length();
        Arrays.fill(largest, written, largest.length, (byte) ' ');
        byte[] tooLarge = Arrays.copyOf(largest, largest.length + 1);
        byte[] noJson = new byte[EventDecoder.MAX_BYTES + 1];

        assertThat(Decoding.DECODER.decode(largest, null)).isInstanceOf(Decoded.Accepted.class);
        assertThat(reason(tooLarge)).isEqualTo("too_large of e-1");
        assertThat(reason(noJson)).isEqualTo("too_large of null");
        assertThat(Decoding.outcome(Decoding.DECODER.decode(Decoding.attributes("cart"), tooLarge, null)))
                .isEqualTo("too_large of e-1");
    }

    @ParameterizedTest
    @CsvSource({"product_id", "ignored", "lines"})
    void aTextIsAtMost8KiB(String field) {
        String longest = "x".repeat(8192);

        assertThat(Decoding.outcome("cart", "{\"product_id\":\"%s\"}".formatted(longest)))
                .startsWith("{product_id=xxx");
        assertThat(Decoding.outcome("cart", "{\"%s\":\"%sx\"}".formatted(field, longest)))
                .isEqualTo("too_large of e-1");
        assertThat(Decoding.outcome("cart", "{\"%s\":{\"%sx\":1}}".formatted(field, longest)))
                .isEqualTo("too_large of e-1");
        assertThat(Decoding.binaryOutcome("cart", "{\"%s\":[\"%sx\"]}".formatted(field, longest)))
                .isEqualTo("too_large of e-1");
    }

    @Test
    void anEventIsAtMost16Deep() {
        assertThat(Decoding.outcome("unread", "{\"a\":" + "[".repeat(14) + "]".repeat(14) + "}"))
                .isEqualTo("{}");
        assertThat(Decoding.outcome("unread", "{\"a\":" + "[".repeat(15) + "]".repeat(15) + "}"))
                .isEqualTo("too_large of e-1");
    }

    @Test
    void theIdIsNamedWhereverItStands() {
        assertThat(Decoding.outcome(Decoding.decode("{\"a\":" + "[".repeat(99) + "]".repeat(99) + ",\"id\":\"e-1\"}")))
                .isEqualTo("too_large of e-1");
    }

    @Test
    void theSentenceForPeopleSaysNothingOfTheEvent() {
        Decoded decoded = Decoding.decode(Decoding.event("cart", "{\"lines\":[{\"price\":\"secret\"}]}"));

        assertThat(((Decoded.Rejected) decoded).rejection().detail())
                .isEqualTo("The field lines.price must be of type double.");
    }

    private static String reason(byte[] record) {
        return Decoding.outcome(Decoding.DECODER.decode(record, null));
    }
}
