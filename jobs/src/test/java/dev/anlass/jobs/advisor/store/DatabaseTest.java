package dev.anlass.jobs.advisor.store;

import static dev.anlass.jobs.advisor.SampleLists.MONDAY;
import static dev.anlass.jobs.advisor.SampleLists.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anlass.jobs.advisor.ListNews;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.DatabaseSettings;
import dev.anlass.jobs.config.Secret;
import dev.anlass.jobs.demo.EmbeddedPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is opened again and again with the same tables, and is there again when its server is. */
class DatabaseTest {

    @Test
    void whatWasStoredIsThereWhenTheServerWasStartedAnew(@TempDir Path directory) throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.start(directory);
        DatabaseSettings settings = server.settings();
        try (Database database = Database.open(settings)) {
            PostgresListStore store = new PostgresListStore(database);
            TestDatabase.take(database, new ListNews.Published(list("eva", MONDAY, "anna")));
            server.close();
            assertThatThrownBy(() -> store.isCustomerOf("eva", "anna")).isInstanceOf(StoreFailure.class);

            server = EmbeddedPostgres.start(directory, server.port());
            assertThat(store.isCustomerOf("eva", "anna")).isTrue();
            TestDatabase.take(database, new ListNews.Published(list("jan", MONDAY, "bob")));
        }
        try (Database again = Database.open(settings)) {
            assertThat(new PostgresListStore(again).isCustomerOf("jan", "bob")).isTrue();
        } finally {
            server.close();
        }
    }

    @Test
    void whatIsNoPostgresqlDatabaseIsRefusedWithAWayOut() {
        assertThatThrownBy(() -> Database.open(new DatabaseSettings("jdbc:h2:mem:x", "me", new Secret("s3cret"))))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("jdbc:postgresql://host:5432/name")
                .hasMessageNotContaining("s3cret");
    }
}
