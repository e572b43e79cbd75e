package dev.anlass.jobs.demo;

import dev.anlass.jobs.config.DatabaseSettings;
import dev.anlass.jobs.config.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A real PostgreSQL server in processes of its own on a local port; what it holds stays in its directory when it ends. */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String USER = "postgres";
    private static final Duration STARTED_WITHIN = Duration.ofSeconds(60);

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;

    private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts a server on a free port and returns when it answers. */
    public static EmbeddedPostgres start(Path directory) throws IOException {
        return start(directory, freePort());
    }

    /** The same on a port of one's own, such as the one it had before. */
    public static EmbeddedPostgres start(Path directory, int port) throws IOException {
        Files.createDirectories(directory);
        return new EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setLocaleConfig("locale", "C")
                .setServerConfig("listen_addresses", "localhost")
                .setPGStartupWait(STARTED_WITHIN)
                .start());
    }

    public int port() {
        return server.getPort();
    }

    /** How to connect; only from this machine, and then without a password. */
    public DatabaseSettings settings() {
        return settings(USER);
    }

    /** The same for another database of this server. */
    public DatabaseSettings settings(String database) {
        return new DatabaseSettings("jdbc:postgresql://localhost:" + port() + "/" + database, USER, Secret.NONE);
    }

    /** Ends the server; it can be started again in its directory. */
    @Override
    public void close() throws IOException {
        server.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
