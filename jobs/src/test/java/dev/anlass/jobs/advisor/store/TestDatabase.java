package dev.anlass.jobs.advisor.store;

import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.ListNews;
import dev.anlass.jobs.advisor.RowClosed;
import dev.anlass.jobs.config.DatabaseSettings;
import dev.anlass.jobs.demo.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A database of a test's own on a server that all tests share; given to a test as a parameter. */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final DatabaseSettings settings;
    private final Database database;

    private TestDatabase(EmbeddedPostgres server) {
        String name = "test_" + NUMBER.incrementAndGet();
        query(server.settings(), "create database " + name);
        this.settings = server.settings(name);
        this.database = Database.open(settings);
    }

    public DatabaseSettings settings() {
        return settings;
    }

    public Database database() {
        return database;
    }

    void publish(AdvisorList list) {
        take(database, new ListNews.Published(list));
    }

    void close(RowClosed closed) {
        take(database, new ListNews.Closed(closed));
    }

    void erase(String customer, long time) {
        take(database, new ListNews.Erased(customer, time));
    }

    /** As if the topic of lists had said it. */
    static void take(Database database, ListNews news) {
        new StoredNews(database, "test").take(new NewsTaker.Batch("topic", List.of(news), Map.of()));
    }

    /** What a query gives in its first column. */
    public List<String> texts(String sql) {
        return database.transaction(connection -> Sql.read(connection, sql, line -> line.getString(1)));
    }

    /** All that stands in all tables, as text. */
    public String everything() {
        return Stream.of("lists", "rows", "closings", "feedback", "accesses", "erasures")
                .map(table -> String.join("\n", texts("select " + table + "::text from " + table)))
                .reduce("", (all, table) -> all + table + "\n");
    }

    @Override
    public void close() {
        database.close();
    }

    private static void query(DatabaseSettings settings, String sql) {
        try (var connection = DriverManager.getConnection(settings.url(), settings.user(), "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives each test method a database of its own; the server ends with the last test. */
    public static final class Extension implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestDatabase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            Server server = context.getRoot()
                    .getStore(Namespace.GLOBAL)
                    .getOrComputeIfAbsent("postgres", key -> new Server(), Server.class);
            return context.getStore(Namespace.create(TestDatabase.class, context.getUniqueId()))
                    .getOrComputeIfAbsent("database", key -> new TestDatabase(server.postgres), TestDatabase.class);
        }
    }

    private static final class Server implements AutoCloseable {

        private final Path directory;
        private final EmbeddedPostgres postgres;

        Server() {
            try {
                directory = Files.createTempDirectory("anlass-postgres-");
                postgres = EmbeddedPostgres.start(directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            postgres.close();
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
