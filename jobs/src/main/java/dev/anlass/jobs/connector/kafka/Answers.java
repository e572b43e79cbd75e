package dev.anlass.jobs.connector.kafka;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Waits for answers of Kafka; a refusal is Kafka's own exception. */
final class Answers {

    private Answers() {}

    static <T> T of(@Nullable Future<T> answer) {
        if (answer == null) {
            throw new KafkaException("Kafka gave no answer to what was asked");
        }
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while waiting for Kafka", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException refusal ? refusal : new KafkaException(e.getCause());
        }
    }
}
