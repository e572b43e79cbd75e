package dev.anlass.engine.match;

import java.util.List;

/**
 * The triggers of one event type that need the same permission.
 *
 * @param triggers names of those that have a step of the type
 */
record NeedGroup(Need need, List<String> triggers) {}
