package dev.anlass.jobs.demo.phones;

import dev.anlass.jobs.push.Provider;
import java.util.SplittableRandom;

/** Which requests go wrong. Asked by several threads at once. */
@FunctionalInterface
public interface Faults {

    Faults NONE = (provider, request) -> Fault.NONE;

    /** @param request the number of the request to this provider, from 0 */
    Fault of(Provider provider, long request);

    /**
     * Some, at random; the same ones for the same seed.
     *
     * @param errors share of requests that get 429, 500 or 503; half of the 429 ask for a wait of a second
     * @param silences share that get no answer: half of them are accepted all the same
     */
    static Faults random(long seed, double errors, double silences) {
        return (provider, request) -> {
            SplittableRandom random = new SplittableRandom(
                    seed + 31 * request + 1_000_003L * provider.word().hashCode());
            double chance = random.split().nextDouble();
            if (chance < errors) {
                return switch (random.nextInt(4)) {
                    case 0 -> Fault.error(429, 1);
                    case 1 -> Fault.error(429);
                    case 2 -> Fault.error(500);
                    default -> Fault.error(503);
                };
            }
            if (chance < errors + silences) {
                return random.nextBoolean() ? Fault.SILENT_BEFORE : Fault.SILENT_AFTER;
            }
            return Fault.NONE;
        };
    }
}
