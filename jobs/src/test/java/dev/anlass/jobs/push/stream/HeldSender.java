package dev.anlass.jobs.push.stream;

import dev.anlass.jobs.push.Answer;
import dev.anlass.jobs.push.Parcel;
import dev.anlass.jobs.push.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A provider that answers when the test says so. */
final class HeldSender implements Sender {

    private final List<Parcel> parcels = new ArrayList<>();
    private final List<CompletableFuture<Answer>> answers = new ArrayList<>();

    @Override
    public CompletableFuture<Answer> send(Parcel parcel) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        parcels.add(parcel);
        answers.add(answer);
        return answer;
    }

    /** All that were handed over, as words. */
    List<String> handed() {
        return parcels.stream()
                .map(parcel -> parcel.purpose() + " " + parcel.message().actionId())
                .toList();
    }

    List<Parcel> parcels() {
        return parcels;
    }

    void answer(int number, Answer answer) {
        answers.get(number).complete(answer);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
