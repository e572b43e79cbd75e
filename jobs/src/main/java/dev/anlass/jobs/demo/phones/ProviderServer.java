package dev.anlass.jobs.demo.phones;

import dev.anlass.jobs.demo.phones.Call.Reply;
import dev.anlass.jobs.push.Provider;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** A server that stands for a provider: it keeps what arrives, and goes wrong as it is told. */
abstract class ProviderServer implements AutoCloseable {

    private final Provider provider;
    private final InstantSource clock;
    private final Arrivals arrivals = new Arrivals();
    private final TlsServer server;

    private volatile Faults faults = Faults.NONE;
    private volatile Outage outage = Outage.NONE;
    private volatile @Nullable Call last;

    ProviderServer(Provider provider, LocalCertificates certificates, EventLoopGroup threads, InstantSource clock)
            throws IOException {
        this.provider = provider;
        this.clock = clock;
        server = new TlsServer(certificates, threads, this::answer);
    }

    /** What it says to a message that is to go well; a message that it takes is handed to the letter box. */
    abstract Reply take(Call call, LetterBox letterBox);

    /** An error in its own words. */
    abstract Reply error(int status);

    /** What it says to a request that is no message; null if it is one. */
    @Nullable
    Reply aside(Call call) {
        return null;
    }

    /** Keeps what arrives with one request. */
    interface LetterBox {
        void put(Content content);
    }

    /** What arrived, to be completed with where and when. */
    interface Content {
        Arrived arrived(boolean answered, long at);
    }

    private @Nullable Reply answer(Call call) {
        Reply aside = aside(call);
        if (aside != null) {
            return aside;
        }
        last = call;
        long request = arrivals.request();
        Fault fault = outage == Outage.UNAVAILABLE ? Fault.error(503) : faults.of(provider, request);
        switch (fault.kind()) {
            case ERROR -> {
                arrivals.failed();
                return failed(call, fault);
            }
            case SILENT_BEFORE -> {
                arrivals.silent();
                return null;
            }
            case NONE -> {
                return taken(call, true);
            }
            case SILENT_AFTER -> {
                taken(call, false);
                return null;
            }
        }
        throw new IllegalStateException("every kind of fault was thought of");
    }

    private Reply failed(Call call, Fault fault) {
        Reply reply = error(fault.status());
        if (fault.retryAfterSeconds() != 0) {
            return reply.with("retry-after", Integer.toString(fault.retryAfterSeconds()));
        }
        return fault.status() / 100 == 3 ? reply.with("location", address() + call.path()) : reply;
    }

    private Reply taken(Call call, boolean answered) {
        Reply reply = take(call, content -> arrivals.add(content.arrived(answered, clock.millis())));
        if (reply.status() / 100 != 2) {
            arrivals.refused();
        }
        return reply;
    }

    String address() {
        return server.address();
    }

    Provider provider() {
        return provider;
    }

    InstantSource clock() {
        return clock;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    /** The newest request for a message, as it came. */
    @Nullable
    Call last() {
        return last;
    }

    void faults(Faults faults) {
        this.faults = faults;
    }

    void outage(Outage outage) throws IOException {
        this.outage = outage;
        server.listen(outage != Outage.UNREACHABLE);
    }

    @Override
    public void close() {
        server.close();
    }
}
