package dev.anlass.jobs.connector.kafka;

import dev.anlass.jobs.config.KafkaSettings;
import dev.anlass.jobs.push.gateway.OpenApps;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/** The in-app topic, read from where messages may still be open, for the apps that are. */
public final class InAppTopic {

    private InAppTopic() {}

    /** Starts to read. */
    public static FollowedTopic start(KafkaSettings settings, OpenApps apps, InstantSource wall) {
        Map<Integer, Long> taken = new TreeMap<>(); // Of the one thread that reads.
        FollowedTopic.Way way = new FollowedTopic.Way() {
            @Override
            public FollowedTopic.Reader open() {
                return new InAppTopicReader(settings, apps, wall.millis(), taken);
            }

            @Override
            public Map<Integer, Long> end() {
                return InAppTopicReader.end(settings);
            }
        };
        return FollowedTopic.start(settings.topics().inApp(), "messages", way, "in-app-topic");
    }
}
