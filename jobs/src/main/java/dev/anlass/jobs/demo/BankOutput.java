package dev.anlass.jobs.demo;

import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.Feedback;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Where a demo of a bank writes what comes out. */
interface BankOutput extends Closeable {

    /** Nothing is written. */
    BankOutput NOWHERE = new BankOutput() {
        @Override
        public List<OutputTopics.Listener> listeners() {
            return List.of();
        }

        @Override
        public void sheet(AdvisorList list) {}

        @Override
        public void said(Feedback feedback) {}

        @Override
        public void close() {}
    };

    /** Those who hear what the job writes. */
    List<OutputTopics.Listener> listeners();

    /** A list that advisors can print. */
    void sheet(AdvisorList list);

    /** What a played advisor says. */
    void said(Feedback feedback);

    @Override
    void close() throws IOException;
}
