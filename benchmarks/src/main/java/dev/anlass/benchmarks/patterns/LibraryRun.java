package dev.anlass.benchmarks.patterns;

import dev.anlass.jobs.connector.RecordSource.InTopic;
import dev.anlass.jobs.operator.HandType;
import dev.anlass.jobs.operator.RawRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/** The library over a whole stream, until its watermark has passed everything. */
final class LibraryRun {

    private LibraryRun() {}

    /**
     * What it finds, as often as it finds it.
     *
     * @param arriving in the order of arrival
     */
    static List<FoundMatch> matches(List<DatedRecord> arriving, Duration bound) {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1);
        environment.getConfig().enableObjectReuse();
        var records = environment.fromData(raw(arriving), HandType.RAW_RECORD);
        List<FoundMatch> found = new ArrayList<>();
        try (CloseableIterator<FoundMatch> matches =
                PatternTopology.build(records, ShopPatterns.all(), bound).executeAndCollect("patterns")) {
            matches.forEachRemaining(found::add);
            return found;
        } catch (Exception e) {
            throw new IllegalStateException("the library failed", e);
        }
    }

    static List<RawRecord> raw(List<DatedRecord> arriving) {
        List<RawRecord> records = new ArrayList<>();
        for (DatedRecord record : arriving) {
            records.add(new RawRecord(new InTopic("shop", 0, records.size()), null, Map.of(), record.json()));
        }
        return records;
    }
}
