package dev.anlass.engine.event;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads CloudEvents 1.0 in JSON. */
public final class EventDecoder {

    private final Catalogue catalogue;

    /**
     * @param read for each event type the fields that some rule reads; absent for types that no rule reads
     * @param fences ids of the known fences
     */
    public EventDecoder(Catalogue catalogue, Map<String, Set<String>> read, Set<String> fences) {
        this.catalogue = catalogue;
    }

    /**
     * Structured mode.
     *
     * @param appendTime the broker's append time in milliseconds since 1970, or null
     */
    public Decoded decode(byte[] json, @Nullable Long appendTime) {
        throw new IllegalStateException(catalogue.toString());
    }

    /** Binary mode: the attributes come from headers ({@code id}, {@code source}, …, without prefix), the data is JSON. */
    public Decoded decode(Map<String, String> attributes, byte[] data, @Nullable Long appendTime) {
        throw new IllegalStateException(catalogue.toString());
    }
}
