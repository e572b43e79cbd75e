package dev.anlass.jobs.advisor.desk;

import dev.anlass.jobs.advisor.Feedback;

/** Takes feedback to where events come from. The same feedback may come twice, under the same id. */
public interface FeedbackTaker {

    /**
     * Takes feedback.
     *
     * @throws RuntimeException if it could not be kept; the row stays open then
     */
    void take(Feedback feedback);
}
