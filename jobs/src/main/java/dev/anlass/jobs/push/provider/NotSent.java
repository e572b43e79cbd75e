package dev.anlass.jobs.push.provider;

import dev.anlass.jobs.push.Answer;

/** Says that a parcel never left, and what is answered instead of the provider. */
final class NotSent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    private NotSent(Answer answer) {
        super("a parcel was not sent", null, false, false);
        this.answer = answer;
    }

    static NotSent refused(String reason) {
        return new NotSent(new Answer.Refused(reason));
    }

    static NotSent gone(String reason) {
        return new NotSent(new Answer.Gone(reason));
    }

    static NotSent busy(String reason) {
        return new NotSent(new Answer.Busy(reason, 0));
    }

    Answer answer() {
        return answer;
    }
}
