package dev.anlass.jobs.push.stream;

import dev.anlass.jobs.push.Answer;
import dev.anlass.jobs.push.Parcel;
import dev.anlass.jobs.push.Provider;
import dev.anlass.jobs.push.Sender;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The way from one subtask to one provider: so many at once, so many a second, and none while the provider is down, but
 * for a few that try. Who finds no place waits here by key, or comes again later if too many wait.
 */
final class Line implements AutoCloseable {

    /** How many customers wait here at most; the others come again later. */
    static final int MAX_WAITING = 50_000;

    private static final int LOOKED_AT = 100;

    /** After how many answers it may be taken to be down. */
    static final int LOOKED_AT_FIRST = 20;

    private static final int BAD_PERCENT = 50;
    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration PERIOD = Duration.ofMillis(100);
    private static final double PERIODS_A_SECOND = 10;

    private final Provider provider;
    private final Sender sender;
    private final int most;
    private final CircuitBreaker breaker;
    private final @Nullable RateLimiter limiter;
    private final Set<String> waiting = new LinkedHashSet<>();
    private int inFlight;
    private boolean isShut;

    Line(Provider provider, Sender sender, Limits limits) {
        this.provider = provider;
        this.sender = sender;
        this.most = limits.inFlight();
        this.breaker = CircuitBreaker.of(
                provider.word(),
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(LOOKED_AT)
                        .minimumNumberOfCalls(LOOKED_AT_FIRST)
                        .failureRateThreshold(BAD_PERCENT)
                        .waitIntervalFunctionInOpenState(
                                IntervalFunction.ofExponentialBackoff(FIRST_PAUSE, 2, LONGEST_PAUSE))
                        .permittedNumberOfCallsInHalfOpenState(TRIES)
                        .build());
        Double perSecond = limits.perSecond().get(provider);
        this.limiter = perSecond == null ? null : RateLimiter.of(provider.word(), rate(perSecond));
    }

    private static RateLimiterConfig rate(double perSecond) {
        boolean isSlow = perSecond < PERIODS_A_SECOND;
        return RateLimiterConfig.custom()
                .limitForPeriod((int) Math.max(1, Math.round(isSlow ? perSecond : perSecond / PERIODS_A_SECOND)))
                .limitRefreshPeriod(isSlow ? Duration.ofSeconds(1) : PERIOD)
                .timeoutDuration(Duration.ZERO)
                .build();
    }

    Provider provider() {
        return provider;
    }

    /** Takes a place, if there is one now. */
    boolean enter() {
        isShut = inFlight >= most || !breaker.tryAcquirePermission();
        if (!isShut && limiter != null && !limiter.acquirePermission()) {
            breaker.releasePermission();
            isShut = true;
        }
        inFlight += isShut ? 0 : 1;
        return !isShut;
    }

    /** Gives the place free. */
    void leave() {
        inFlight--;
    }

    CompletableFuture<Answer> send(Parcel parcel) {
        return sender.send(parcel);
    }

    /** A provider that refuses a message is well. */
    void heard(Answer answer, long tookNanos) {
        if (answer instanceof Answer.Busy || answer instanceof Answer.Unclear) {
            breaker.onError(tookNanos, TimeUnit.NANOSECONDS, new BadAnswer());
        } else {
            breaker.onSuccess(tookNanos, TimeUnit.NANOSECONDS);
        }
    }

    /** Waits for a place; whether there is room to wait. */
    boolean await(String key) {
        boolean hasRoom = waiting.size() < MAX_WAITING || waiting.contains(key);
        if (hasRoom) {
            waiting.add(key);
        }
        return hasRoom;
    }

    /** Who has waited longest; null if nobody waits, or none would find a place. */
    @Nullable
    String next() {
        if (isShut || waiting.isEmpty()) {
            return null;
        }
        Iterator<String> first = waiting.iterator();
        String key = first.next();
        first.remove();
        return key;
    }

    /** Somebody may find a place again. */
    void lookAgain() {
        isShut = false;
    }

    int inFlight() {
        return inFlight;
    }

    int waiting() {
        return waiting.size();
    }

    boolean isDown() {
        return breaker.getState() != CircuitBreaker.State.CLOSED;
    }

    @Override
    public void close() {
        sender.close();
    }

    /** An answer that speaks of trouble. */
    private static final class BadAnswer extends Exception {

        private static final long serialVersionUID = 1L;

        BadAnswer() {
            super(null, null, false, false);
        }
    }
}
