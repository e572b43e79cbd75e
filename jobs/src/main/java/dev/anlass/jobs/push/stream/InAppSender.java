package dev.anlass.jobs.push.stream;

import dev.anlass.jobs.connector.MessageJson;
import dev.anlass.jobs.push.Answer;
import dev.anlass.jobs.push.Parcel;
import dev.anlass.jobs.push.Parcel.Purpose;
import dev.anlass.jobs.push.Reason;
import dev.anlass.jobs.push.Sender;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/** Puts messages where open apps find them. */
final class InAppSender implements Sender {

    private final Ledger ledger;
    private final LongSupplier now;

    /** @param now milliseconds since 1970 */
    InAppSender(Ledger ledger, LongSupplier now) {
        this.ledger = ledger;
        this.now = now;
    }

    @Override
    public CompletableFuture<Answer> send(Parcel parcel) {
        long time = Math.max(now.getAsLong(), parcel.message().decidedAt());
        byte[] message = parcel.purpose() == Purpose.SHOW
                ? MessageJson.posted(parcel, time)
                : MessageJson.takenBack(parcel.message(), Reason.REVOKED, time);
        return ledger.post(parcel.message().customer(), message)
                .<Answer>thenApply(written -> new Answer.Accepted(null))
                .exceptionally(failure -> new Answer.Unclear("not_written"));
    }

    @Override
    public void close() {
        // The ledger is somebody else's.
    }
}
