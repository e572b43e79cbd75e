package dev.anlass.jobs.advisor.stream;

import dev.anlass.jobs.advisor.Change;
import dev.anlass.jobs.advisor.Proposal;
import dev.anlass.jobs.advisor.Standing;
import dev.anlass.jobs.state.ByteReader;
import dev.anlass.jobs.state.ByteWriter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The stored form of what stands in a book; its first byte is its version. */
final class StandingCodec {

    private static final int VERSION = 1;

    private StandingCodec() {}

    static byte[] encode(Standing standing) {
        ByteWriter out = ByteWriter.forgetful();
        out.octet(VERSION);
        proposal(out, standing.proposal());
        out.natural(standing.lists());
        day(out, standing.since());
        day(out, standing.listedOn());
        day(out, standing.hiddenUntil());
        out.list(standing.ahead(), change -> change(out, change));
        return out.toBytes();
    }

    static Standing decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalStateException(
                    "the book is of version " + version + ", and this release reads " + VERSION);
        }
        return new Standing(proposal(in), in.number(), day(in), day(in), day(in), in.list(() -> change(in)));
    }

    static void proposal(ByteWriter out, Proposal proposal) {
        out.text(proposal.actionId());
        out.text(proposal.customer());
        out.text(proposal.advisor());
        out.text(proposal.product());
        out.fraction(proposal.score());
        out.time(proposal.decidedAt());
        out.time(proposal.expiresAt());
        out.text(proposal.event());
    }

    static Proposal proposal(ByteReader in) {
        return new Proposal(in.text(), in.text(), in.text(), in.text(), in.fraction(), in.time(), in.time(), in.text());
    }

    static void change(ByteWriter out, Change change) {
        out.text(change.reason());
        day(out, change.until());
        out.time(change.time());
    }

    static Change change(ByteReader in) {
        return new Change(in.text(), day(in), in.time());
    }

    private static void day(ByteWriter out, @Nullable LocalDate day) {
        out.flag(day != null);
        if (day != null) {
            out.whole(day.toEpochDay());
        }
    }

    private static @Nullable LocalDate day(ByteReader in) {
        return in.flag() ? LocalDate.ofEpochDay(in.whole()) : null;
    }
}
