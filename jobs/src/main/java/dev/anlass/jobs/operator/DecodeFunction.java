package dev.anlass.jobs.operator;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.Rejection;
import dev.anlass.engine.rule.Settings;
import dev.anlass.jobs.connector.EffectJson;
import dev.anlass.jobs.metrics.RecordMetrics;
import java.security.MessageDigest;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Makes arrivals of records. What cannot be accepted goes out as rejected, with the reason; nothing is thrown.
 *
 * <p>It decodes what any published bundle reads, hence also for one that decides only later. For new bundles it looks
 * at most once a second, before a record; they are published at least a minute before they decide.
 */
public final class DecodeFunction extends ProcessFunction<RawRecord, Arrival> {

    private final BundleLibrary library;
    private final EngineSettings settings;
    private transient ActiveBundle bundle;
    private transient RecordMetrics metrics;
    private transient MessageDigest sha256;

    @SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
    public DecodeFunction(BundleLibrary library, Settings settings) {
        this.library = library;
        this.settings = EngineSettings.of(settings);
    }

    @Override
    public void open(OpenContext context) {
        sha256 = RawRecord.sha256();
        bundle = ActiveBundle.open(library, settings.settings());
        metrics = new RecordMetrics(getRuntimeContext().getMetricGroup());
        bundle.measure(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void close() {
        if (bundle != null) {
            bundle.close();
        }
    }

    @Override
    public void processElement(RawRecord raw, Context context, Collector<Arrival> out) {
        bundle.refreshNowAndThen();
        Decoded decoded = raw.decodedBy(bundle.program().decoder());
        if (decoded instanceof Decoded.Accepted accepted) {
            accept(accepted, raw, out);
        } else if (decoded instanceof Decoded.Rejected rejected) {
            reject(rejected, raw, context, out);
        } else if (decoded instanceof Decoded.UnknownType) {
            metrics.unknownType();
        }
    }

    private void accept(Decoded.Accepted accepted, RawRecord raw, Collector<Arrival> out) {
        if (accepted.clockAhead()) {
            metrics.clockAhead();
        }
        if (bundle.concerns(accepted.event().type())) {
            out.collect(new Arrival.OfEvent(accepted.event(), raw.origin(sha256)));
        } else {
            metrics.unread();
        }
    }

    private void reject(Decoded.Rejected rejected, RawRecord raw, Context context, Collector<Arrival> out) {
        Rejection rejection = rejected.rejection();
        Origin origin = raw.origin(sha256);
        metrics.rejected(rejection.reason());
        byte[] line = EffectJson.rejected(rejection, origin.source(), origin.sha256());
        context.output(Outlets.REJECTED, new Outgoing(null, line));
        Decoded.Blocked blocks = rejected.blocks();
        if (blocks != null) {
            out.collect(new Arrival.OfUnreadable(blocks, origin));
        }
    }
}
