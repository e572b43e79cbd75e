package dev.anlass.benchmarks.question;

import dev.anlass.benchmarks.measure.TemporaryDirectory;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rulefile.Loaded;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.engine.step.CustomerState;
import dev.anlass.engine.step.Engine;
import dev.anlass.engine.step.Input;
import dev.anlass.engine.step.Program;
import dev.anlass.engine.step.StepResult;
import java.io.IOException;
import java.util.List;

/** One customer of a shop under {@link CategoryRules}. */
record CategoryShop(Program program) {

    static final String CUSTOMER = "c-4711";

    private static final long MORNING = 1_772_442_000_000L;
    private static final long GRACE_MILLIS = 5_000;

    /** With so many triggers. */
    static CategoryShop of(int triggers) throws IOException {
        try (TemporaryDirectory directory = TemporaryDirectory.create()) {
            CategoryRules.write(directory.path(), triggers);
            Loaded loaded = Rulebook.load(RuleFiles.read(directory.path()), "categories");
            Bundle bundle = loaded.bundle();
            if (bundle == null) {
                throw new IllegalStateException(loaded.problems().render());
            }
            return new CategoryShop(Program.of(List.of(bundle), Settings.DEFAULT));
        }
    }

    /** Of a customer who permits everything and of whom nothing else is known. */
    CustomerState permitting() {
        Event consent = JsonEvent.consent(CUSTOMER, "offers", MORNING).decodedBy(program.decoder());
        return then(CustomerState.fresh(CUSTOMER), consent);
    }

    /**
     * Of a customer who has looked at something of each of the first categories; it is long ago enough that no late event
     * can come before it.
     */
    CustomerState looking(int chains) {
        CustomerState state = permitting();
        for (int i = 0; i < chains; i++) {
            state = then(state, looked(i, 60 + i));
        }
        return then(state, looked(-1, 600));
    }

    CustomerState then(CustomerState before, Event event) {
        return step(before, event).state();
    }

    StepResult step(CustomerState before, Event event) {
        return Engine.step(program, before, new Input.Arrived(event, event.time() - GRACE_MILLIS));
    }

    /** @param category -1 for one that no trigger names */
    Event looked(int category, int atSecond) {
        return product("product.viewed", category, atSecond);
    }

    /** @param category of a product that was looked at; -1 for one that no trigger names */
    Event putIntoBasket(int category, int atSecond) {
        return product("cart.product_added", category, atSecond);
    }

    Event visited(int atSecond) {
        return event("store.visited", atSecond, "{\"store_id\":\"s-12\"}");
    }

    private Event product(String type, int category, int atSecond) {
        String data = "{\"product_id\":\"p" + category + "\",\"name\":\"A thing\",\"category\":\""
                + CategoryRules.category(category) + "\",\"brand\":\"Acme\",\"price\":"
                + (CategoryRules.PRICE_ABOVE + 5) + "}";
        return event(type, atSecond, data);
    }

    private Event event(String type, int atSecond, String data) {
        String id = type + "-" + atSecond;
        return new JsonEvent(type, CUSTOMER, id, MORNING + atSecond * 1_000L, data).decodedBy(program.decoder());
    }
}
