package dev.anlass.jobs.operator;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.operators.coordination.CoordinationRequest;
import org.apache.flink.runtime.operators.coordination.CoordinationRequestHandler;
import org.apache.flink.runtime.operators.coordination.CoordinationResponse;
import org.apache.flink.runtime.operators.coordination.OperatorCoordinator;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;
import org.apache.flink.util.FlinkException;
import org.jspecify.annotations.Nullable;

/**
 * Passes questions about customers on to the subtasks, and the answer back. Beside the job's own way: nothing of it is
 * written anywhere, and it keeps no state.
 */
final class StateCoordinator implements OperatorCoordinator, CoordinationRequestHandler {

    /** How many questions may wait for an answer; the oldest gives way. */
    static final int MAX_WAITING = 100;

    private final int subtasks;
    private final Map<Integer, SubtaskGateway> ready = new TreeMap<>();

    /** By the number of the question. What becomes of a question that is sent may be said by any thread. */
    private final ConcurrentSkipListMap<Long, CompletableFuture<CoordinationResponse>> waiting =
            new ConcurrentSkipListMap<>();

    private long asked;

    private StateCoordinator(int subtasks) {
        this.subtasks = subtasks;
    }

    /** Makes the coordinator of an operator. */
    record Provider(OperatorID operator) implements OperatorCoordinator.Provider {

        @Override
        public OperatorID getOperatorId() {
            return operator;
        }

        @Override
        public OperatorCoordinator create(Context context) {
            return new StateCoordinator(context.currentParallelism());
        }
    }

    @Override
    public CompletableFuture<CoordinationResponse> handleCoordinationRequest(CoordinationRequest request) {
        if (ready.size() < subtasks) {
            return CompletableFuture.failedFuture(new FlinkException("not all subtasks run yet"));
        }
        StateQuestion question = new StateQuestion(++asked, ((StateRequest) request).customer());
        CompletableFuture<CoordinationResponse> answer = new CompletableFuture<>();
        waiting.put(question.number(), answer);
        if (waiting.size() > MAX_WAITING) {
            fail(waiting.pollFirstEntry(), "too many questions at a time");
        }
        for (SubtaskGateway subtask : ready.values()) {
            subtask.sendEvent(question).exceptionally(failure -> {
                waiting.remove(question.number());
                answer.completeExceptionally(failure);
                return null;
            });
        }
        return answer;
    }

    @Override
    public void handleEventFromOperator(int subtask, int attempt, OperatorEvent event) {
        StateAnswer answer = (StateAnswer) event;
        CompletableFuture<CoordinationResponse> waits = waiting.remove(answer.number());
        if (waits == null) {
            return;
        }
        if (answer.json() == null) {
            waits.completeExceptionally(
                    new FlinkException("what is remembered of the customer cannot be read; the job's log says why"));
        } else {
            waits.complete(new StateResponse(answer.json()));
        }
    }

    @Override
    public void executionAttemptReady(int subtask, int attempt, SubtaskGateway gateway) {
        ready.put(subtask, gateway);
    }

    @Override
    public void executionAttemptFailed(int subtask, int attempt, @Nullable Throwable reason) {
        ready.remove(subtask);
        failAll("a subtask failed");
    }

    @Override
    public void subtaskReset(int subtask, long checkpoint) {
        ready.remove(subtask);
        failAll("a subtask begins anew");
    }

    private void failAll(String why) {
        while (!waiting.isEmpty()) {
            fail(waiting.pollFirstEntry(), why);
        }
    }

    private static void fail(Map.@Nullable Entry<Long, CompletableFuture<CoordinationResponse>> oldest, String why) {
        if (oldest != null) {
            oldest.getValue().completeExceptionally(new FlinkException(why));
        }
    }

    @Override
    public void start() {}

    @Override
    public void close() {
        failAll("the job ends");
    }

    @Override
    public void checkpointCoordinator(long checkpoint, CompletableFuture<byte[]> result) {
        result.complete(new byte[0]);
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) {}

    @Override
    public void resetToCheckpoint(long checkpoint, byte @Nullable [] bytes) {}
}
