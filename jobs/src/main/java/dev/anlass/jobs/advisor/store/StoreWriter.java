package dev.anlass.jobs.advisor.store;

import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.AdvisorList.LeftOut;
import dev.anlass.jobs.advisor.Feedback;
import dev.anlass.jobs.advisor.Row;
import dev.anlass.jobs.advisor.RowClosed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that is put into the store. Whatever is put in twice, or in another order, comes to the same. */
final class StoreWriter {

    /** Rows of one customer on lists that were cut off before the customer was erased. */
    private static final String ROWS_OF_ERASED = """
            rows.customer = ? and rows.list_id in (select list_id from lists where cut_off <= ?)
            """;

    private StoreWriter() {}

    static void publish(Connection connection, AdvisorList list) throws SQLException {
        if (isNew(connection, list)) {
            Set<String> erased = erased(connection, list);
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (Row row : list.rows()) {
                if (erased.contains(hash(row.customer()))) {
                    putErased(connection, list, row);
                } else {
                    rows.add(RowColumns.values(list, row));
                }
            }
            Sql.changeAll(connection, RowColumns.INSERT, rows);
        }
    }

    private static boolean isNew(Connection connection, AdvisorList list) throws SQLException {
        LeftOut leftOut = list.leftOut();
        int inserted = Sql.change(
                connection,
                """
                insert into lists (list_id, advisor, branch, day, zone, language, cut_off,
                    over_capacity, over_product_share, same_customer)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                list.id(),
                list.advisor(),
                list.branch(),
                list.day(),
                list.zone().getId(),
                list.language(),
                Sql.time(list.cutOff()),
                leftOut.capacity(),
                leftOut.productShare(),
                leftOut.sameCustomer());
        return inserted > 0;
    }

    /** The hashes of the customers on a list who were erased after it was cut off. */
    private static Set<String> erased(Connection connection, AdvisorList list) throws SQLException {
        List<String> hashes =
                list.rows().stream().map(row -> hash(row.customer())).toList();
        return new HashSet<>(Sql.read(
                connection,
                "select customer_hash from erasures where customer_hash = any (?) and erased_at >= ?",
                line -> line.getString(1),
                hashes,
                Sql.time(list.cutOff())));
    }

    private static void putErased(Connection connection, AdvisorList list, Row row) throws SQLException {
        Sql.change(connection, """
                insert into rows (list_id, rank, erased_at)
                select ?, ?, erased_at from erasures where customer_hash = ?
                """, list.id(), row.rank(), hash(row.customer()));
        Sql.change(connection, "delete from closings where list_id = ? and action_id = ?", list.id(), row.actionId());
    }

    /** One whose list is not there yet waits for it; one whose row is not on its list is about somebody erased. */
    static void close(Connection connection, RowClosed closed) throws SQLException {
        Sql.change(
                connection,
                """
                insert into closings (list_id, action_id, reason, until, closed_at)
                select ?, ?, ?, ?::date, ?
                where exists (select 1 from rows where list_id = ? and action_id = ?)
                    or not exists (select 1 from lists where list_id = ?)
                on conflict do nothing
                """,
                closed.listId(),
                closed.actionId(),
                closed.reason(),
                closed.until(),
                Sql.time(closed.time()),
                closed.listId(),
                closed.actionId(),
                closed.listId());
    }

    /** @param time when the customer was erased; lists that were cut off later are about one who came back */
    static void erase(Connection connection, String customer, long time) throws SQLException {
        Sql.change(connection, """
                insert into erasures (customer_hash, erased_at) values (?, ?)
                on conflict (customer_hash) do update set erased_at = greatest(erasures.erased_at, excluded.erased_at)
                """, hash(customer), Sql.time(time));
        for (String table : List.of("closings", "feedback")) {
            Sql.change(
                    connection,
                    "delete from " + table + " using rows where " + table + ".list_id = rows.list_id and " + table
                            + ".action_id = rows.action_id and " + ROWS_OF_ERASED,
                    customer,
                    Sql.time(time));
        }
        eraseRows(connection, customer, time);
        Sql.change(connection, "update accesses set about = ? where about = ?", "erased/" + hash(customer), customer);
    }

    private static void eraseRows(Connection connection, String customer, long time) throws SQLException {
        Sql.change(connection, """
                update rows set erased_at = ?, action_id = null, customer = null, product = null, product_name = null,
                    reason = null, next_step = null, due = null, age = null, since = null, trigger = null,
                    action = null, bundle = null, purpose = null, decided_at = null, expires_at = null,
                    facts = null, evidence = null, consent_record = null, consent_given_at = null,
                    consent_notice = null, propensity = null, value = null, weight = null
                where
                """ + ROWS_OF_ERASED, Sql.time(time), customer, Sql.time(time));
    }

    /** Nothing is kept about a row that is not there: its customer was erased while the advisor wrote. */
    static void give(Connection connection, String listId, Feedback feedback) throws SQLException {
        boolean isThere = !Sql.read(
                        connection,
                        "select rank from rows where list_id = ? and action_id = ? and customer = ? for update",
                        line -> line.getInt(1),
                        listId,
                        feedback.actionId(),
                        feedback.customer())
                .isEmpty();
        if (isThere) {
            put(connection, listId, feedback);
            close(connection, closing(listId, feedback));
        }
    }

    private static void put(Connection connection, String listId, Feedback feedback) throws SQLException {
        Sql.change(
                connection,
                """
                insert into feedback (feedback_id, list_id, action_id, customer, advisor, purpose, kind, reason, until,
                    given_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                feedback.id(),
                listId,
                feedback.actionId(),
                feedback.customer(),
                feedback.advisor(),
                feedback.purpose(),
                feedback.kind().word(),
                feedback.reason(),
                feedback.until(),
                Sql.time(feedback.time()));
    }

    private static RowClosed closing(String listId, Feedback feedback) {
        return new RowClosed(
                listId,
                feedback.advisor(),
                feedback.actionId(),
                feedback.customer(),
                feedback.kind().word(),
                feedback.until(),
                feedback.time());
    }

    static String hash(String customer) {
        try {
            String stored = String.valueOf(StoredText.of(customer));
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(stored.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
