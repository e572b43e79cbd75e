package dev.anlass.jobs.advisor.store;

import dev.anlass.jobs.advisor.Feedback;
import dev.anlass.jobs.advisor.ListStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Lists in PostgreSQL. Each call is a transaction; if it cannot be done, a {@link StoreFailure} is thrown. */
public final class PostgresListStore implements ListStore {

    private final Database database;

    public PostgresListStore(Database database) {
        this.database = database;
    }

    /** A change in one transaction. */
    @FunctionalInterface
    private interface Change {
        void with(Connection connection) throws SQLException;
    }

    @Override
    public void give(String listId, Feedback feedback) {
        change(connection -> StoreWriter.give(connection, listId, feedback));
    }

    @Override
    public Optional<Shown> list(String advisor, LocalDate day) {
        return database.transaction(connection -> StoreReader.list(connection, advisor, day));
    }

    @Override
    public Optional<Shown> newest(String advisor, LocalDate upTo) {
        return database.transaction(connection -> StoreReader.newest(connection, advisor, upTo));
    }

    @Override
    public List<Summary> history(String advisor, int most) {
        return database.transaction(connection -> StoreReader.history(connection, advisor, most));
    }

    @Override
    public List<Summary> branch(String branch, LocalDate upTo) {
        return database.transaction(connection -> StoreReader.branch(connection, branch, upTo));
    }

    @Override
    public boolean isCustomerOf(String advisor, String customer) {
        return database.transaction(connection -> StoreReader.isCustomerOf(connection, advisor, customer));
    }

    @Override
    public void accessed(Access access) {
        change(connection -> Sql.change(
                connection,
                "insert into accesses (user_id, what, about, allowed, at) values (?, ?, ?, ?, ?)",
                access.user(),
                access.what(),
                access.about(),
                access.allowed(),
                Sql.time(access.time())));
    }

    private void change(Change change) {
        database.transaction(connection -> {
            change.with(connection);
            return true;
        });
    }
}
