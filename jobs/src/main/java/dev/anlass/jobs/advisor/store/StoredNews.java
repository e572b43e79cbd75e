package dev.anlass.jobs.advisor.store;

import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.ListNews;
import dev.anlass.jobs.advisor.ListStore.Shown;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Puts news into the database, then tells a listener, then remembers there how far the topic was read. So nothing is lost
 * where one of these fails, and what is done twice comes to the same.
 */
public final class StoredNews implements NewsTaker {

    /** One reader puts at a time: an erasure must find what another one is about to publish. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(7267312401)";

    private final Database database;
    private final String reader;
    private final Consumer<AdvisorList> listener;

    /** For a reader that only stores. */
    public StoredNews(Database database, String reader) {
        this(database, reader, list -> {});
    }

    /**
     * @param reader each reader has positions of its own
     * @param listener is given each list that is new or has lost a row by an erasure, as it stands now; perhaps again
     */
    public StoredNews(Database database, String reader, Consumer<AdvisorList> listener) {
        this.database = database;
        this.reader = reader;
        this.listener = listener;
    }

    @Override
    public Map<Integer, Long> positions(String topicId) {
        Map<Integer, Long> positions = new TreeMap<>();
        database.transaction(connection -> Sql.read(
                connection,
                "select partition, next_offset from read_positions where reader = ? and topic_id = ?",
                line -> positions.put(line.getInt(1), line.getLong(2)),
                reader,
                topicId));
        return positions;
    }

    @Override
    public void take(Batch batch) {
        List<AdvisorList> changed =
                batch.news().isEmpty() ? List.of() : database.transaction(connection -> put(connection, batch.news()));
        changed.forEach(listener);
        database.transaction(connection -> remember(connection, batch));
    }

    private static List<AdvisorList> put(Connection connection, List<ListNews> news) throws SQLException {
        Sql.read(connection, ONE_AT_A_TIME, line -> true);
        Set<String> changed = new LinkedHashSet<>();
        for (ListNews one : news) {
            changed.addAll(put(connection, one));
        }
        List<AdvisorList> lists = new ArrayList<>();
        for (String listId : changed) {
            Optional<Shown> shown = StoreReader.byId(connection, listId);
            shown.ifPresent(list -> lists.add(list.list()));
        }
        return lists;
    }

    /** Gives the ids of the lists that have changed. */
    private static List<String> put(Connection connection, ListNews one) throws SQLException {
        if (one instanceof ListNews.Published published) {
            StoreWriter.publish(connection, published.list());
            return List.of(published.list().id());
        }
        if (one instanceof ListNews.Erased erased) {
            StoreWriter.erase(connection, erased.customer(), erased.time());
            return StoreReader.idsOfErased(connection, erased.time());
        }
        if (one instanceof ListNews.Closed closed) {
            StoreWriter.close(connection, closed.row());
        }
        return List.of();
    }

    private boolean remember(Connection connection, Batch batch) throws SQLException {
        for (Map.Entry<Integer, Long> next : batch.next().entrySet()) {
            Sql.change(connection, """
                    insert into read_positions (reader, topic_id, partition, next_offset) values (?, ?, ?, ?)
                    on conflict (reader, topic_id, partition) do update set next_offset = excluded.next_offset
                    """, reader, batch.topicId(), next.getKey(), next.getValue());
        }
        return true;
    }
}
