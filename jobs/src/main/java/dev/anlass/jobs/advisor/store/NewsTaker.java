package dev.anlass.jobs.advisor.store;

import dev.anlass.jobs.advisor.ListNews;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes what a topic says about lists, and remembers how far it was read. */
public interface NewsTaker {

    /**
     * What was read at once.
     *
     * @param topicId the id that Kafka gave the topic
     * @param next by partition: the offset at which reading goes on when this was taken
     */
    record Batch(String topicId, List<ListNews> news, Map<Integer, Long> next) {
        public Batch {
            news = List.copyOf(news);
            next = Collections.unmodifiableMap(new TreeMap<>(next));
        }
    }

    /** By partition where reading goes on; a partition that is not there is read from its beginning. */
    Map<Integer, Long> positions(String topicId);

    /**
     * Takes news and remembers the position behind it. Whoever fails in between gets the same news again.
     *
     * @throws StoreFailure if it cannot be stored
     */
    void take(Batch batch);
}
