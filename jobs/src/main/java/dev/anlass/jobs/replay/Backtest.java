package dev.anlass.jobs.replay;

import dev.anlass.engine.step.Program;
import dev.anlass.jobs.connector.file.EventLine;
import dev.anlass.jobs.connector.file.EventLines;
import dev.anlass.jobs.replay.BacktestResult.Compared;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A replay in parallel under one bundle or several at once, of which only numbers are kept.
 *
 * <p>Lines are decoded in batches; then each share of the customers takes the batches in their order. Time passes for all
 * with each event, as in a {@link Replay}, and the numbers are the same, however many shares there are. There is one
 * difference: an event that is rejected because its customer sends too many lets time pass here.
 */
public final class Backtest implements Closeable {

    private static final int LINES_IN_BATCH = 1_000;
    private static final int SHARES_EACH_THREAD = 4;
    private static final int BATCHES_EACH_THREAD = 4;

    private final int threads;
    private final ExecutorService pool;
    private final List<UnderOneBundle> bundles;
    private final Deque<CompletableFuture<List<DecodedBatch>>> decoding = new ArrayDeque<>();
    private final Semaphore room;
    private final List<CompletableFuture<Void>> shares = new ArrayList<>();
    private final Consumer<Supplier<String>> progress;
    private CompletableFuture<Void> handedOut = CompletableFuture.completedFuture(null);
    private long events;

    /** All customers under one bundle. */
    private static final class UnderOneBundle {
        private final Program program;
        private final List<Share> shares = new ArrayList<>();
        private long newest = Long.MIN_VALUE;

        UnderOneBundle(Program program, int shares) {
            this.program = program;
            for (int i = 0; i < shares; i++) {
                this.shares.add(new Share(i, shares, program));
            }
        }

        void end(int share, ReplayEnd end, Program untilTheEnd) {
            shares.get(share).end(newest, end, untilTheEnd);
        }

        Volumes volumes() {
            Volumes all = new Volumes(program.bundles().get(0).triggers().keySet());
            shares.forEach(share -> all.add(share.volumes()));
            return all;
        }
    }

    /**
     * Nothing yet.
     *
     * @param programs one for each bundle, at least one
     * @param threads how many processors it may use
     * @param progress is told now and then how far it has come
     */
    public Backtest(List<Program> programs, int threads, Consumer<Supplier<String>> progress) {
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(threads);
        this.bundles = programs.stream()
                .map(program -> new UnderOneBundle(program, threads * SHARES_EACH_THREAD))
                .toList();
        this.room = new Semaphore(threads * BATCHES_EACH_THREAD);
        this.progress = progress;
        for (int i = 0; i < threads * SHARES_EACH_THREAD; i++) {
            shares.add(CompletableFuture.completedFuture(null));
        }
    }

    /** Feeds the lines in their order, behind those that were fed before. */
    public void feed(EventLines lines) throws IOException {
        List<EventLine> batch = new ArrayList<>();
        for (EventLine line = lines.next(); line != null; line = lines.next()) {
            batch.add(line);
            if (batch.size() == LINES_IN_BATCH) {
                feed(batch);
                batch = new ArrayList<>();
            }
        }
        feed(batch);
    }

    private void feed(List<EventLine> batch) {
        shares.stream().filter(CompletableFuture::isCompletedExceptionally).forEach(CompletableFuture::join);
        room.acquireUninterruptibly();
        decoding.add(CompletableFuture.supplyAsync(() -> decoded(batch), pool));
        while (decoding.size() > threads) {
            handOut(decoding.remove().join());
        }
        events += batch.size();
        progress.accept(() -> String.format(Locale.ROOT, "%,d events", events));
    }

    /** For each bundle by its own decoder, which reads just what its rules read. */
    private List<DecodedBatch> decoded(List<EventLine> lines) {
        return bundles.stream()
                .map(bundle -> DecodedBatch.of(lines, bundle.program.decoder()))
                .toList();
    }

    private void handOut(List<DecodedBatch> batches) {
        for (int i = 0; i < batches.size(); i++) {
            UnderOneBundle bundle = bundles.get(i);
            bundle.newest = batches.get(i).passTime(bundle.newest);
        }
        eachShare((bundle, share) -> bundles.get(bundle).shares.get(share).take(batches.get(bundle)));
        handedOut = CompletableFuture.allOf(shares.toArray(CompletableFuture[]::new))
                .whenComplete((nothing, failure) -> room.release());
    }

    private interface Work {
        void on(int bundle, int share);
    }

    /** Behind what each share has to do already. */
    private void eachShare(Work work) {
        for (int i = 0; i < shares.size(); i++) {
            int share = i;
            Runnable underAll = () -> {
                for (int bundle = 0; bundle < bundles.size(); bundle++) {
                    work.on(bundle, share);
                }
            };
            shares.set(share, shares.get(share).thenRunAsync(underAll, pool));
        }
    }

    /** Lets time pass to the end, when everything is counted. */
    public BacktestResult end(ReplayEnd end) {
        while (!decoding.isEmpty()) {
            handOut(decoding.remove().join());
        }
        List<Program> compiledOnce = bundles.stream()
                .map(bundle -> end.program(bundle.program, bundle.newest))
                .toList();
        eachShare((bundle, share) -> bundles.get(bundle).end(share, end, compiledOnce.get(bundle)));
        handedOut.join();
        shares.forEach(CompletableFuture::join);
        List<Volumes> volumes = bundles.stream().map(UnderOneBundle::volumes).toList();
        return new BacktestResult(volumes, bundles.size() < 2 ? null : compared());
    }

    private Compared compared() {
        Compared all = Compared.NOBODY;
        for (int i = 0; i < shares.size(); i++) {
            all = all.and(Compared.of(
                    bundles.get(0).shares.get(i).reach(),
                    bundles.get(1).shares.get(i).reach()));
        }
        return all;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
