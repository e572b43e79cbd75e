package dev.anlass.jobs.operator;

import dev.anlass.jobs.config.Timers;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.operators.coordination.OperatorCoordinator;
import org.apache.flink.runtime.operators.coordination.OperatorEventDispatcher;
import org.apache.flink.streaming.api.operators.CoordinatedOperatorFactory;
import org.apache.flink.streaming.api.operators.SimpleUdfStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperatorFactory;

/** Makes the trigger operator, which can be asked what it remembers of a customer. */
public final class TriggerOperatorFactory extends SimpleUdfStreamOperatorFactory<Outgoing>
        implements TwoInputStreamOperatorFactory<Arrival, News, Outgoing>, CoordinatedOperatorFactory<Outgoing> {

    public TriggerOperatorFactory(TriggerFunction function, Timers timers) {
        super(new TriggerOperator(function, timers));
    }

    @Override
    public OperatorCoordinator.Provider getCoordinatorProvider(String name, OperatorID operator) {
        return new StateCoordinator.Provider(operator);
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // As Flink declares it.
    public <T extends StreamOperator<Outgoing>> T createStreamOperator(StreamOperatorParameters<Outgoing> parameters) {
        T operator = super.createStreamOperator(parameters);
        OperatorID id = parameters.getStreamConfig().getOperatorID();
        OperatorEventDispatcher events = parameters.getOperatorEventDispatcher();
        ((TriggerOperator) operator).answerBy(events.getOperatorEventGateway(id));
        events.registerEventHandler(id, (TriggerOperator) operator);
        return operator;
    }
}
