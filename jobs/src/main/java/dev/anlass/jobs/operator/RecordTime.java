package dev.anlass.jobs.operator;

import java.io.Serializable;

/** How far a record says that time has come. */
interface RecordTime extends Serializable {

    /** Stands for a record that says nothing. */
    long NOTHING = Long.MIN_VALUE;

    /** In milliseconds since 1970, or {@link #NOTHING}. */
    long of(RawRecord raw);
}
