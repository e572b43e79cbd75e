package dev.anlass.jobs.learn;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.api.java.tuple.Tuple6;
import org.jspecify.annotations.Nullable;

/** Notices, offers, trials and counts as Flink carries and stores them: tuples of plain types, in which nothing is an empty text. */
public final class Wire {

    /** Action id, kind, time, action, type. */
    public static final TypeInformation<Tuple5<String, Integer, Long, String, String>> NOTICE =
            Types.TUPLE(Types.STRING, Types.INT, Types.LONG, Types.STRING, Types.STRING);

    /** Action, type, sent at, whether it is a success, settled at. */
    public static final TypeInformation<Tuple5<String, String, Long, Boolean, Long>> TRIAL =
            Types.TUPLE(Types.STRING, Types.STRING, Types.LONG, Types.BOOLEAN, Types.LONG);

    /** Action, type, sent, ended, succeeded and rejected at. */
    static final TypeInformation<Tuple6<String, String, Long, Long, Long, Long>> OFFER =
            Types.TUPLE(Types.STRING, Types.STRING, Types.LONG, Types.LONG, Types.LONG, Types.LONG);

    /** Action, type, hour. */
    static final TypeInformation<Tuple3<String, String, Long>> KEY =
            Types.TUPLE(Types.STRING, Types.STRING, Types.LONG);

    /** Offered, accepted. */
    static final TypeInformation<Tuple2<Long, Long>> COUNTS = Types.TUPLE(Types.LONG, Types.LONG);

    /** By their numbers on the wire: only ever longer. */
    private static final List<Notice.Kind> KINDS =
            List.of(Notice.Kind.SENT, Notice.Kind.ENDED, Notice.Kind.SUCCEEDED, Notice.Kind.REJECTED);

    private Wire() {}

    static Tuple5<String, Integer, Long, String, String> of(Notice notice) {
        return Tuple5.of(
                notice.actionId(),
                KINDS.indexOf(notice.kind()),
                notice.time(),
                text(notice.action()),
                text(notice.type()));
    }

    static Notice notice(Tuple5<String, Integer, Long, String, String> tuple) {
        return new Notice(tuple.f0, KINDS.get(tuple.f1), tuple.f2, orNull(tuple.f3), orNull(tuple.f4));
    }

    static Tuple6<String, String, Long, Long, Long, Long> of(Offer offer) {
        return Tuple6.of(
                text(offer.action()),
                text(offer.type()),
                offer.sentAt(),
                offer.endedAt(),
                offer.succeededAt(),
                offer.rejectedAt());
    }

    static Offer offer(Tuple6<String, String, Long, Long, Long, Long> tuple) {
        return new Offer(orNull(tuple.f0), orNull(tuple.f1), tuple.f2, tuple.f3, tuple.f4, tuple.f5);
    }

    static Tuple5<String, String, Long, Boolean, Long> of(Trial trial) {
        return Tuple5.of(trial.action(), text(trial.type()), trial.sentAt(), trial.isSuccess(), trial.settledAt());
    }

    static Trial trial(Tuple5<String, String, Long, Boolean, Long> tuple) {
        return new Trial(tuple.f0, orNull(tuple.f1), tuple.f2, tuple.f3, tuple.f4);
    }

    static Tuple3<String, String, Long> of(Tally.Key key) {
        return Tuple3.of(key.action(), text(key.type()), key.hour());
    }

    static Tally.Key key(Tuple3<String, String, Long> tuple) {
        return new Tally.Key(tuple.f0, orNull(tuple.f1), tuple.f2);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
