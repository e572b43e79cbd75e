package dev.anlass.jobs.replay;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Emission;
import dev.anlass.engine.step.Population;
import dev.anlass.engine.step.Program;
import java.util.List;

/** Some of the customers under one bundle; time passes for them with the events of all. */
final class Share {

    private final int number;
    private final int shares;
    private final Population population;
    private final Volumes volumes;
    private final Reach reach = new Reach();

    /** @param number from 0, below the number of shares */
    Share(int number, int shares, Program program) {
        this.number = number;
        this.shares = shares;
        this.population = new Population(program, Replay.GRACE_MILLIS);
        this.volumes = new Volumes(program.bundles().get(0).triggers().keySet());
    }

    void take(DecodedBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            if (batch.shareOf(i, shares) == number) {
                volumes.summary().count(batch.record(i));
                count(population.accept(batch.record(i)));
            }
            if (batch.newest(i) != Long.MIN_VALUE) {
                count(population.passTo(batch.newest(i) - Replay.GRACE_MILLIS));
            }
        }
    }

    /**
     * Lets time pass to the end.
     *
     * @param newest time of the newest event of all customers, in milliseconds since 1970
     * @param untilTheEnd the program as the end needs it, for all shares
     */
    void end(long newest, ReplayEnd end, Program untilTheEnd) {
        population.under(untilTheEnd);
        if (newest != Long.MIN_VALUE) {
            count(population.accept(new Decoded.Tick(newest)));
        }
        count(end.reach(population));
        volumes.summary().close(population);
        volumes.count(reach);
    }

    private void count(List<Emission> emissions) {
        for (Emission emission : emissions) {
            volumes.count(emission.effect());
            if (emission.effect() instanceof Effect.Record record) {
                reach.count(record.decision());
            }
        }
    }

    Volumes volumes() {
        return volumes;
    }

    Reach reach() {
        return reach;
    }
}
