package dev.anlass.jobs.advisor.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.DatabaseSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** A PostgreSQL database with our tables, and connections to it that are used again. */
public final class Database implements AutoCloseable {

    private static final String MIGRATIONS = "classpath:migrations";
    private static final String KIND = "jdbc:postgresql:";
    private static final int CONNECTIONS = 8;
    private static final int CONNECT_RETRIES = 5;
    private static final int RETRY_SECONDS = 2;
    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(5);
    private static final int ANSWERED_WITHIN_SECONDS = 60;

    private final HikariDataSource connections;

    private Database(HikariDataSource connections) {
        this.connections = connections;
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * Connects, and makes the tables or brings them up to date.
     *
     * @throws CannotStart if that is not possible
     */
    public static Database open(DatabaseSettings settings) {
        if (!settings.url().startsWith(KIND)) {
            throw new CannotStart("desk.database.url is no PostgreSQL database: write it as " + KIND
                    + "//host:5432/name, there or in ANLASS_DESK_DATABASE_URL");
        }
        HikariDataSource connections = new HikariDataSource(pool(settings));
        try {
            migrate(connections);
            return new Database(connections);
        } catch (FlywayException e) {
            connections.close();
            throw new CannotStart("the database of desk.database.url cannot be used (" + firstLine(e)
                    + "): look whether it is there and whether its user may create tables");
        }
    }

    private static HikariConfig pool(DatabaseSettings settings) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("lists");
        pool.setJdbcUrl(settings.url());
        if (!settings.user().isEmpty()) {
            pool.setUsername(settings.user());
            pool.setPassword(settings.password().text());
        }
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        pool.setAutoCommit(false);
        pool.setConnectionTimeout(CONNECTED_WITHIN.toMillis());
        pool.setInitializationFailTimeout(-1); // Flyway waits for the server, and says what is wrong.
        pool.addDataSourceProperty("ApplicationName", "anlass");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("socketTimeout", String.valueOf(ANSWERED_WITHIN_SECONDS));
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("logServerErrorDetail", "false"); // It quotes what was to be stored.
        return pool;
    }

    private static void migrate(HikariDataSource connections) {
        Flyway.configure()
                .dataSource(connections)
                .locations(MIGRATIONS)
                .connectRetries(CONNECT_RETRIES)
                .connectRetriesInterval(RETRY_SECONDS)
                .load()
                .migrate();
    }

    private static String firstLine(FlywayException e) {
        String message = e.getMessage();
        return message == null
                ? "no reason given"
                : message.strip().lines().findFirst().orElse("");
    }

    /**
     * Works in a transaction; once more if the connection was lost, as it is when the server was started anew. So the work
     * must be such that it may be done twice.
     *
     * @throws StoreFailure if it cannot be done
     */
    <T> T transaction(Work<T> work) {
        try {
            return once(work);
        } catch (StoreFailure failure) {
            if (failure.isOfTheMoment()) {
                return once(work);
            }
            throw failure;
        }
    }

    private <T> T once(Work<T> work) {
        try (Connection connection = connections.getConnection()) {
            T result = work.with(connection); // Whatever is not committed is rolled back when the pool gets it back.
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
