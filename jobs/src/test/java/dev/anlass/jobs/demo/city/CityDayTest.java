package dev.anlass.jobs.demo.city;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.engine.event.Fields;
import dev.anlass.engine.place.Fence;
import dev.anlass.engine.place.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The generated day is the same each time, looks like a day, and arrives nearly in order. */
class CityDayTest {

    private static final long SEED = 1;
    private static final List<Fence> SHOPS =
            List.of(shop("bahnhofstrasse", 47.3727, 8.5385), shop("bellevue", 47.3669, 8.5452));
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aSeedGivesTheSameBytesOnEveryJava() {
        assertThat(sha256(new CityDay(SEED, 200, SHOPS)))
                .isEqualTo("e0a507cac5c15dd572b2fb2d77d90e81334b0a5fdeba0b3bcc15336a256514e6");
    }

    @Test
    void anotherSeedGivesAnotherDay() {
        assertThat(sha256(new CityDay(2, 20, SHOPS))).isNotEqualTo(sha256(new CityDay(SEED, 20, SHOPS)));
    }

    @Test
    void aCustomersDayDoesNotDependOnHowManyOthersThereAre() {
        assertThat(linesOf("c00007", new CityDay(SEED, 8, SHOPS)))
                .isEqualTo(linesOf("c00007", new CityDay(SEED, 60, SHOPS)))
                .isNotEmpty();
    }

    @Test
    void allThatTheRulesReadHappensOnALargeDay() {
        Set<String> types = new TreeSet<>();
        new CityDay(SEED, 2_000, SHOPS).forEachRemaining(record -> types.add(type(record)));

        assertThat(types)
                .contains(
                        "account.credited",
                        "account.debited",
                        "card.accepted",
                        "card.declined",
                        "cart.product_added",
                        "cart.product_removed",
                        "complaint.filed",
                        "consent.changed",
                        "customer.erased",
                        "customer.updated",
                        "data.used",
                        "location.reported",
                        "network.registered",
                        "order.cancelled",
                        "order.completed",
                        "product.shared",
                        "product.viewed",
                        "review.written",
                        "roaming.package_bought");
    }

    @Test
    void recordsArriveWithinAFewSecondsOfTheNewestButForAFew() {
        long newest = Long.MIN_VALUE;
        int late = 0;
        int all = 0;
        for (long time : times(new CityDay(SEED, 300, SHOPS))) {
            late += time < newest - Transmission.SLOWEST_MILLIS ? 1 : 0;
            newest = Math.max(newest, time);
            all++;
        }

        assertThat(late).isBetween(1, all / 500);
    }

    @Test
    void customersAreKnownBeforeTheDayBegins() {
        Map<String, Long> first = new HashMap<>();
        new CityDay(SEED, 100, SHOPS).forEachRemaining(record -> {
            JsonNode event = read(record);
            if (event.path("type").asText().equals("customer.updated")) {
                first.putIfAbsent(event.path("subject").asText(), time(event));
            }
        });

        assertThat(first).hasSize(100).allSatisfy((customer, time) -> assertThat(time)
                .isLessThan(CityDay.MIDNIGHT));
    }

    @Test
    void mostOfItHappensInTheDayAndLittleAtNight() {
        int[] byHour = new int[25];
        for (long time : times(new CityDay(SEED, 300, SHOPS))) {
            if (time >= CityDay.MIDNIGHT) {
                byHour[(int) Math.min(24, (time - CityDay.MIDNIGHT) / Hours.HOUR)]++;
            }
        }

        assertThat(byHour[3]).isLessThan(byHour[12] / 20);
        assertThat(byHour[23]).isLessThan(byHour[18] / 5);
    }

    @Test
    void walkersPassShopsAndReportWithNoise() {
        List<Double> metres = new ArrayList<>();
        new CityDay(SEED, 200, SHOPS).forEachRemaining(record -> {
            JsonNode event = read(record);
            if (event.path("type").asText().equals("location.reported")) {
                metres.add(metersFromBellevue(event.path("data")));
            }
        });

        assertThat(metres).hasSizeGreaterThan(1_000).anyMatch(each -> each < 80).anyMatch(each -> each > 500);
    }

    private static double metersFromBellevue(JsonNode position) {
        double north = (position.path("lat").asDouble() - 47.3669) * 111_195;
        double east = (position.path("lon").asDouble() - 8.5452) * 75_300;
        return Math.hypot(north, east);
    }

    private static List<String> linesOf(String customer, Iterator<byte[]> day) {
        List<String> lines = new ArrayList<>();
        day.forEachRemaining(record -> {
            String line = new String(record, StandardCharsets.UTF_8);
            if (line.contains("\"subject\":\"" + customer + "\"")) {
                lines.add(line);
            }
        });
        return lines;
    }

    private static List<Long> times(Iterator<byte[]> day) {
        List<Long> times = new ArrayList<>();
        day.forEachRemaining(record -> {
            JsonNode event = read(record);
            if (event.path("time").asText().endsWith("Z")) {
                long time = event.path("time").asText().startsWith("about") ? 0 : time(event);
                if (time > 0) {
                    times.add(time);
                }
            }
        });
        return times;
    }

    private static String type(byte[] record) {
        return read(record).path("type").asText();
    }

    private static long time(JsonNode event) {
        return Instant.parse(event.path("time").asText()).toEpochMilli();
    }

    /** The event; something empty for a record that is damaged on purpose. */
    private static JsonNode read(byte[] record) {
        try {
            return JSON.readTree(record);
        } catch (IOException damaged) {
            return JSON.createObjectNode();
        }
    }

    private static String sha256(Iterator<byte[]> day) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            day.forEachRemaining(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Fence shop(String id, double latitude, double longitude) {
        return new Fence(
                id,
                new Shape.Circle(latitude, longitude, 80),
                Fence.DEFAULT_HYSTERESIS_METERS,
                Fence.DEFAULT_MAX_ACCURACY_METERS,
                Fence.DEFAULT_DWELL_MILLIS,
                Fields.EMPTY);
    }
}
