package dev.anlass.jobs.demo.city;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Something that is wrong with a record on the wire. */
enum Blemish {
    CUT_OFF {
        @Override
        byte[] of(CityEvent event) {
            byte[] whole = EventText.of(event);
            return Arrays.copyOf(whole, whole.length / 2);
        }
    },
    NO_JSON {
        @Override
        byte[] of(CityEvent event) {
            return ("ping " + event.id()).getBytes(StandardCharsets.UTF_8);
        }
    },
    NO_SUBJECT {
        @Override
        byte[] of(CityEvent event) {
            return edited(event, "\"subject\":\"" + event.customer() + "\",", "");
        }
    },
    BAD_TIME {
        @Override
        byte[] of(CityEvent event) {
            return edited(event, "\"time\":\"", "\"time\":\"about ");
        }
    },
    WRONG_TYPE {
        @Override
        byte[] of(CityEvent event) {
            CityEvent wrong = event;
            for (String field : List.of("price", "amount", "stars", "accuracy", "order_id")) {
                if (event.data().containsKey(field)) {
                    wrong = wrong.with(field, List.of("?"));
                }
            }
            return EventText.of(wrong.ofType(wrong == event ? UNKNOWN : event.type()));
        }
    },
    OFF_THE_EARTH {
        @Override
        byte[] of(CityEvent event) {
            return EventText.of(
                    event.data().containsKey("lat") ? event.with("lat", 91) : event.ofType("location.reported"));
        }
    },
    UNKNOWN_TYPE {
        @Override
        byte[] of(CityEvent event) {
            return EventText.of(event.ofType(UNKNOWN));
        }
    },
    TOO_LARGE {
        @Override
        byte[] of(CityEvent event) {
            return EventText.of(event.with("log", "x".repeat(TOO_LARGE_BYTES)));
        }
    };

    private static final String UNKNOWN = "weather.changed";
    private static final int TOO_LARGE_BYTES = 66_000;

    /** The bytes of the event with this blemish. */
    abstract byte[] of(CityEvent event);

    static Blemish any(Dice dice) {
        return dice.oneOf(List.of(values()));
    }

    private static byte[] edited(CityEvent event, String part, String replacement) {
        String text = new String(EventText.of(event), StandardCharsets.UTF_8);
        return text.replace(part, replacement).getBytes(StandardCharsets.UTF_8);
    }
}
