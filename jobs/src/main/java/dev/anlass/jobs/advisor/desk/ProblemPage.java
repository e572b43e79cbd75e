package dev.anlass.jobs.advisor.desk;

/**
 * Something cannot be shown.
 *
 * @param key what its texts begin with
 */
public record ProblemPage(Frame frame, String key) {}
