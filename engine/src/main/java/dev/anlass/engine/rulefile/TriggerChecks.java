package dev.anlass.engine.rulefile;

import dev.anlass.engine.rule.Trigger;

/** Finds what cannot be meant in a trigger that is right by itself in each of its parts. */
final class TriggerChecks {

    private TriggerChecks() {}

    static void check(Trigger trigger, Section section, Uses uses, Reading reading) {
        uses.checkPurpose(trigger.purpose(), reading);
    }
}
