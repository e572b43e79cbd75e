package dev.anlass.engine.rulefile;

import dev.anlass.engine.rule.Trigger;

/**
 * A trigger as it was read, and where its name stands.
 *
 * @param isBroken whether errors were found in it, so that parts of it are missing
 */
record ReadTrigger(Trigger trigger, Spot at, boolean isBroken) {}
