package dev.anlass.benchmarks.throughput;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.anlass.jobs.operator.RawRecord;
import java.io.IOException;
import java.time.OffsetDateTime;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Reads the events of the mix as one would by hand: streaming, each field once, what is not needed skipped. */
final class LimitDecoder extends ProcessFunction<RawRecord, LimitEvent> {

    private static final long serialVersionUID = 1L;
    private static final JsonFactory JSON = new JsonFactory();
    private static final String TICK = "tick";
    private static final int UTC_SECONDS_LENGTH = 20;
    private static final int UTC_MILLIS_LENGTH = 24;
    private static final int DAYS_UNTIL_1970 = 719_468;

    @Override
    public void processElement(RawRecord raw, Context context, Collector<LimitEvent> out) throws IOException {
        LimitEvent event = new LimitEvent();
        try (JsonParser parser = JSON.createParser(raw.value())) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                envelope(name, parser, event);
            }
        }
        if (!event.type.equals(TICK)) {
            out.collect(event);
        }
    }

    private static void envelope(String name, JsonParser parser, LimitEvent event) throws IOException {
        JsonToken value = parser.nextToken();
        switch (name) {
            case "id" -> event.id = parser.getText();
            case "source" -> event.source = parser.getText();
            case "type" -> event.type = parser.getText();
            case "subject" -> event.customer = parser.getText();
            case "time" -> event.time = millis(parser.getText());
            case "data" -> data(parser, event);
            default -> {
                if (value.isStructStart()) {
                    parser.skipChildren();
                }
            }
        }
    }

    private static void data(JsonParser parser, LimitEvent event) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "product_id" -> event.product = parser.getText();
                case "category" -> event.category = parser.getText();
                case "price", "total" -> event.amount = parser.getDoubleValue();
                case "lat" -> event.latitude = parser.getDoubleValue();
                case "lon" -> event.longitude = parser.getDoubleValue();
                default -> {
                    if (value.isStructStart()) {
                        parser.skipChildren();
                    }
                }
            }
        }
    }

    /** Times in UTC to the second or the millisecond by hand, others by the library. */
    private static long millis(String text) {
        boolean isMillis = text.length() == UTC_MILLIS_LENGTH && text.charAt(UTC_MILLIS_LENGTH - 1) == 'Z';
        boolean isSeconds = text.length() == UTC_SECONDS_LENGTH && text.charAt(UTC_SECONDS_LENGTH - 1) == 'Z';
        if (!isMillis && !isSeconds) {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        }
        long days = days(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        long seconds = ((days * 24 + number(text, 11, 13)) * 60 + number(text, 14, 16)) * 60 + number(text, 17, 19);
        return seconds * 1_000 + (isMillis ? number(text, 20, 23) : 0);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    /** Days since 1970, counted in years that begin in March. */
    private static long days(int year, int month, int day) {
        long years = month <= 2 ? year - 1 : year;
        long inYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return years * 365 + years / 4 - years / 100 + years / 400 + inYear - DAYS_UNTIL_1970;
    }
}
