package dev.anlass.engine.customer;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The time zone of a customer: their own, else that of their market, else UTC. */
public final class Zones {

    private Zones() {}

    /**
     * The zone of a customer.
     *
     * @param constants the rule set's constants, of which {@code market_zones} maps markets to zones
     */
    public static ZoneId of(Attributes attributes, Map<String, Object> constants) {
        ZoneId own = parse(attributes.text("zone"));
        if (own != null) {
            return own;
        }
        String market = attributes.text("market");
        if (market != null
                && constants.get("market_zones") instanceof Map<?, ?> zones
                && zones.get(market) instanceof String zone) {
            ZoneId ofMarket = parse(zone);
            return ofMarket == null ? ZoneOffset.UTC : ofMarket;
        }
        return ZoneOffset.UTC;
    }

    private static @Nullable ZoneId parse(@Nullable String zone) {
        if (zone == null) {
            return null;
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
