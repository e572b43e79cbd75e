package dev.anlass.jobs.push.gateway;

import java.util.concurrent.CompletableFuture;

/** Where events of apps go. */
@FunctionalInterface
public interface AppEventTaker {

    /** Completes when the event is kept, and fails if it is not. The same event may be taken twice. */
    CompletableFuture<Void> take(AppEvent event);
}
