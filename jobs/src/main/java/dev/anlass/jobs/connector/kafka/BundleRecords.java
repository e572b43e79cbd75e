package dev.anlass.jobs.connector.kafka;

import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.jobs.operator.PublishedBundle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A bundle as records of the rules topic: the compressed files in chunks, then the header. */
public final class BundleRecords {

    /** Well below the largest record that brokers accept by default, 1 MiB. */
    static final int CHUNK_BYTES = 512 * 1024;

    /** Chunks whose header has not come yet. */
    private final Map<String, byte[]> chunks = new HashMap<>();

    /** The records of a bundle, in the order in which they are to be written. */
    public static Map<String, byte[]> of(PublishedBundle bundle) {
        return of(bundle, CHUNK_BYTES);
    }

    static Map<String, byte[]> of(PublishedBundle bundle, int chunkBytes) {
        byte[] compressed = compressed(bundle.files());
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < compressed.length; from += chunkBytes) {
            pieces.add(Arrays.copyOfRange(compressed, from, Math.min(compressed.length, from + chunkBytes)));
        }
        BundleHeader header = new BundleHeader(bundle.announcement(), pieces.size());
        Map<String, byte[]> records = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            records.put(header.keyOfChunk(i), pieces.get(i));
        }
        records.put(header.key(), header.json());
        return records;
    }

    /** Takes one record; the bundle if it is complete with it, else null. */
    public @Nullable PublishedBundle take(String key, byte[] value) {
        if (BundleHeader.isKeyOfChunk(key)) {
            chunks.put(key, value);
            return null;
        }
        BundleHeader header = BundleHeader.of(value);
        RuleFiles files = files(joined(header));
        if (!files.sha256().equals(header.announcement().sha256())) {
            throw new IllegalStateException(
                    "bundle " + header.key() + " is damaged in the rules topic: deploy it again");
        }
        return new PublishedBundle(header.key(), header.announcement().effectiveFrom(), files);
    }

    private byte[] joined(BundleHeader header) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < header.chunks(); i++) {
            byte[] chunk = chunks.remove(header.keyOfChunk(i));
            if (chunk == null) {
                throw new IllegalStateException(
                        "bundle " + header.key() + " is incomplete in the rules topic: deploy it again");
            }
            all.writeBytes(chunk);
        }
        return all.toByteArray();
    }

    private static byte[] compressed(RuleFiles files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(files.paths().size());
            for (String path : files.paths()) {
                writeText(out, path);
                writeText(out, files.source(path).text());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static RuleFiles files(byte[] compressed) {
        Map<String, String> texts = new HashMap<>();
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(compressed)))) {
            for (int left = in.readInt(); left > 0; left--) {
                texts.put(readText(in), readText(in));
            }
            return RuleFiles.none().withAll(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
