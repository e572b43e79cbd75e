package dev.anlass.engine.rulefile;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.event.Fields;
import dev.anlass.engine.place.Fence;
import dev.anlass.engine.place.Shape;
import dev.anlass.engine.rulefile.JsonValue.Members;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fences of GeoJSON files, feature by feature. */
final class FenceReader {

    /** The deepest nesting of a GeoJSON file. */
    private static final int MAX_DEPTH = 32;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private final Vocabulary vocabulary;
    private final Findings findings;
    private final Set<String> ids = new HashSet<>();

    FenceReader(Vocabulary vocabulary, Findings findings) {
        this.vocabulary = vocabulary;
        this.findings = findings;
    }

    void read(Source source) {
        int before = findings.errors();
        parse(source);
        if (findings.errors() > before) {
            vocabulary.addBrokenFences();
        }
    }

    private void parse(Source source) {
        try (JsonParser parser = JSON.createParser(source.text())) {
            parser.nextToken();
            collection(parser, source);
        } catch (JacksonException mistake) {
            int offset = mistake.getLocation() == null
                    ? 0
                    : (int) Math.max(0, mistake.getLocation().getCharOffset());
            findings.error(source.at(offset), "this is no JSON: " + mistake.getOriginalMessage(), null);
        } catch (IOException e) {
            throw new IllegalStateException("text in memory cannot fail to be read", e);
        }
    }

    private void collection(JsonParser parser, Source source) throws IOException {
        JsonTree tree = new JsonTree(parser, source, findings);
        boolean isCollection = false;
        boolean hasFeatures = false;
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("features") && parser.currentToken() == JsonToken.START_ARRAY) {
                    hasFeatures = true;
                    features(parser, tree, source);
                } else {
                    JsonValue value = tree.read();
                    isCollection |= name.equals("type")
                            && value instanceof JsonValue.Text text
                            && text.text().equals("FeatureCollection");
                }
            }
        }
        if (!isCollection || !hasFeatures) {
            findings.error(
                    source.at(0),
                    "a file of fences is a FeatureCollection with features",
                    "expected: {\"type\": \"FeatureCollection\", \"features\": [ … ]}");
        }
    }

    private void features(JsonParser parser, JsonTree tree, Source source) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonValue value = tree.read();
            if (value instanceof Members feature) {
                feature(feature, source);
            } else {
                findings.error(source.at(value.at()), "a feature is needed", null);
            }
        }
    }

    private void feature(Members feature, Source source) {
        String id = id(feature, source);
        JsonValue given = feature.byName().get("properties");
        Members none = new Members(feature.at(), Map.of());
        Members properties = given instanceof Members members ? members : none;
        if (given != null && !(given instanceof Members) && !(given instanceof JsonValue.Null)) {
            findings.error(source.at(given.at()), "properties are an object", null);
        }
        FenceProperties own = FenceProperties.read(properties, source, findings);
        own.types().forEach((name, type) -> vocabulary.fenceProperties.merge(name, type, FenceReader::common));
        Shape shape = new ShapeReader(source, findings).read(feature, own.radiusMeters());
        if (id != null && shape != null) {
            vocabulary.fences.add(new Fence(
                    id,
                    shape,
                    own.hysteresisMeters(),
                    own.maxAccuracyMeters(),
                    own.dwellMillis(),
                    Fields.of(own.values())));
        }
    }

    private static FieldType common(FieldType one, FieldType other) {
        return one.equals(other) ? one : new FieldType.Any();
    }

    private @Nullable String id(Members feature, Source source) {
        JsonValue id = feature.byName().get("id");
        String text = id instanceof JsonValue.Text known
                ? known.text()
                : id instanceof JsonValue.Numeral number ? number.text() : "";
        if (text.isBlank()) {
            findings.error(
                    source.at(id == null ? feature.at() : id.at()),
                    "a fence needs an id, text or a number",
                    "expected: \"id\" beside \"type\" and \"geometry\"");
            return null;
        }
        if (!ids.add(text)) {
            findings.error(
                    source.at(id == null ? feature.at() : id.at()), "there is another fence \"" + text + "\"", null);
            return null;
        }
        return text;
    }
}
