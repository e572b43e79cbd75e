package dev.anlass.jobs.state;

import dev.anlass.engine.decide.ConsentReference;
import dev.anlass.engine.decide.Contact;
import dev.anlass.engine.decide.ContactHistory;
import dev.anlass.engine.decide.Score;
import dev.anlass.engine.decide.Verdict;
import dev.anlass.engine.match.Circumstances;
import dev.anlass.engine.match.Match;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stored form of what was decided: verdicts with their matches, and the contacts made. */
final class VerdictCodec {

    /** By their stored numbers: only ever longer. */
    private static final List<Verdict.Standing> STANDINGS = List.of(
            Verdict.Standing.HELD,
            Verdict.Standing.EMITTED,
            Verdict.Standing.REFUSED,
            Verdict.Standing.REVOKED,
            Verdict.Standing.VANISHED);

    private VerdictCodec() {}

    static void verdict(ByteWriter out, Verdict verdict) {
        match(out, verdict.match());
        out.octet(STANDINGS.indexOf(verdict.standing()));
        out.natural(verdict.revision());
        out.time(verdict.decidedAt());
        out.time(verdict.releaseAt());
        out.flag(verdict.collected());
        out.time(verdict.expiresAt());
        out.name(verdict.bundle());
        out.name(verdict.channel());
        out.name(verdict.purpose());
        score(out, verdict.score());
        reference(out, verdict.consent());
    }

    static Verdict verdict(ByteReader in) {
        return new Verdict(
                match(in),
                STANDINGS.get(in.octet()),
                in.number(),
                in.time(),
                in.time(),
                in.flag(),
                in.time(),
                in.name(),
                in.name(),
                in.name(),
                score(in),
                reference(in));
    }

    static void contacts(ByteWriter out, ContactHistory history) {
        out.list(history.contacts(), contact -> {
            out.time(contact.time());
            out.name(contact.actionId());
            out.name(contact.trigger());
            out.name(contact.channel());
            out.name(contact.purpose());
            out.flag(contact.failed());
        });
    }

    static ContactHistory contacts(ByteReader in) {
        List<Contact> contacts =
                in.list(() -> new Contact(in.time(), in.name(), in.name(), in.name(), in.name(), in.flag()));
        return contacts.isEmpty() ? ContactHistory.NONE : new ContactHistory(contacts);
    }

    private static void match(ByteWriter out, Match match) {
        out.name(match.trigger());
        out.name(match.id());
        EventCodec.key(out, match.place());
        out.time(match.instant());
        out.list(match.steps(), out::name);
        ChainCodec.bound(out, match.bound());
        out.natural(match.alternatives());
        out.same(match.circumstances(), circumstances -> circumstances(out, circumstances));
    }

    private static Match match(ByteReader in) {
        return new Match(
                in.name(),
                in.name(),
                EventCodec.key(in),
                in.time(),
                in.list(in::name),
                ChainCodec.bound(in),
                in.number(),
                in.shared(() -> circumstances(in)));
    }

    private static void circumstances(ByteWriter out, Circumstances circumstances) {
        out.same(circumstances.attributes(), attributes -> KnownCodec.attributes(out, attributes));
        out.same(circumstances.consents(), consents -> KnownCodec.consents(out, consents));
        EventCodec.fields(out, circumstances.metrics());
        EventCodec.fields(out, circumstances.segments());
    }

    private static Circumstances circumstances(ByteReader in) {
        return new Circumstances(
                in.shared(() -> KnownCodec.attributes(in)),
                in.shared(() -> KnownCodec.consents(in)),
                EventCodec.fields(in),
                EventCodec.fields(in));
    }

    private static void score(ByteWriter out, Score score) {
        out.fraction(score.propensity());
        out.fraction(score.value());
        out.fraction(score.weight());
    }

    private static Score score(ByteReader in) {
        return new Score(in.fraction(), in.fraction(), in.fraction());
    }

    private static void reference(ByteWriter out, @Nullable ConsentReference reference) {
        out.flag(reference != null);
        if (reference != null) {
            out.name(reference.record());
            out.time(reference.givenAt());
            out.textOrNull(reference.notice());
        }
    }

    private static @Nullable ConsentReference reference(ByteReader in) {
        return in.flag() ? new ConsentReference(in.name(), in.time(), in.textOrNull()) : null;
    }
}
