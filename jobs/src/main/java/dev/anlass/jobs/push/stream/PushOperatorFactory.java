package dev.anlass.jobs.push.stream;

import dev.anlass.jobs.operator.News;
import dev.anlass.jobs.operator.Outgoing;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperatorFactory;

/** Makes the push operator, to which the answers of providers come by its mailbox. */
public final class PushOperatorFactory extends AbstractStreamOperatorFactory<Outgoing>
        implements TwoInputStreamOperatorFactory<Note, News, Outgoing> {

    private static final long serialVersionUID = 1L;

    private final PushPlan plan;

    public PushOperatorFactory(PushPlan plan) {
        this.plan = plan;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // As Flink declares it.
    public <T extends StreamOperator<Outgoing>> T createStreamOperator(StreamOperatorParameters<Outgoing> parameters) {
        return (T) new PushOperator(plan, parameters);
    }

    @Override
    @SuppressWarnings("rawtypes") // As Flink declares it.
    public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader classLoader) {
        return PushOperator.class;
    }
}
