package dev.anlass.engine.decide;

import dev.anlass.engine.customer.ConsentRecord;
import org.jspecify.annotations.Nullable;

/** The consent record that allowed or refused a contact. */
public record ConsentReference(
        String record, long givenAt, @Nullable String notice) {

    static @Nullable ConsentReference of(@Nullable ConsentRecord record) {
        return record == null
                ? null
                : new ConsentReference(record.recordId(), record.givenAt().time(), record.notice());
    }
}
