package dev.anlass.engine.match;

import dev.anlass.engine.rule.Purpose;
import java.util.Set;

/**
 * What a rule needs permission for: its purpose and the data categories that it reads.
 *
 * @param number of the need in its program, from 0; rules with equal needs share it
 */
record Need(int number, Purpose purpose, Set<String> categories) {}
