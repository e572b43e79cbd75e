package dev.anlass.jobs.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anlass.engine.step.CustomerState;
import java.io.IOException;
import java.io.InputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored of a customer is read again as it was, in this release and in every later one. */
class CustomerCodecTest {

    private static final int SEED_OF_SNAPSHOT = 20;

    @Property(tries = 500)
    void whatIsReadEqualsWhatWasWritten(@ForAll long seed) {
        StoredCustomer customer = new RandomCustomer(seed).stored();

        byte[] bytes = CustomerCodec.encode(customer);

        assertThat(CustomerCodec.decode(bytes)).isEqualTo(customer);
        assertThat(CustomerCodec.nextDue(bytes)).isEqualTo(customer.nextDue());
    }

    @Test
    void aCustomerOfWhomNothingIsKnownIsSmall() {
        StoredCustomer fresh = new StoredCustomer(CustomerState.fresh("c1").stored(), Long.MAX_VALUE);

        assertThat(CustomerCodec.encode(fresh)).hasSizeLessThan(48);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theSnapshotOfEachVersionIsRead(int version) throws IOException {
        StoredCustomer customer = new RandomCustomer(SEED_OF_SNAPSHOT).stored();
        byte[] bytes = snapshot("customer-" + version + ".bin");

        assertThat(CustomerCodec.decode(bytes)).isEqualTo(customer);
        assertThat(CustomerCodec.nextDue(bytes)).isEqualTo(customer.nextDue());
    }

    @Property(tries = 1_000)
    void everyNumberIsReadToTheLastBit(@ForAll double number) {
        assertThat(readAgain(number)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, -0.0, 0.01, -19.99, 47.376887, 1e10, 12_345_678.9, 99_999_999.99, 1e300, 4.9e-324})
    void decimalsAreReadToTheLastBit(double number) {
        assertThat(readAgain(number)).isEqualTo(number);
    }

    @Test
    void aPriceTakesFewBytes() {
        assertThat(written(19.99)).hasSize(3);
    }

    private static Object readAgain(double number) {
        return EventCodec.value(new ByteReader(written(number)));
    }

    private static byte[] written(double number) {
        ByteWriter out = new ByteWriter();
        EventCodec.value(out, number);
        return out.toBytes();
    }

    @Test
    void aVersionOfTheFutureIsRefusedWithAWayOut() {
        assertThatThrownBy(() -> CustomerCodec.decode(new byte[] {99}))
                .hasMessage("a customer is stored in version 99, which this release does not know:"
                        + " go on with the release that wrote it, or a newer one");
    }

    private static byte[] snapshot(String name) throws IOException {
        try (InputStream resource = CustomerCodecTest.class.getResourceAsStream("/state/" + name)) {
            return resource.readAllBytes();
        }
    }
}
