package dev.anlass.jobs.advisor.sheet;

import dev.anlass.engine.decide.ConsentReference;
import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as it stands on a sheet.
 *
 * @param permission the consent record, or that none is needed
 * @param permittedOn on the calendar of the list's zone; null without a record
 * @param score null if it is no number
 */
record SheetRow(
        int rank,
        String customer,
        String product,
        String reason,
        String nextStep,
        @Nullable LocalDate due,
        int age,
        LocalDate since,
        String permission,
        @Nullable LocalDate permittedOn,
        @Nullable BigDecimal score,
        boolean isErased) {

    private static final int DECIMALS = 2;

    static List<SheetRow> of(AdvisorList list, SheetWords words) {
        return list.rows().stream().map(row -> of(list, row, words)).toList();
    }

    private static SheetRow of(AdvisorList list, Row row, SheetWords words) {
        if (row.customer().isEmpty()) {
            return new SheetRow(row.rank(), words.erased(), "", "", "", null, 0, row.since(), "", null, null, true);
        }
        ConsentReference consent = row.consent();
        return new SheetRow(
                row.rank(),
                SheetText.of(row.customer()),
                SheetText.of(row.productName()),
                SheetText.of(row.reason()),
                SheetText.of(row.nextStep()),
                row.due(),
                row.age(),
                row.since(),
                consent == null ? words.contract() : SheetText.of(consent.record()),
                consent == null ? null : day(list, consent.givenAt()),
                rounded(row.score().total()),
                false);
    }

    /** In the order of the columns: text, whole numbers, days, decimals, or null for an empty cell. */
    List<@Nullable Object> cells() {
        @Nullable
        Object[] cells = isErased
                ? new @Nullable Object[] {rank, customer, null, null, null, null, null, null, null, null}
                : new @Nullable Object[] {
                    rank, customer, product, reason, nextStep, due, age, permission, permittedOn, score
                };
        return Collections.unmodifiableList(Arrays.asList(cells));
    }

    private static LocalDate day(AdvisorList list, long millis) {
        return Instant.ofEpochMilli(millis).atZone(list.zone()).toLocalDate();
    }

    private static @Nullable BigDecimal rounded(double score) {
        return Double.isFinite(score) ? BigDecimal.valueOf(score).setScale(DECIMALS, RoundingMode.HALF_UP) : null;
    }
}
