package dev.anlass.jobs.operator;

import org.apache.flink.streaming.api.TimerService;

/** Alarms as timers of Flink, which keeps them in the state and in every snapshot. */
final class FlinkAlarms implements Alarms {

    private final TimerService timers;

    FlinkAlarms(TimerService timers) {
        this.timers = timers;
    }

    @Override
    public void move(CustomerKey customer, long insteadOf, long at) {
        if (insteadOf != Long.MAX_VALUE) {
            timers.deleteEventTimeTimer(insteadOf);
        }
        if (at != Long.MAX_VALUE) {
            timers.registerEventTimeTimer(at);
        }
    }
}
