package dev.anlass.jobs.operator;

import static dev.anlass.jobs.operator.TestEvents.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.event.Decoded.Blocked;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.Fields;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.jobs.connector.RecordSource.InTopic;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** What travels between operators comes out as it went in. */
class HandTypeTest {

    private static final Origin ORIGIN = new Origin(new InTopic("events", 3, 1L << 40), new byte[32], at(1));

    @Test
    void arrivals() throws Exception {
        Fields fields = Fields.of(Map.of("total", 5.5, "ids", List.of("a", 1L), "line", Fields.of("x", true)));
        Event event = new Event("c1", new OrderKey(at(0), 1, "7", "urn:x", "e1"), "order.placed", fields);

        assertThat(carried(HandType.ARRIVAL, new Arrival.OfEvent(event, ORIGIN)))
                .isEqualTo(new Arrival.OfEvent(event, ORIGIN));
        assertThat(carried(HandType.ARRIVAL, new Arrival.OfUnreadable(new Blocked("c1", null), ORIGIN)))
                .isEqualTo(new Arrival.OfUnreadable(new Blocked("c1", null), ORIGIN));
    }

    @Test
    void rawRecords() throws Exception {
        RawRecord raw = new RawRecord(ORIGIN.source(), null, Map.of("id", "e1"), new byte[] {1, 2, 3});

        assertThat(carried(HandType.RAW_RECORD, raw)).usingRecursiveComparison().isEqualTo(raw);
    }

    @Test
    void whatGoesOutAndWhatIsAnnounced() throws Exception {
        Outgoing outgoing = new Outgoing(null, new byte[] {4});
        Announcement announcement = new Announcement("2026.03.02-aaaa", at(5), "cd".repeat(32));

        assertThat(carried(HandType.OUTGOING, outgoing))
                .usingRecursiveComparison()
                .isEqualTo(outgoing);
        assertThat(carried(HandType.NEWS, announcement)).isEqualTo(announcement);
        for (Stoppable what : List.of(Stoppable.EVERYTHING, new Stoppable(Stoppable.Kind.CHANNEL, "push"))) {
            assertThat(carried(HandType.NEWS, new StopChange(what))).isEqualTo(new StopChange(what));
        }
    }

    @Test
    void keysOfCustomersAsSixteenBytes() throws Exception {
        CustomerKey key = new CustomerKey(0x0123456789abcdefL, 0xfedcba9876543210L);

        assertThat(written(HandType.CUSTOMER_KEY, key)).hasSize(16);
        assertThat(carried(HandType.CUSTOMER_KEY, key)).isEqualTo(key);
        assertThat(key).hasToString("0123456789abcdeffedcba9876543210").isLessThan(new CustomerKey(-1, 0));
    }

    private static <T> byte[] written(HandType<T> type, T value) throws Exception {
        DataOutputSerializer written = new DataOutputSerializer(64);
        type.createSerializer(new SerializerConfigImpl()).serialize(value, written);
        return written.getCopyOfBuffer();
    }

    private static <T> T carried(HandType<T> type, T value) throws Exception {
        TypeSerializer<T> serializer = type.createSerializer(new SerializerConfigImpl());
        DataOutputSerializer copied = new DataOutputSerializer(64);
        serializer.copy(new DataInputDeserializer(written(type, value)), copied);
        return serializer.deserialize(new DataInputDeserializer(copied.getCopyOfBuffer()));
    }
}
