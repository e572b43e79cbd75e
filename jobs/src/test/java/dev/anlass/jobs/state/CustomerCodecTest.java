package dev.anlass.jobs.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anlass.engine.step.CustomerState;
import java.io.IOException;
import java.io.InputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is stored of a customer is read again as it was, in this release and in every later one. */
class CustomerCodecTest {

    private static final int SEED_OF_SNAPSHOT = 20;

    @Property(tries = 500)
    void whatIsReadEqualsWhatWasWritten(@ForAll long seed) {
        StoredCustomer customer = new RandomCustomer(seed).stored();

        assertThat(CustomerCodec.decode(CustomerCodec.encode(customer))).isEqualTo(customer);
    }

    @Test
    void aCustomerOfWhomNothingIsKnownIsSmall() {
        StoredCustomer fresh = new StoredCustomer(CustomerState.fresh("c1").stored(), Long.MAX_VALUE);

        assertThat(CustomerCodec.encode(fresh)).hasSizeLessThan(48);
    }

    @Test
    void theSnapshotOfVersion1IsRead() throws IOException {
        assertThat(CustomerCodec.decode(snapshot("customer-1.bin")))
                .isEqualTo(new RandomCustomer(SEED_OF_SNAPSHOT).stored());
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
