package dev.anlass.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

    private static final long YEAR_ZERO = -62_167_219_200L;
    private static final long YEAR_9999_END = 253_402_300_799L;

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T20:00:00Z,                2026-03-02T20:00:00Z",
        "2026-03-02t20:00:00z,                2026-03-02T20:00:00Z",
        "2026-03-02T20:00:00.5Z,              2026-03-02T20:00:00.500Z",
        "2026-03-02T20:00:00.12399999999999Z, 2026-03-02T20:00:00.123Z",
        "1969-12-31T23:59:59.9999Z,           1969-12-31T23:59:59.999Z",
        "2026-03-02T20:00:00-00:00,           2026-03-02T20:00:00Z",
        "2026-03-02T20:00:00.25+23:59,        2026-03-01T20:01:00.250Z",
        "2024-02-29T00:00:00-05:30,           2024-02-29T05:30:00Z",
        "0000-01-01T00:00:00Z,                0000-01-01T00:00:00Z",
    })
    void anyOffsetIsReadAndCutToMilliseconds(String text, Instant instant) {
        assertThat(Rfc3339.instant(text)).isEqualTo(instant.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "2026-03-02",
                "2026-03-02T20:00:00",
                "2026-03-02 20:00:00Z",
                "2026-03-02T20:00Z",
                "2026-03-02T20:00:00.Z",
                "2026-03-02T20:00:00.5",
                "2026-03-02T20:00:00,5Z",
                "2026-03-02T20:00:00Z ",
                " 2026-03-02T20:00:00Z",
                "2026-03-02T20:00:00ZZ",
                "2026-03-02T24:00:00Z",
                "2026-03-02T20:60:00Z",
                "2016-12-31T23:59:60Z",
                "2026-02-29T20:00:00Z",
                "1900-02-29T20:00:00Z",
                "2026-13-02T20:00:00Z",
                "2026-00-02T20:00:00Z",
                "2026-04-31T20:00:00Z",
                "2026-04-00T20:00:00Z",
                "2026-03-02T20:00:00+24:00",
                "2026-03-02T20:00:00+01:60",
                "2026-03-02T20:00:00+0100",
                "2026-03-02T20:00:00+01",
                "2026-03-02T20:00:00*01:00",
                "+026-03-02T20:00:00Z",
                "2026-03-02T2٠:00:00Z",
            })
    void nothingElseIsAnInstant(String text) {
        assertThat(Rfc3339.instant(text)).isEqualTo(Rfc3339.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-3-2", "2026-02-29", "2026-03-02T", "2026/03/02", "20260302", "2026-03-0x"})
    void nothingElseIsADate(String text) {
        assertThat(Rfc3339.date(text)).isEqualTo(Rfc3339.INVALID);
    }

    @Property
    void itReadsWhatJavaWrites(
            @ForAll @LongRange(min = YEAR_ZERO + 86_400, max = YEAR_9999_END - 86_400) long second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offset) {
        OffsetDateTime time = Instant.ofEpochSecond(second, nano).atOffset(ZoneOffset.ofTotalSeconds(offset * 60));

        assertThat(Rfc3339.instant(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)))
                .isEqualTo(time.toInstant().toEpochMilli());
    }

    @Property
    void itReadsTheDatesThatJavaReads(
            @ForAll @IntRange(max = 9999) int year,
            @ForAll @IntRange(max = 13) int month,
            @ForAll @IntRange(max = 32) int day) {
        String text = "%04d-%02d-%02d".formatted(year, month, day);

        assertThat(Rfc3339.date(text)).isEqualTo(midnight(text));
    }

    private static long midnight(String text) {
        try {
            return LocalDate.parse(text)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toEpochMilli();
        } catch (java.time.format.DateTimeParseException noDate) {
            return Rfc3339.INVALID;
        }
    }
}
