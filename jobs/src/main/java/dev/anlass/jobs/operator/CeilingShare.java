package dev.anlass.jobs.operator;

/**
 * The share of one subtask in what all of them may send out in a minute.
 *
 * <p>The shares of a minute add up to the ceiling. What does not divide goes round: in each minute the subtasks that come
 * next have one more, so that a ceiling below their number reaches each of them in turn.
 *
 * @param subtask from 0
 */
record CeilingShare(int subtask, int subtasks) {

    /** @param minute since 1970 */
    int of(int ceiling, long minute) {
        int remainder = ceiling % subtasks;
        long first = Math.floorMod(minute * remainder, (long) subtasks);
        boolean hasOneMore = Math.floorMod(subtask - first, (long) subtasks) < remainder;
        return ceiling / subtasks + (hasOneMore ? 1 : 0);
    }
}
