package dev.anlass.engine.rulefile;

import dev.anlass.engine.rule.Channel;
import dev.anlass.engine.rule.Channel.Languages;
import dev.anlass.engine.rulefile.Node.Entry;
import dev.anlass.engine.rulefile.Node.Scalar;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code catalogue/channels.yaml}. */
final class ChannelReader {

    private static final List<String> KEYS =
            List.of("collect_for", "expires", "payload_limit", "ceiling", "languages", "description");

    /** The longest time for which candidates wait for rivals. */
    private static final long MAX_COLLECT_MILLIS = 3_600_000L;

    private static final int MAX_CEILING = 1_000_000_000;
    private static final int MAX_PAYLOAD_BYTES = 1_048_576;
    private static final Pattern KIBIBYTES = Pattern.compile("(\\d{1,4})KiB");

    private final Vocabulary vocabulary;
    private final Findings findings;
    private final Values values;

    ChannelReader(Vocabulary vocabulary, Findings findings) {
        this.vocabulary = vocabulary;
        this.findings = findings;
        this.values = new Values(findings);
    }

    void read(Node document) {
        for (Entry entry : NamedEntries.of(document, "channels", findings)) {
            int before = findings.errors();
            String name = values.name(entry.key());
            Section section = Section.of(entry.value(), "a channel", findings, KEYS);
            Channel channel = name == null || section == null ? null : channel(name, section);
            if (channel == null || findings.errors() > before) {
                vocabulary.channels.addBroken(entry.key().text());
            } else {
                vocabulary.channels.add(channel.name(), channel);
                rememberLimit(channel, Objects.requireNonNull(section));
            }
        }
    }

    private Channel channel(String name, Section section) {
        return new Channel(
                name,
                section.read("collect_for", 0L, this::collectFor),
                section.read("expires", Channel.DEFAULT_EXPIRES_MILLIS, values::duration),
                section.read("payload_limit", Channel.DEFAULT_PAYLOAD_LIMIT_BYTES, this::payloadLimit),
                section.read("ceiling", Channel.NO_CEILING, this::ceiling),
                section.read("languages", Languages.CUSTOMER, node -> values.word(node, Languages.class)));
    }

    private void rememberLimit(Channel channel, Section section) {
        if (section.has("payload_limit")) {
            vocabulary.channelsWithLimit.add(channel.name());
        }
    }

    private @Nullable Long collectFor(Node node) {
        if (node instanceof Scalar scalar && scalar.text().equals("none")) {
            return Channel.NOBODY_COMPETES;
        }
        Long millis = values.duration(node);
        if (millis != null && millis > MAX_COLLECT_MILLIS) {
            findings.error(
                    node.at(), "candidates may be collected for at most 1h", "expected: 0s, such as 2s, or none");
        }
        return millis;
    }

    private @Nullable Integer ceiling(Node node) {
        Long perMinute = values.whole(node, 1, MAX_CEILING);
        return perMinute == null ? null : (Integer) perMinute.intValue();
    }

    private @Nullable Integer payloadLimit(Node node) {
        Scalar scalar = values.scalar(node, "a number of bytes such as 4096 or 4KiB");
        if (scalar == null) {
            return null;
        }
        Matcher kibibytes = KIBIBYTES.matcher(scalar.text());
        Long bytes = kibibytes.matches()
                ? (Long) (Long.parseLong(kibibytes.group(1)) * 1024)
                : values.whole(node, 2, MAX_PAYLOAD_BYTES);
        if (bytes != null && (bytes < 2 || bytes > MAX_PAYLOAD_BYTES)) {
            findings.error(node.at(), "a payload has 2 to " + MAX_PAYLOAD_BYTES + " bytes", null);
            return null;
        }
        return bytes == null ? null : (Integer) bytes.intValue();
    }
}
