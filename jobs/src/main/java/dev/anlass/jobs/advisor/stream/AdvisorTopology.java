package dev.anlass.jobs.advisor.stream;

import dev.anlass.jobs.advisor.Offices;
import dev.anlass.jobs.operator.CustomerKeys;
import dev.anlass.jobs.operator.HandType;
import dev.anlass.jobs.operator.Outgoing;
import dev.anlass.jobs.operator.RawRecord;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The graph of the advisors' lists: from the actions of the trigger job, and what the events say of them, to lists. */
public final class AdvisorTopology {

    private AdvisorTopology() {}

    /**
     * How lists are made.
     *
     * @param channel actions on it come on lists
     * @param latenessMillis how long after the cut-off a list is frozen
     * @param isLive whether events are of the present
     */
    public record Making(Offices offices, String channel, long latenessMillis, boolean isLive) {}

    /**
     * What the lists are made of.
     *
     * @param events all of them, as they were read
     * @param actions of the trigger job
     */
    public record Inputs(DataStream<RawRecord> events, DataStream<Outgoing> actions) {}

    /**
     * Where lists go.
     *
     * @param events what lists mean for customers goes back to the events
     */
    public record Outputs(Sink<Outgoing> lists, Sink<Outgoing> events) {}

    /** Puts the lists beside the trigger job. */
    public static void build(Making making, CustomerKeys keys, Inputs inputs, Outputs outputs) {
        DataStream<Note> ofActions = inputs.actions()
                .flatMap(new NotesOfActions(making.channel()))
                .returns(NoteSerializer.TYPE)
                .name("proposals")
                .uid("proposals");
        DataStream<Note> ofEvents = inputs.events()
                .flatMap(new NotesOfEvents())
                .returns(NoteSerializer.TYPE)
                .name("feedback")
                .uid("feedback")
                .setParallelism(inputs.events().getParallelism());
        SingleOutputStreamOperator<Note> addressed = ofActions
                .keyBy(note -> keys.of(note.customer()), Types.STRING)
                .connect(ofEvents.keyBy(note -> keys.of(note.customer()), Types.STRING))
                .transform("addresses", NoteSerializer.TYPE, new AddressOperator())
                .uid("addresses");
        SingleOutputStreamOperator<Outgoing> lists = addressed
                .keyBy(Note::advisor, Types.STRING)
                .transform(
                        "lists",
                        HandType.OUTGOING,
                        new ListOperator(new ListFunction(making.offices(), making.latenessMillis(), making.isLive())))
                .uid("lists");
        lists.union(addressed.getSideOutput(AddressFunction.ERASED))
                .sinkTo(outputs.lists())
                .name("advisor lists")
                .uid("advisor-lists");
        lists.getSideOutput(ListFunction.EVENTS)
                .sinkTo(outputs.events())
                .name("calls")
                .uid("calls");
    }
}
