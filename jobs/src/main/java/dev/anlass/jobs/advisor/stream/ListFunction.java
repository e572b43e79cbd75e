package dev.anlass.jobs.advisor.stream;

import dev.anlass.jobs.advisor.Advisor;
import dev.anlass.jobs.advisor.Book;
import dev.anlass.jobs.advisor.ListEffect;
import dev.anlass.jobs.advisor.Offices;
import dev.anlass.jobs.advisor.Proposal;
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
    private transient long passedBefore;

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

    /** Time had passed so far before a restart. */
    void goOnFrom(long passedBefore) {
        this.passedBefore = passedBefore;
    }

    @Override
    public void processElement(Note note, Context context, Collector<Outgoing> out) throws Exception {
        Exits exits = exits(context, out);
        if (note instanceof Proposed proposed) {
            propose(proposed.proposal(), context, exits);
        } else if (note instanceof Changed changed) {
            LocalDate day = day(next);
            if (day != null) {
                exits.carryOut(book(changed.advisor()).change(changed.actionId(), changed.change(), day));
            }
        }
    }

    private void propose(Proposal proposal, Context context, Exits exits) throws Exception {
        if (offices.advisor(proposal.advisor()) == null) {
            exits.carryOut(List.of(new ListEffect.Fail(
                    proposal.customer(),
                    proposal.advisor(),
                    proposal.actionId(),
                    Book.UNKNOWN_ADVISOR,
                    proposal.decidedAt())));
            return;
        }
        Book book = book(proposal.advisor());
        book.propose(proposal);
        LocalDate earliest = earliest(book, proposal, context.timerService().currentWatermark());
        LocalDate planned = day(next);
        if (planned == null || earliest.isBefore(planned)) {
            wakeFor(earliest, book, context);
        }
    }

    /** The first day whose list can have it: none is made twice, and none for a day that has passed. */
    private LocalDate earliest(Book book, Proposal proposal, long watermark) throws Exception {
        LocalDate day = advisor(proposal.advisor()).firstDayFrom(proposal.decidedAt());
        long passed = Math.max(watermark, passedBefore);
        if (passed != Long.MIN_VALUE) {
            day = later(day, book.firstDayAfter(passed));
        }
        LocalDate woken = day(newest);
        return woken == null ? day : later(day, woken.plusDays(1));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The book is woken every day, also when nobody works; a timer of other offices may ring too soon. */
    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Outgoing> out) throws Exception {
        Exits exits = exits(context, out);
        String id = context.getCurrentKey();
        Book book = book(id);
        LocalDate day = day(next);
        if (day == null || offices.advisor(id) == null) {
            exits.carryOut(book.end(timestamp));
            next.clear();
            newest.clear();
        } else if (timestamp < book.frozenAt(day)) {
            wakeFor(day, book, context);
        } else {
            exits.carryOut(book.wake(day));
            newest.update(day.toEpochDay());
            wakeFor(day.plusDays(1), book, context);
        }
    }

    private void wakeFor(LocalDate day, Book book, Context context) throws Exception {
        next.update(day.toEpochDay());
        context.timerService().registerEventTimeTimer(book.frozenAt(day));
    }

    private Book book(String advisor) {
        return new Book(advisor(advisor), pages, writer, latenessMillis);
    }

    private Advisor advisor(String id) {
        Advisor known = offices.advisor(id);
        return known == null ? Advisor.gone(id) : known;
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
