package dev.anlass.jobs.operator;

import org.apache.flink.util.OutputTag;

/** The ways out beside the actions. */
public final class Outlets {

    public static final OutputTag<Outgoing> DECISIONS = new OutputTag<>("decisions", HandType.OUTGOING);
    public static final OutputTag<Outgoing> REJECTED = new OutputTag<>("rejected", HandType.OUTGOING);

    private Outlets() {}
}
