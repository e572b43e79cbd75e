package dev.anlass.jobs.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anlass.engine.rule.Settings;
import dev.anlass.jobs.config.Timers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.runtime.executiongraph.ExecutionAttemptID;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.messages.Acknowledge;
import org.apache.flink.runtime.operators.coordination.CoordinationResponse;
import org.apache.flink.runtime.operators.coordination.MockOperatorCoordinatorContext;
import org.apache.flink.runtime.operators.coordination.OperatorCoordinator;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.util.FlinkException;
import org.junit.jupiter.api.Test;

/** A question about a customer harms nobody: it ends no job and leaves no id in a log. */
class StateQuestionTest {

    private static final String ANNA = "anna-4711";
    private static final OperatorID OPERATOR = new OperatorID();

    @Test
    void whatFlinkWritesIntoItsLogNamesNobody() {
        assertThat(List.of(
                        new StateRequest(ANNA),
                        new StateQuestion(1, ANNA),
                        new StateAnswer(1, ANNA),
                        new StateResponse(ANNA)))
                .noneMatch(message -> message.toString().contains(ANNA));
    }

    @Test
    void whatCannotBeReadIsRefusedAndTheJobGoesOn() throws Exception {
        TestLibrary library = new TestLibrary().with("one", 0, TestRules.files());
        Subtasks.Given given = new Subtasks.Given(library, Settings.DEFAULT, new HashMapStateBackend(), Timers.HEAP, 2);
        try (TriggerSubtask subtask = new TriggerSubtask(given, 1, 0, null)) {
            subtask.spoil(ANNA);

            assertThat(subtask.asked(ANNA)).containsExactly(new StateAnswer(1, null));
            assertThat(subtask.asked("ben")).containsExactly(new StateAnswer(1, ""));
        }
    }

    @Test
    void aRefusalIsToldToWhoAsked() throws Exception {
        StateCoordinator coordinator = coordinator(new Gateway());

        CompletableFuture<CoordinationResponse> answer = coordinator.handleCoordinationRequest(new StateRequest(ANNA));
        coordinator.handleEventFromOperator(0, 0, new StateAnswer(1, null));

        assertThatThrownBy(answer::get).hasMessageContaining("cannot be read");
    }

    @Test
    void questionsThatAreLostDoNotTakeThePlaceOfOthers() throws Exception {
        Gateway gateway = new Gateway();
        StateCoordinator coordinator = coordinator(gateway);
        CompletableFuture<CoordinationResponse> first = coordinator.handleCoordinationRequest(new StateRequest(ANNA));

        gateway.isBroken = true;
        List<CompletableFuture<CoordinationResponse>> lost = new ArrayList<>();
        for (int i = 0; i < StateCoordinator.MAX_WAITING; i++) {
            lost.add(coordinator.handleCoordinationRequest(new StateRequest(ANNA)));
        }
        coordinator.handleEventFromOperator(0, 0, new StateAnswer(1, "{}"));

        assertThat(lost).allMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(first.get()).isEqualTo(new StateResponse("{}"));
    }

    private static StateCoordinator coordinator(Gateway gateway) {
        var context = new MockOperatorCoordinatorContext(OPERATOR, 1);
        StateCoordinator coordinator = (StateCoordinator) new StateCoordinator.Provider(OPERATOR).create(context);
        coordinator.executionAttemptReady(0, 0, gateway);
        return coordinator;
    }

    /** The way to the one subtask. */
    private static final class Gateway implements OperatorCoordinator.SubtaskGateway {
        private boolean isBroken;

        @Override
        public CompletableFuture<Acknowledge> sendEvent(OperatorEvent event) {
            return isBroken
                    ? CompletableFuture.failedFuture(new FlinkException("lost"))
                    : CompletableFuture.completedFuture(Acknowledge.get());
        }

        @Override
        public ExecutionAttemptID getExecution() {
            return ExecutionAttemptID.randomId();
        }

        @Override
        public int getSubtask() {
            return 0;
        }
    }
}
