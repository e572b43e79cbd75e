package dev.anlass.jobs.operator;

import dev.anlass.jobs.config.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.flink.api.java.functions.KeySelector;
import org.jspecify.annotations.Nullable;

/**
 * Under which keys customers are kept: a hash of their id that nobody can make who does not know the secret.
 *
 * <p>It is HMAC-SHA-256 (RFC 2104), the first 16 bytes. After an erasure it is all that still stands for
 * the customer.
 */
public final class CustomerKeys implements KeySelector<Arrival, CustomerKey> {

    private static final long serialVersionUID = 1L;

    private static final String ALGORITHM = "HmacSHA256";
    private static final String DOMAIN = "anlass/customer/";

    /** How many customers' keys are at hand; a power of two. Who comes at the place of another takes it. */
    private static final int AT_HAND = 1 << 14;

    private final Secret secret;
    private transient @Nullable Mac mac;
    private transient @Nullable Entry @Nullable [] atHand;

    private record Entry(String customer, CustomerKey key) {}

    public CustomerKeys(Secret secret) {
        this.secret = secret;
    }

    /** Of who was erased nothing stays at hand. */
    @Override
    public CustomerKey getKey(Arrival arrival) {
        if (atHand == null) {
            atHand = new Entry[AT_HAND];
        }
        String customer = arrival.customer();
        int place = customer.hashCode() & (AT_HAND - 1);
        Entry known = atHand[place];
        if (known == null || !known.customer().equals(customer)) {
            known = new Entry(customer, keyOf(customer));
        }
        atHand[place] = arrival.erases() ? null : known;
        return known.key();
    }

    public CustomerKey keyOf(String customer) {
        ByteBuffer hash = ByteBuffer.wrap(mac().doFinal(customer.getBytes(StandardCharsets.UTF_8)));
        return new CustomerKey(hash.getLong(), hash.getLong());
    }

    /** The same in hexadecimal, where it goes out. */
    public String of(String customer) {
        return keyOf(customer).toString();
    }

    private Mac mac() {
        if (mac == null) {
            mac = newMac();
        }
        return mac;
    }

    private Mac newMac() {
        try {
            Mac keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec((DOMAIN + secret.text()).getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return keyed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
