package dev.anlass.jobs.operator;

/** Says to every subtask that there is something new in the library. */
public sealed interface News permits Announcement, StopChange {}
