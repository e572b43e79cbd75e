package dev.anlass.benchmarks.peers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.anlass.benchmarks.peers.ShopEvent.Kind;
import dev.anlass.jobs.operator.RawRecord;
import java.io.IOException;
import java.time.Instant;
import org.apache.flink.api.common.functions.MapFunction;

/** Reads the events of the shop and nothing else, as one writes it by hand for a job that knows its events. */
final class ShopEventReader implements MapFunction<RawRecord, ShopEvent> {

    private static final long serialVersionUID = 1L;
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public ShopEvent map(RawRecord record) throws IOException {
        try (JsonParser json = JSON.createParser(record.value())) {
            return new Reading(json).event();
        }
    }

    private static final class Reading {

        private final JsonParser json;
        private long number;
        private long time;
        private Kind kind = Kind.VIEWED;
        private String customer = "";
        private String item = "";
        private String category = "";
        private double price;

        Reading(JsonParser json) {
            this.json = json;
        }

        ShopEvent event() throws IOException {
            json.nextToken();
            object();
            return new ShopEvent(number, time, kind, customer, item, category, price);
        }

        private void object() throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "id" -> number = Long.parseLong(json.getText());
                    case "type" -> kind = Kind.ofType(json.getText());
                    case "subject" -> customer = json.getText();
                    case "time" -> time = Instant.parse(json.getText()).toEpochMilli();
                    case "item" -> item = json.getText();
                    case "category" -> category = json.getText();
                    case "price" -> price = json.getDoubleValue();
                    case "data" -> object();
                    default -> json.skipChildren();
                }
            }
        }
    }
}
