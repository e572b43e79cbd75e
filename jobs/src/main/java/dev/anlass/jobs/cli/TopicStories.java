package dev.anlass.jobs.cli;

import dev.anlass.engine.explain.Narration;
import dev.anlass.jobs.advisor.desk.Stories;
import dev.anlass.jobs.config.JobSettings;
import java.time.Instant;
import java.util.List;

/** Stories of customers from the events topic, as {@code anlass explain} tells them. */
record TopicStories(JobSettings settings) implements Stories {

    @Override
    public List<String> of(String customer, long until) {
        OneCustomer followed = TopicCustomer.follow(settings, customer, Instant.ofEpochMilli(until));
        return followed.isKnown() ? Narration.of(followed.story()) : List.of();
    }
}
