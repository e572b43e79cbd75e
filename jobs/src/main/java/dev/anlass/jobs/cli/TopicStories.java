package dev.anlass.jobs.cli;

import dev.anlass.jobs.advisor.desk.Language;
import dev.anlass.jobs.advisor.desk.PlainStory;
import dev.anlass.jobs.advisor.desk.Stories;
import dev.anlass.jobs.config.JobSettings;
import java.time.Instant;
import java.util.List;

/** Stories of customers from the events topic. */
record TopicStories(JobSettings settings) implements Stories {

    @Override
    public List<String> of(String customer, Language language, long until) {
        OneCustomer followed = TopicCustomer.follow(settings, customer, Instant.ofEpochMilli(until));
        return followed.isKnown() ? PlainStory.of(followed.story(), language) : List.of();
    }
}
