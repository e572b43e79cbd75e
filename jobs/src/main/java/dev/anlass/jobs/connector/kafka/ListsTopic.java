package dev.anlass.jobs.connector.kafka;

import dev.anlass.jobs.advisor.store.NewsTaker;
import dev.anlass.jobs.config.KafkaSettings;
import java.util.Map;

/** The topic of lists, for a taker that knows how far it has got. */
public final class ListsTopic {

    private ListsTopic() {}

    /**
     * Starts to read.
     *
     * @param name of the thread
     */
    public static FollowedTopic start(KafkaSettings settings, NewsTaker taker, String name) {
        FollowedTopic.Way way = new FollowedTopic.Way() {
            @Override
            public FollowedTopic.Reader open() {
                return new ListsTopicReader(settings, taker);
            }

            @Override
            public Map<Integer, Long> end() {
                return ListsTopicReader.end(settings);
            }
        };
        return FollowedTopic.start(settings.topics().advisorLists(), "lists", way, "lists-topic-" + name);
    }
}
