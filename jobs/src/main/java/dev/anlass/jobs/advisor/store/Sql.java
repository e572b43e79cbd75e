package dev.anlass.jobs.advisor.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements whose values are always parameters. A value is a text, a number, a truth value, a day, an {@link Instant}, a
 * list of texts, or null.
 */
final class Sql {

    private Sql() {}

    /** What is made of a line of a result. */
    @FunctionalInterface
    interface Mapping<T> {
        T of(ResultSet line) throws SQLException;
    }

    /** How many lines it changed. */
    static int change(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    /** The same change with many values. */
    static void changeAll(Connection connection, String sql, List<@Nullable Object[]> lines) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] values : lines) {
                set(statement, values);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static <T> List<T> read(Connection connection, String sql, Mapping<T> mapping, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            List<T> read = new ArrayList<>();
            try (ResultSet lines = statement.executeQuery()) {
                while (lines.next()) {
                    read.add(mapping.of(lines));
                }
            }
            return read;
        }
    }

    static Instant time(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    /** Milliseconds since 1970. */
    static long millis(ResultSet line, String column) throws SQLException {
        return line.getObject(column, OffsetDateTime.class).toInstant().toEpochMilli();
    }

    private static void set(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            set(statement, i + 1, values[i]);
        }
    }

    private static void set(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(place, Types.NULL);
        } else if (value instanceof String text) {
            statement.setString(place, StoredText.of(text));
        } else if (value instanceof Instant time) {
            statement.setObject(place, time.atOffset(ZoneOffset.UTC));
        } else if (value instanceof List<?> texts) {
            statement.setArray(place, statement.getConnection().createArrayOf("text", stored(texts)));
        } else {
            statement.setObject(place, value);
        }
    }

    private static @Nullable Object[] stored(List<?> texts) {
        return texts.stream().map(text -> StoredText.of(text.toString())).toArray();
    }
}
