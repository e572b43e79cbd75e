package dev.anlass.engine.rulefile;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What rule files declare, by kind and name, as it stands in the files; fences and scenarios are left out. */
final class Declarations {

    private final RuleFiles files;
    private final Map<Name, Node> nodes = new TreeMap<>();

    /** A name within its kind. Kinds are in the order in which they refer to each other. */
    record Name(FileKind kind, String name) implements Comparable<Name> {

        private static final Comparator<Name> ORDER =
                Comparator.comparing(Name::kind).thenComparing(Name::name);

        /** The kind as one says it of one of them. */
        String word() {
            return switch (kind) {
                case EVENTS -> "event type";
                case CUSTOMER -> "attribute";
                case PURPOSES -> "purpose";
                case CHANNELS -> "channel";
                case CONSTANTS -> "constant";
                default -> kind.name().toLowerCase(Locale.ROOT);
            };
        }

        @Override
        public int compareTo(Name other) {
            return ORDER.compare(this, other);
        }
    }

    private Declarations(RuleFiles files) {
        this.files = files;
    }

    static Map<Name, Node> of(RuleFiles files) {
        Declarations declarations = new Declarations(files);
        files.paths().forEach(declarations::read);
        return declarations.nodes;
    }

    private void read(String path) {
        FileKind kind = FileKind.of(path);
        switch (kind) {
            case EVENTS -> entriesBelow("events", kind, path);
            case CUSTOMER -> entriesBelow("attributes", kind, path);
            case PURPOSES -> entriesBelow("purposes", kind, path);
            case CHANNELS -> entriesBelow("channels", kind, path);
            case CONSTANTS -> documents(path).forEach(document -> entries(document, kind));
            case METRIC, SEGMENT, POLICY, TRIGGER -> documents(path).forEach(document -> named(document, kind));
            case FENCES, SCENARIOS, UNKNOWN -> {}
        }
    }

    /** Mistakes are found elsewhere. */
    private List<Node> documents(String path) {
        return YamlReader.documents(files.source(path), new Findings());
    }

    private void entriesBelow(String key, FileKind kind, String path) {
        for (Node document : documents(path)) {
            Node below = document instanceof Node.Mapping mapping ? mapping.get(key) : null;
            if (below != null) {
                entries(below, kind);
            }
        }
    }

    private void entries(Node node, FileKind kind) {
        if (node instanceof Node.Mapping mapping) {
            mapping.entries()
                    .forEach(entry -> nodes.put(new Name(kind, entry.key().text()), entry.value()));
        }
    }

    /** A document whose key says its name: {@code trigger: cart-pickup-offer}. */
    private void named(Node document, FileKind kind) {
        String key = kind.name().toLowerCase(Locale.ROOT);
        if (document instanceof Node.Mapping mapping && mapping.get(key) instanceof Node.Scalar name) {
            nodes.put(new Name(kind, name.text()), document);
        }
    }
}
