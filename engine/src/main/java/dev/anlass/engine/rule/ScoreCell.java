package dev.anlass.engine.rule;

import org.jspecify.annotations.Nullable;

/**
 * What a score table says of one action, to customers of one type of its segment or to all.
 *
 * @param action the name of the action
 * @param type a type of the table's segment; null for the cell over all of them
 * @param offered how many trials there were, each counted less the longer ago it is
 * @param accepted how many of them came to a success
 * @param belief what is believed of the probability of a success
 * @param propensity the probability that was drawn from the belief, with which actions are scored
 */
public record ScoreCell(
        String action, @Nullable String type, double offered, double accepted, Belief belief, double propensity) {}
