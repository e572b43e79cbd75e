package dev.anlass.jobs.push.provider;

import dev.anlass.jobs.push.Answer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * What is answered where the provider did not: what surely never reached it may be sent again, of anything else nobody
 * knows. Texts of exceptions are left alone, since they may name addresses.
 */
final class NoReply {

    static final String CANNOT_CONNECT = "cannot_connect";

    static final Answer TIMEOUT = new Answer.Unclear("timeout");

    private NoReply() {}

    static Answer to(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null //
                ? failure.getCause()
                : failure;
        if (cause instanceof NotSent notSent) {
            return notSent.answer();
        }
        if (isBeforeSending(cause)) {
            return new Answer.Busy(CANNOT_CONNECT, 0);
        }
        if (cause instanceof HttpTimeoutException
                || cause instanceof TimeoutException
                || cause instanceof CancellationException) {
            return TIMEOUT;
        }
        if (cause instanceof RejectedExecutionException) {
            return new Answer.Busy("closed", 0);
        }
        return cause instanceof IOException ? broken(cause) : new Answer.Refused("unsendable");
    }

    private static boolean isBeforeSending(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof SSLHandshakeException;
    }

    private static Answer broken(Throwable cause) {
        boolean tooMany = "too many concurrent streams".equals(cause.getMessage());
        return tooMany ? new Answer.Busy("too_many_streams", 0) : new Answer.Unclear("connection_broken");
    }
}
