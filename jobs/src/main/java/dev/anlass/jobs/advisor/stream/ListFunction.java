package dev.anlass.jobs.advisor.stream;

import dev.anlass.jobs.advisor.Advisor;
import dev.anlass.jobs.advisor.Book;
import dev.anlass.jobs.advisor.ListEffect;
import dev.anlass.jobs.advisor.Offices;
import dev.anlass.jobs.advisor.Proposal;
import dev.anlass.jobs.advisor.Standing;
import dev.anlass.jobs.advisor.stream.Note.Changed;
import dev.anlass.jobs.advisor.stream.Note.Proposed;
import dev.anlass.jobs.connector.ProposalJson;
import dev.anlass.jobs.metrics.ListMetrics;
import dev.anlass.jobs.operator.HandType;
import dev.anlass.jobs.operator.Outgoing;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Keeps the book of each advisor, wakes it when a list is to be frozen, and carries out what it says. */
public final class ListFunction extends KeyedProcessFunction<String, Note, Outgoing> {

    /** Events of ours for the events topic. */
    static final OutputTag<Outgoing> EVENTS = new OutputTag<>("events", HandType.OUTGOING);

    static final String UNKNOWN_ADVISOR = "unknown_advisor";

    private static final ValueStateDescriptor<Long> NEXT = new ValueStateDescriptor<>("next", Types.LONG);
    private static final ValueStateDescriptor<Long> NEWEST = new ValueStateDescriptor<>("newest", Types.LONG);

    private final Offices offices;
    private final long latenessMillis;
    private final boolean isLive;
    private transient FlinkPages pages;
    private transient ValueState<Long> next;
    private transient ValueState<Long> newest;
    private transient ProposalJson writer;
    private transient ListMetrics metrics;

    /**
     * @param latenessMillis how long after the cut-off a list is frozen
     * @param isLive whether events are of the present, so that ours are, too
     */
    @SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
    public ListFunction(Offices offices, long latenessMillis, boolean isLive) {
        this.offices = offices;
        this.latenessMillis = latenessMillis;
        this.isLive = isLive;
    }

    @Override
    public void open(OpenContext context) {
        pages = new FlinkPages(getRuntimeContext().getMapState(FlinkPages.PAGES));
        next = getRuntimeContext().getState(NEXT);
        newest = getRuntimeContext().getState(NEWEST);
        writer = new ProposalJson(offices);
        metrics = new ListMetrics(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(Note note, Context context, Collector<Outgoing> out) throws Exception {
        Exits exits = exits(context, out);
        Advisor advisor = offices.advisor(note.advisor());
        if (note instanceof Proposed proposed) {
            propose(proposed.proposal(), advisor, context, exits);
        } else if (note instanceof Changed changed && advisor != null) {
            LocalDate day = day(next);
            if (day != null) {
                exits.carryOut(book(advisor).change(changed.actionId(), changed.change(), day));
            }
        }
    }

    private void propose(Proposal proposal, @Nullable Advisor advisor, Context context, Exits exits) throws Exception {
        if (advisor == null) {
            exits.carryOut(List.of(failed(proposal, proposal.decidedAt())));
            return;
        }
        Book book = book(advisor);
        book.propose(proposal);
        LocalDate earliest =
                earliest(book, advisor, proposal, context.timerService().currentWatermark());
        LocalDate planned = day(next);
        if (planned == null || earliest.isBefore(planned)) {
            wakeFor(earliest, book, context);
        }
    }

    /** The first list that can have it: no list is made twice, and none in the past. */
    private LocalDate earliest(Book book, Advisor advisor, Proposal proposal, long passed) throws Exception {
        LocalDate day = advisor.firstDayFrom(proposal.decidedAt());
        if (passed != Long.MIN_VALUE) {
            day = later(day, book.firstDayAfter(passed));
        }
        LocalDate frozen = day(newest);
        return frozen == null ? day : later(day, book.firstDayAfter(book.frozenAt(frozen)));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Outgoing> out) throws Exception {
        Exits exits = exits(context, out);
        Advisor advisor = offices.advisor(context.getCurrentKey());
        LocalDate day = day(next);
        if (advisor == null || day == null) {
            close(timestamp, exits);
            return;
        }
        Book book = book(advisor);
        if (timestamp < book.frozenAt(day)) {
            wakeFor(day, book, context);
            return;
        }
        exits.carryOut(book.freeze(day));
        newest.update(day.toEpochDay());
        wakeFor(book.firstDayAfter(book.frozenAt(day)), book, context);
    }

    private void wakeFor(LocalDate day, Book book, Context context) throws Exception {
        next.update(day.toEpochDay());
        context.timerService().registerEventTimeTimer(book.frozenAt(day));
    }

    /** The advisor has left: nobody calls the customers any more. */
    private void close(long time, Exits exits) {
        for (Standing standing : pages.all()) {
            exits.carryOut(List.of(failed(standing.proposal(), time)));
            pages.remove(standing.proposal().actionId());
        }
        next.clear();
        newest.clear();
    }

    private static ListEffect failed(Proposal proposal, long time) {
        return new ListEffect.Fail(proposal.customer(), proposal.advisor(), proposal.actionId(), UNKNOWN_ADVISOR, time);
    }

    private Book book(Advisor advisor) {
        return new Book(advisor, pages, writer, latenessMillis);
    }

    private static @Nullable LocalDate day(ValueState<Long> state) throws Exception {
        Long day = state.value();
        return day == null ? null : LocalDate.ofEpochDay(day);
    }

    private Exits exits(Context context, Collector<Outgoing> out) {
        long present = isLive ? context.timerService().currentProcessingTime() : Long.MIN_VALUE;
        return new Exits(out, event -> context.output(EVENTS, event), metrics, present);
    }
}
