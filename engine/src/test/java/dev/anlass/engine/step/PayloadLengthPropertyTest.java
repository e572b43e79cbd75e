package dev.anlass.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.anlass.engine.decide.Action;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rulefile.Loaded;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** No payload and no text is longer than what the limit of its channel is compared with. */
class PayloadLengthPropertyTest {

    private static final List<String> ACTIONS = List.of(
            "payload: {a: \"${e.word}\", text: \"ü\\\"\\\\\\n\"}",
            "payload: {a: \"${e.words}\", b: [\"${e.words[0]}\", 1.5]}",
            "payload: {a: \"${e.number}\", b: \"${e.whole}\", c: \"${e.truth}\", d: \"${e.moment}\", e: \"${e.day}\"}",
            "payload: {a: \"${e.box}\", b: \"${e.time}\"}",
            "payload: {a: \"${metric.sum}\", b: \"${metric.most}\", c: \"${segment.size}\", d: \"${alternatives}\"}",
            "payload: {a: \"${e.truth ? e.word : 'nothing at all'}\", b: \"${e.whole + 1}\", c: \"${e.number * 1e300}\"}",
            "payload: {a: \"${const.names[e.truth ? 'x' : 'y']}\", b: \"${const.words}\"}",
            "payload: {a: \"Dear ${e.word}\"}",
            "payload: {a: \"${e.number}\", text: \"for ${e.number}\"}",
            "payload: {a: \"on ${e.moment} and ${e.whole}\"}",
            "text: {en: \"a ${e.word}\", de-CH: \"\\\"${e.word}\\\", ${customer.tier}\"}",
            "text: {en: \"${e.number}\", de-CH: \"${e.number}\", fr: \"${e.number}\", fa: \"${e.number}\", hi: \"${e.whole}\"}",
            "text: {ar-EG: \"${e.moment}\", my: \"${e.day}\", th-u-nu-thai: \"${e.number}\"}");

    private static final Locale[] LOCALES = Locale.getAvailableLocales();

    private static final int[] CHARACTERS = {'a', 'ä', '€', 0x1F600, '"', '\\', 0, 0x1F, '\n', 0x7F, 0x2028};

    private static final double[] NUMBERS = {
        -Double.MAX_VALUE, -2.2250738585072014E-308, Double.MIN_VALUE, -0.1, -123456789012.12344, 1e300
    };

    private record Rules(Program program, long longest) {}

    private static final List<Rules> RULES =
            ACTIONS.stream().map(PayloadLengthPropertyTest::rules).toList();

    @Property
    void anActionIsNeverLongerThanItsBound(@ForAll long seed) {
        Random random = new Random(seed);
        int which = random.nextInt(RULES.size());
        Rules rules = RULES.get(which);
        Action action = action(rules.program(), random);
        long length = (long) json(action.payload()).length + (action.text() == null ? 0 : json(action.text()).length);
        assertThat(length).as("%s%n%s", ACTIONS.get(which), action).isLessThanOrEqualTo(rules.longest());
    }

    private static Rules rules(String action) {
        String error = load(action, 2).problems().render();
        long longest = Long.parseLong(error.replaceAll("(?s).*can have (\\d+) bytes.*", "$1"));
        Loaded loaded = load(action, longest);
        Bundle bundle =
                Objects.requireNonNull(loaded.bundle(), () -> loaded.problems().render());
        return new Rules(Program.of(List.of(bundle), Settings.DEFAULT.withoutSpread()), longest);
    }

    private static Loaded load(String action, long limit) {
        RuleFiles files = RuleFiles.none()
                .with("catalogue/events.yaml", """
                        events:
                          happened:
                            data: behaviour
                            fields:
                              word: string(12)
                              words: list(string(4))(3)
                              number: double
                              whole: int
                              truth: bool
                              moment: timestamp
                              day: date
                              box: {label: string(6), weight: double}
                        """)
                .with("catalogue/customer.yaml", "attributes: {tier: {type: string(5), data: profile}}")
                .with("catalogue/purposes.yaml", "purposes: {service: {basis: contract}}")
                .with("catalogue/channels.yaml", "channels: {push: {collect_for: none, payload_limit: " + limit + "}}")
                .with("constants.yaml", "names: {x: \"ä\\u0001\\\"\", y: longer than x}\nwords: [one, two]\n")
                .with("metrics/sum.yaml", metric("sum", "sum"))
                .with("metrics/most.yaml", metric("most", "max"))
                .with(
                        "segments/size.yaml",
                        "segment: size\notherwise: unknown\ntypes:\n  large: {score: metric.sum, at_least: 10.0}\n")
                .with("triggers/t.yaml", """
                        trigger: t
                        purpose: service
                        channel: push
                        when: [{step: e, event: happened}]
                        action:
                          name: act
                        """ + action.indent(2));
        return Rulebook.load(files, null);
    }

    private static String metric(String name, String aggregate) {
        return "metric: " + name + "\nevent: happened\npurpose: service\nvalue: event.number\naggregate: " + aggregate
                + "\nover: 2d\nbucket: 1d\n";
    }

    private static Action action(Program program, Random random) {
        Population population = new Population(program, 0);
        Map<String, Object> customer =
                Map.of("tier", text(random, 5), "language", LOCALES[random.nextInt(LOCALES.length)].toLanguageTag());
        List<Emission> emissions = new ArrayList<>();
        for (byte[] event : List.of(event("customer.updated", customer), event("happened", happened(random)))) {
            emissions.addAll(population.accept(program.decoder().decode(event, null)));
        }
        emissions.addAll(population.passUntilDone());
        return emissions.stream()
                .filter(emission -> emission.effect() instanceof Effect.Request)
                .map(emission -> ((Effect.Request) emission.effect()).action())
                .findFirst()
                .orElseThrow(() -> new AssertionError(emissions.toString()));
    }

    private static Map<String, Object> happened(Random random) {
        Map<String, Object> data = new HashMap<>();
        data.put("word", text(random, 12));
        data.put("words", List.of(text(random, 4), text(random, 4), text(random, 4)));
        data.put("number", number(random));
        data.put("whole", random.nextBoolean() ? Long.MIN_VALUE + 1 : random.nextLong() / 2);
        data.put("truth", random.nextBoolean());
        Instant moment = Instant.ofEpochMilli(random.nextLong(-62_000_000_000_000L, 253_000_000_000_000L));
        data.put("moment", moment);
        data.put("day", moment.toString().substring(0, 10));
        data.put("box", Map.of("label", text(random, 6), "weight", number(random)));
        return data;
    }

    private static double number(Random random) {
        if (random.nextBoolean()) {
            return NUMBERS[random.nextInt(NUMBERS.length)];
        }
        double any = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(any) ? any : 1;
    }

    /** Mostly of the greatest length. */
    private static String text(Random random, int longest) {
        int length = random.nextInt(3) == 0 ? random.nextInt(longest + 1) : longest;
        int same = CHARACTERS[random.nextInt(CHARACTERS.length)];
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            int next = random.nextInt(3) == 0 ? CHARACTERS[random.nextInt(CHARACTERS.length)] : same;
            text.appendCodePoint(text.length() + Character.charCount(next) > length ? 0 : next);
        }
        return text.toString();
    }

    private static byte[] event(String type, Map<String, Object> data) {
        Map<String, Object> event = new HashMap<>(Map.of("specversion", "1.0", "id", type, "source", "test"));
        event.putAll(Map.of("type", type, "subject", "c", "time", "2026-03-02T10:00:00Z", "data", data));
        return json(event);
    }

    private static byte[] json(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            write(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> field : map.entrySet()) {
                json.writeFieldName(String.valueOf(field.getKey()));
                write(json, field.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                write(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Double number) {
            json.writeRawValue(Double.isFinite(number) ? number.toString() : "null");
        } else if (value instanceof Long || value instanceof Boolean) {
            json.writeRawValue(value.toString());
        } else {
            json.writeString(value.toString());
        }
    }
}
