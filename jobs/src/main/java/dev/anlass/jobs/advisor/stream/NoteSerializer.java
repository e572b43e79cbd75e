package dev.anlass.jobs.advisor.stream;

import dev.anlass.jobs.advisor.stream.Note.Changed;
import dev.anlass.jobs.advisor.stream.Note.Erased;
import dev.anlass.jobs.advisor.stream.Note.Proposed;
import dev.anlass.jobs.operator.HandSerializer;
import dev.anlass.jobs.operator.HandType;
import dev.anlass.jobs.state.ByteReader;
import dev.anlass.jobs.state.ByteWriter;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Carries notes to the subtask of their customer, and from there to that of their advisor. */
public final class NoteSerializer extends HandSerializer<Note> {

    static final HandType<Note> TYPE = new HandType<>(Note.class, new NoteSerializer());

    private static final int PROPOSED = 0;
    private static final int CHANGED = 1;
    private static final int ERASED = 2;

    @Override
    protected void write(Note note, ByteWriter out) {
        if (note instanceof Proposed proposed) {
            out.octet(PROPOSED);
            StandingCodec.proposal(out, proposed.proposal());
        } else if (note instanceof Changed changed) {
            out.octet(CHANGED);
            out.text(changed.customer());
            out.text(changed.advisor());
            out.text(changed.actionId());
            StandingCodec.change(out, changed.change());
        } else if (note instanceof Erased erased) {
            out.octet(ERASED);
            out.text(erased.customer());
            out.time(erased.time());
        }
    }

    @Override
    protected Note read(ByteReader in) {
        return switch (in.octet()) {
            case PROPOSED -> new Proposed(StandingCodec.proposal(in));
            case CHANGED -> new Changed(in.text(), in.text(), in.text(), StandingCodec.change(in));
            default -> new Erased(in.text(), in.time());
        };
    }

    @Override
    public TypeSerializerSnapshot<Note> snapshotConfiguration() {
        return new Snapshot();
    }

    /** The form has no settings. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Note> {
        public Snapshot() {
            super(NoteSerializer::new);
        }
    }
}
