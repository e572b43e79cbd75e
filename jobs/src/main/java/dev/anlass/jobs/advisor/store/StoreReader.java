package dev.anlass.jobs.advisor.store;

import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.AdvisorList.LeftOut;
import dev.anlass.jobs.advisor.ListStore.Shown;
import dev.anlass.jobs.advisor.ListStore.ShownRow;
import dev.anlass.jobs.advisor.ListStore.Summary;
import dev.anlass.jobs.advisor.RowClosed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that is read from the store. */
final class StoreReader {

    /** Why a row of an erased customer is no longer to be worked on. */
    private static final String ERASED = "erased";

    private static final String SUMMARY = """
            select lists.list_id, lists.advisor, lists.day, count(rows.rank) as every_row,
                count(rows.rank) filter (where rows.erased_at is null and closings.action_id is null) as open_rows
            from lists left join rows using (list_id) left join closings using (list_id, action_id)
            """;

    private StoreReader() {}

    static Optional<Shown> list(Connection connection, String advisor, LocalDate day) throws SQLException {
        return shown(connection, "advisor = ? and day = ?", advisor, day);
    }

    static Optional<Shown> newest(Connection connection, String advisor, LocalDate upTo) throws SQLException {
        return shown(connection, "advisor = ? and day <= ? order by day desc limit 1", advisor, upTo);
    }

    static Optional<Shown> byId(Connection connection, String listId) throws SQLException {
        return shown(connection, "list_id = ?", listId);
    }

    /** The lists that lost a row when somebody was erased. */
    static List<String> idsOfErased(Connection connection, long time) throws SQLException {
        return Sql.read(
                connection,
                "select distinct list_id from rows where erased_at = ? order by list_id",
                line -> line.getString(1),
                Sql.time(time));
    }

    private static Optional<Shown> shown(Connection connection, String which, Object... values) throws SQLException {
        List<AdvisorList> found =
                Sql.read(connection, "select * from lists where " + which, StoreReader::withoutRows, values);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        AdvisorList list = found.get(0);
        List<ShownRow> rows = Sql.read(connection, """
                select rows.*, closings.reason as closed_reason, closings.until as closed_until, closings.closed_at
                from rows left join closings using (list_id, action_id) where list_id = ? order by rank
                """, line -> row(list, line), list.id());
        return Optional.of(new Shown(with(list, rows), rows));
    }

    private static ShownRow row(AdvisorList list, ResultSet line) throws SQLException {
        if (line.getObject("erased_at") != null) {
            return new ShownRow(RowColumns.erased(line.getInt("rank"), list.day()), erased(list, line));
        }
        return new ShownRow(RowColumns.row(line), closed(list, line));
    }

    private static RowClosed erased(AdvisorList list, ResultSet line) throws SQLException {
        return new RowClosed(list.id(), list.advisor(), "", "", ERASED, null, Sql.millis(line, "erased_at"));
    }

    private static @Nullable RowClosed closed(AdvisorList list, ResultSet line) throws SQLException {
        String reason = line.getString("closed_reason");
        return reason == null
                ? null
                : new RowClosed(
                        list.id(),
                        list.advisor(),
                        line.getString("action_id"),
                        line.getString("customer"),
                        reason,
                        line.getObject("closed_until", LocalDate.class),
                        Sql.millis(line, "closed_at"));
    }

    private static AdvisorList withoutRows(ResultSet line) throws SQLException {
        return new AdvisorList(
                line.getString("list_id"),
                line.getString("advisor"),
                line.getString("branch"),
                line.getObject("day", LocalDate.class),
                ZoneId.of(line.getString("zone")),
                line.getString("language"),
                Sql.millis(line, "cut_off"),
                List.of(),
                new LeftOut(
                        line.getInt("over_capacity"), line.getInt("over_product_share"), line.getInt("same_customer")));
    }

    private static AdvisorList with(AdvisorList list, List<ShownRow> rows) {
        return new AdvisorList(
                list.id(),
                list.advisor(),
                list.branch(),
                list.day(),
                list.zone(),
                list.language(),
                list.cutOff(),
                rows.stream().map(ShownRow::row).toList(),
                list.leftOut());
    }

    static List<Summary> history(Connection connection, String advisor, int most) throws SQLException {
        return Sql.read(
                connection,
                SUMMARY + "where lists.advisor = ? group by lists.list_id order by lists.day desc limit ?",
                StoreReader::summary,
                advisor,
                most);
    }

    static List<Summary> branch(Connection connection, String branch, LocalDate upTo) throws SQLException {
        return Sql.read(connection, SUMMARY + """
                        where lists.branch = ?
                            and lists.day = (select max(day) from lists where branch = ? and day <= ?)
                        group by lists.list_id order by lists.advisor
                        """, StoreReader::summary, branch, branch, upTo);
    }

    private static Summary summary(ResultSet line) throws SQLException {
        return new Summary(
                line.getString("list_id"),
                line.getString("advisor"),
                line.getObject("day", LocalDate.class),
                line.getInt("every_row"),
                line.getInt("open_rows"));
    }

    static boolean isCustomerOf(Connection connection, String advisor, String customer) throws SQLException {
        return Sql.read(
                        connection,
                        "select exists (select 1 from rows join lists using (list_id) where customer = ? and advisor = ?)",
                        line -> line.getBoolean(1),
                        customer,
                        advisor)
                .get(0);
    }
}
