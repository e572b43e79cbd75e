package dev.anlass.jobs.push.stream;

import dev.anlass.jobs.push.Answer;
import dev.anlass.jobs.push.Parcel;
import dev.anlass.jobs.push.Reason;
import dev.anlass.jobs.push.Sender;
import java.util.concurrent.CompletableFuture;

/** Stands for a provider to which there is no way any more; what was still to go there when the job began has failed. */
final class NotSetUp implements Sender {

    @Override
    public CompletableFuture<Answer> send(Parcel parcel) {
        return CompletableFuture.completedFuture(new Answer.Refused(Reason.NOT_SET_UP));
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
