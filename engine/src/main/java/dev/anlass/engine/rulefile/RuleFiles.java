package dev.anlass.engine.rulefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The text of every rule file by its path below the rule directory, with {@code /}. Immutable. */
public final class RuleFiles {

    /** The most bytes of a file; fences are the largest. */
    public static final int MAX_BYTES = 256 * 1024 * 1024;

    private final String label;
    private final Map<String, String> texts;
    private final Map<String, String> unreadable;

    private RuleFiles(String label, Map<String, String> texts, Map<String, String> unreadable) {
        this.label = label;
        this.texts = Collections.unmodifiableMap(new TreeMap<>(texts));
        this.unreadable = Collections.unmodifiableMap(new TreeMap<>(unreadable));
    }

    /** No files; rule sets made in memory begin with it. */
    public static RuleFiles none() {
        return new RuleFiles("", Map.of(), Map.of());
    }

    /**
     * The rule files of a directory. Hidden files and those that are neither YAML nor GeoJSON are no rule files.
     *
     * @throws IOException with a sentence for the user if the directory is not there or cannot be read
     */
    public static RuleFiles read(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new NotDirectoryException(
                    "there is no directory " + directory + ": name the one with the rule files");
        }
        Map<String, String> texts = new TreeMap<>();
        Map<String, String> unreadable = new TreeMap<>();
        for (Path file : ruleFilesIn(directory)) {
            String path = slashed(directory.relativize(file));
            try {
                texts.put(path, text(file));
            } catch (CharacterCodingException mistake) {
                unreadable.put(path, "the file is not in UTF-8");
            } catch (TooLarge mistake) {
                unreadable.put(path, "the file is larger than " + MAX_BYTES + " bytes");
            }
        }
        return new RuleFiles(label(directory), texts, unreadable);
    }

    /** The same files and one more, or with another text. */
    public RuleFiles with(String path, String text) {
        return withAll(Map.of(path, text));
    }

    /** The same files and more of them, by path. */
    public RuleFiles withAll(Map<String, String> others) {
        Map<String, String> more = new TreeMap<>(texts);
        others.forEach((path, text) -> more.put(path, withoutMark(text)));
        return new RuleFiles(label, more, unreadable);
    }

    /** The same files but one. */
    public RuleFiles without(String path) {
        Map<String, String> fewer = new TreeMap<>(texts);
        fewer.remove(path);
        return new RuleFiles(label, fewer, unreadable);
    }

    public @Nullable String text(String path) {
        return texts.get(path);
    }

    /** The paths in order. */
    public List<String> paths() {
        return List.copyOf(texts.keySet());
    }

    /** The file as a source for messages, under the path that the user knows. */
    public Source source(String path) {
        return new Source(shown(path), texts.getOrDefault(path, ""));
    }

    /** Files that could not be read as text, with the reason. */
    Map<String, String> unreadable() {
        return unreadable;
    }

    /** The path as the user knows it, from where the command was called. */
    public String shown(String path) {
        return label + path;
    }

    /** A hash over paths and contents, in hexadecimal. */
    public String sha256() {
        MessageDigest digest = digest();
        texts.forEach((path, text) -> {
            update(digest, path);
            update(digest, text);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<Path> ruleFilesIn(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(file -> isRuleFile(directory.relativize(file)))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isRuleFile(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        String path = relative.toString();
        return path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith(".geojson");
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new TooLarge();
        }
        return withoutMark(Files.readString(file));
    }

    /** Text without the byte order mark that some editors put before it. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String slashed(Path relative) {
        return relative.toString().replace('\\', '/');
    }

    private static String label(Path directory) {
        String path = slashed(directory.normalize());
        return path.isEmpty() ? "" : path.endsWith("/") ? path : path + "/";
    }

    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
