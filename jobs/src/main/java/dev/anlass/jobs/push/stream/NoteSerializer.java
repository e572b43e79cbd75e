package dev.anlass.jobs.push.stream;

import dev.anlass.engine.customer.Consents;
import dev.anlass.jobs.operator.HandSerializer;
import dev.anlass.jobs.operator.HandType;
import dev.anlass.jobs.push.stream.Note.Delivered;
import dev.anlass.jobs.push.stream.Note.Erased;
import dev.anlass.jobs.push.stream.Note.Failed;
import dev.anlass.jobs.push.stream.Note.Marked;
import dev.anlass.jobs.push.stream.Note.Registered;
import dev.anlass.jobs.push.stream.Note.Removed;
import dev.anlass.jobs.push.stream.Note.Requested;
import dev.anlass.jobs.push.stream.Note.Revoked;
import dev.anlass.jobs.push.stream.Note.Said;
import dev.anlass.jobs.push.stream.Note.SaidUnreadably;
import dev.anlass.jobs.state.ByteReader;
import dev.anlass.jobs.state.ByteWriter;
import dev.anlass.jobs.state.KnownCodec;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Carries notes to the subtask of their customer. */
public final class NoteSerializer extends HandSerializer<Note> {

    static final HandType<Note> TYPE = new HandType<>(Note.class, new NoteSerializer());

    private static final int REQUESTED = 0;
    private static final int REVOKED = 1;
    private static final int REGISTERED = 2;
    private static final int REMOVED = 3;
    private static final int SAID = 4;
    private static final int SAID_UNREADABLY = 5;
    private static final int DELIVERED = 6;
    private static final int FAILED = 7;
    private static final int ERASED = 8;
    private static final int MARKED = 9;

    @Override
    protected void write(Note note, ByteWriter out) {
        out.octet(number(note));
        if (note instanceof Requested requested) {
            RecipientCodec.message(out, requested.message());
            return;
        }
        out.text(note.customer());
        if (note instanceof Revoked revoked) {
            out.text(revoked.actionId());
            out.natural(revoked.revision());
        } else if (note instanceof Registered registered) {
            RecipientCodec.device(out, registered.device());
        } else if (note instanceof Removed removed) {
            out.text(removed.device());
        } else if (note instanceof Said said) {
            KnownCodec.consents(out, Consents.NONE.with(said.record()));
        } else if (note instanceof SaidUnreadably said) {
            out.textOrNull(said.purpose());
        } else if (note instanceof Delivered delivered) {
            RecipientCodec.known(out, delivered.known());
        } else if (note instanceof Failed failed) {
            RecipientCodec.known(out, failed.known());
        } else if (note instanceof Erased erased) {
            out.time(erased.time());
        } else if (note instanceof Marked marked) {
            out.natural(marked.partition());
        }
    }

    private static int number(Note note) {
        if (note instanceof Requested) {
            return REQUESTED;
        } else if (note instanceof Revoked) {
            return REVOKED;
        } else if (note instanceof Registered) {
            return REGISTERED;
        } else if (note instanceof Removed) {
            return REMOVED;
        } else if (note instanceof Said) {
            return SAID;
        } else if (note instanceof SaidUnreadably) {
            return SAID_UNREADABLY;
        } else if (note instanceof Delivered) {
            return DELIVERED;
        } else if (note instanceof Failed) {
            return FAILED;
        }
        return note instanceof Erased ? ERASED : MARKED;
    }

    @Override
    protected Note read(ByteReader in) {
        int number = in.octet();
        if (number == REQUESTED) {
            return new Requested(RecipientCodec.message(in));
        }
        String customer = in.text();
        return switch (number) {
            case REVOKED -> new Revoked(customer, in.text(), in.natural());
            case REGISTERED -> new Registered(customer, RecipientCodec.device(in));
            case REMOVED -> new Removed(customer, in.text());
            case SAID ->
                new Said(
                        customer,
                        KnownCodec.consents(in).newest().values().iterator().next());
            case SAID_UNREADABLY -> new SaidUnreadably(customer, in.textOrNull());
            case DELIVERED -> new Delivered(customer, RecipientCodec.known(in));
            case FAILED -> new Failed(customer, RecipientCodec.known(in));
            case ERASED -> new Erased(customer, in.time());
            default -> new Marked(customer, in.number());
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
