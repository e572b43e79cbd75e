package dev.anlass.jobs.push.stream;

import dev.anlass.jobs.config.Clock;
import dev.anlass.jobs.metrics.PushMetrics;
import dev.anlass.jobs.operator.News;
import dev.anlass.jobs.operator.Outgoing;
import dev.anlass.jobs.operator.PassedTime;
import dev.anlass.jobs.push.Answer;
import dev.anlass.jobs.push.AppTokens;
import dev.anlass.jobs.push.Due;
import dev.anlass.jobs.push.Handover;
import dev.anlass.jobs.push.Known;
import dev.anlass.jobs.push.Parcels;
import dev.anlass.jobs.push.Provider;
import dev.anlass.jobs.push.PushEffect;
import dev.anlass.jobs.push.Recipient;
import dev.anlass.jobs.push.Routes;
import dev.anlass.jobs.push.Times;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.function.ThrowingRunnable;
import org.jspecify.annotations.Nullable;

/**
 * Hands messages to providers, some for each at once, and keeps until its end what is on its way.
 *
 * <p>Nothing waits for a provider: answers come back between two records. Nothing goes out before the events have been
 * read up to where they ended when this subtask began, because they say what was delivered and withdrawn before.
 */
final class PushOperator extends AbstractStreamOperator<Outgoing>
        implements TwoInputStreamOperator<Note, News, Outgoing>, Triggerable<String, VoidNamespace> {

    private static final long serialVersionUID = 1L;

    private static final long AGAIN_MILLIS = 20;
    private static final long MUCH_LATER_MILLIS = Duration.ofSeconds(10).toMillis();
    private static final long FORGETTING_MILLIS = Duration.ofHours(1).toMillis();

    private final PushPlan plan;
    private transient MailboxExecutor mailbox;
    private transient Ledger ledger;
    private transient Lines lines;
    private transient RulesWatch rules;
    private transient Markers markers;
    private transient Parcels parcels;
    private transient Routes routes;
    private transient KeptRecipients kept;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient PassedTime passed;
    private transient PushMetrics count;
    private transient boolean isReady;
    private transient boolean looksAgain;
    private transient volatile @Nullable Throwable unwritten;

    @SuppressWarnings("NullAway.Init") // Flink opens it before anything else.
    PushOperator(PushPlan plan) {
        this.plan = plan;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        passed = PassedTime.of(context);
    }

    @Override
    public void open() throws Exception {
        super.open();
        mailbox = getContainingTask()
                .getMailboxExecutorFactory()
                .createExecutor(getOperatorConfig().getChainIndex());
        timers = getInternalTimerService("deliveries", VoidNamespaceSerializer.INSTANCE, this);
        kept = new KeptRecipients(
                getKeyedStateBackend(),
                getPartitionedState(KeptRecipients.LASTING),
                getPartitionedState(KeptRecipients.MOVING));
        count = new PushMetrics(getMetricGroup());
        parcels = new Parcels(
                new AppTokens(plan.words().tokenSecret()),
                plan.words().link(),
                plan.words().feedbackForMillis());
        ledger = plan.ledger().open();
        lines = Lines.open(plan, new InAppSender(ledger, () -> times().now()), count);
        rules = new RulesWatch(plan.library().open());
        rules.refresh();
        Set<Provider> open = EnumSet.of(Provider.IN_APP);
        open.addAll(plan.senders().providers());
        routes = new Routes(plan.channels().apps(), plan.channels().webhook(), open);
        markers = Markers.write(
                ledger, plan.partitions(), plan.keys(), getRuntimeContext().getTaskInfo());
        count.gauge("ready", () -> isReady ? 1 : 0);
    }

    @Override
    public void close() throws Exception {
        try (AutoCloseable first = lines;
                AutoCloseable second = rules;
                AutoCloseable third = ledger) {
            super.close();
        }
    }

    private Times times() {
        long wall = getProcessingTimeService().getCurrentProcessingTime();
        return new Times(plan.clock() == Clock.TICKS ? wall : passed.by(timers.currentWatermark()), wall);
    }

    @Override
    public void processElement1(StreamRecord<Note> element) throws Exception {
        Note note = element.getValue();
        if (note instanceof Note.Marked marked) {
            markers.found(marked);
            if (!isReady && markers.allFound()) {
                begin();
            }
            return;
        }
        Recipient recipient = load(note.customer());
        tell(take(note, recipient));
        goOn(recipient);
    }

    private Recipient load(String customer) throws Exception {
        Recipient recipient = kept.load(customer);
        return isReady ? recipient : recipient.learning();
    }

    private List<PushEffect> take(Note note, Recipient recipient) {
        if (note instanceof Note.Requested requested) {
            wakeAt(requested.message().expiresAt());
            forgetAfter(requested.message().expiresAt());
            return recipient.requested(requested.message(), routes, times());
        } else if (note instanceof Note.Revoked revoked) {
            return recipient.revoked(revoked.actionId(), revoked.revision(), times());
        } else if (note instanceof Note.Registered registered) {
            recipient.registered(registered.device());
        } else if (note instanceof Note.Removed removed) {
            return recipient.removed(removed.device());
        } else if (note instanceof Note.Said said) {
            recipient.said(said.record());
        } else if (note instanceof Note.SaidUnreadably said) {
            recipient.saidUnreadably(said.purpose());
        } else if (note instanceof Note.Delivered delivered) {
            forgetAfter(delivered.known().expiresAt());
            return recipient.delivered(delivered.known());
        } else if (note instanceof Note.Failed failed) {
            forgetAfter(failed.known().expiresAt());
            recipient.failed(failed.known());
        } else if (note instanceof Note.Erased erased) {
            forgetAfter(erased.time());
            return recipient.erased(erased.time(), times());
        }
        return List.of();
    }

    /** What stood in the events has been read: now messages may go out. */
    private void begin() throws Exception {
        isReady = true;
        for (String key : kept.moving()) {
            setCurrentKey(key);
            Recipient recipient = kept.load("");
            tell(recipient.goOn(routes, times()));
            goOn(recipient);
        }
    }

    /** Somebody published, stopped or started something. */
    @Override
    public void processElement2(StreamRecord<News> element) throws Exception {
        if (rules.refresh() && isReady) {
            for (String key : kept.moving()) {
                look(key);
            }
        }
    }

    private void look(String key) throws Exception {
        setCurrentKey(key);
        goOn(load(""));
    }

    /** Hands over what is due and keeps the rest. */
    private void goOn(Recipient recipient) throws Exception {
        Times times = times();
        tell(recipient.passed(times));
        if (isReady) {
            tell(recipient.checked(rules.check(), times));
            for (Due due : Due.of(recipient, rules.check(), times.wall())) {
                Line line = lines.of(due.provider());
                if (line.enter()) {
                    handOver(recipient, due, line, times);
                } else if (!line.await((String) getCurrentKey())) {
                    timers.registerProcessingTimeTimer(VoidNamespace.INSTANCE, times.wall() + MUCH_LATER_MILLIS);
                }
            }
            long next = Due.after(recipient, rules.check(), times.wall());
            if (next != Due.NEVER) {
                timers.registerProcessingTimeTimer(VoidNamespace.INSTANCE, next);
            }
        }
        count.gaveWay(recipient.gaveWay());
        kept.store(recipient);
        lookAgainSoon();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What comes of it comes by the mailbox.
    private void handOver(Recipient recipient, Due due, Line line, Times times) {
        Handover handed = recipient.handOver(due);
        String key = (String) getCurrentKey();
        long start = System.nanoTime();
        count.handedOver(handed.provider().word(), handed.mayHaveArrived());
        line.send(parcels.of(handed, due.dispatch().message(), recipient.device(handed.target()), times))
                .exceptionally(failure -> new Answer.Unclear("failed"))
                .thenAccept(answer -> later("answer", () -> heard(key, handed, answer, System.nanoTime() - start)));
    }

    /** The place is free when it is written down: so no more than those in flight can go out twice. */
    private void heard(String key, Handover handed, Answer answer, long tookNanos) throws Exception {
        Line line = lines.of(handed.provider());
        line.heard(answer, tookNanos);
        count.answered(handed.provider().word(), answer.word());
        setCurrentKey(key);
        Recipient recipient = kept.load(handed.customer());
        tell(recipient.answered(handed, answer, times()), () -> {
            line.leave();
            drain();
        });
        goOn(recipient);
    }

    private void tell(List<PushEffect> effects) {
        if (!effects.isEmpty()) {
            tell(effects, () -> {});
        }
    }

    /** Does something when all of it has been written. */
    @SuppressWarnings("FutureReturnValueIgnored") // What comes of it comes by the mailbox.
    private void tell(List<PushEffect> effects, ThrowingRunnable<Exception> then) {
        CompletableFuture<?>[] written = effects.stream().map(this::write).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(written).whenComplete((done, failure) -> {
            unwritten = failure == null ? unwritten : failure;
            later("told", failure == null ? then : () -> fail(failure));
        });
    }

    private CompletableFuture<Void> write(PushEffect effect) {
        Told told = Told.of(effect, times().now(), count);
        return told.inApp() ? ledger.post(told.customer(), told.json()) : ledger.tell(told.customer(), told.json());
    }

    private static void fail(@Nullable Throwable failure) {
        throw new IllegalStateException("what became of messages cannot be written down", failure);
    }

    /** In the thread of the task, between two records. */
    private void later(String what, ThrowingRunnable<Exception> work) {
        try {
            mailbox.execute(work, what);
        } catch (RejectedExecutionException ended) {
            LOG.debug("an answer came after the end of the task");
        }
    }

    /** Those who wait get the places that are free. */
    private void drain() throws Exception {
        for (Line line : lines.all()) {
            line.lookAgain();
            for (String key = line.next(); key != null; key = line.next()) {
                look(key);
            }
        }
    }

    /** A place can become free by itself, when the second is over or a provider may be tried again. */
    @SuppressWarnings("FutureReturnValueIgnored") // It comes as a timer.
    private void lookAgainSoon() {
        if (!looksAgain && lines.anybodyWaits()) {
            looksAgain = true;
            long at = getProcessingTimeService().getCurrentProcessingTime() + AGAIN_MILLIS;
            getProcessingTimeService().registerTimer(at, time -> {
                looksAgain = false;
                drain();
                lookAgainSoon();
            });
        }
    }

    private void wakeAt(long time) {
        if (plan.clock() == Clock.TICKS) {
            timers.registerProcessingTimeTimer(VoidNamespace.INSTANCE, time);
        } else {
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, time);
        }
    }

    /** Not each by itself, but with all of the same hour. */
    private void forgetAfter(long expiresAt) {
        long hour = (expiresAt + Known.AFTER_EXPIRY_MILLIS) / FORGETTING_MILLIS + 1;
        wakeAt(hour * FORGETTING_MILLIS);
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        goOn(load(""));
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        goOn(load(""));
    }

    /** The end of the events is no time. */
    @Override
    public void processWatermark1(Watermark notes) throws Exception {
        if (notes.getTimestamp() != Long.MAX_VALUE) {
            processWatermark(notes);
        }
    }

    @Override
    public void processWatermark2(Watermark news) {
        // News say nothing about time and hold nobody back.
    }

    /** What the state says is over must not be unknown to those who read. */
    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
        super.prepareSnapshotPreBarrier(checkpoint);
        ledger.flush();
        if (unwritten != null) {
            fail(unwritten);
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        passed.store(timers.currentWatermark());
    }
}
