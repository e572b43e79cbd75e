package dev.anlass.jobs.demo.city;

import dev.anlass.engine.place.Fence;
import dev.anlass.jobs.demo.city.Transmission.Sent;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A day of many customers in a city as records of CloudEvents, in the order in which they arrive. Generated, not
 * recorded.
 *
 * <p>Who the customers are, what they permitted and a little of what they did in the weeks before comes first. Equal
 * seeds give equal bytes, and a customer's day does not depend on how many others there are. An episode is written down
 * when it begins and forgotten when it has been sent, so that only what is under way is in memory.
 */
public final class CityDay implements Iterator<byte[]> {

    /** When the day begins: Monday, 24 November 2025, in Zürich. In milliseconds since 1970. */
    public static final long MIDNIGHT = Hours.MIDNIGHT;

    private static final Comparator<Strand> BY_ARRIVAL = Comparator.comparingLong(Strand::arrival)
            .thenComparingInt(strand -> strand.episode.person().number())
            .thenComparing(strand -> strand.episode.name());

    private final PriorityQueue<Strand> strands = new PriorityQueue<>(BY_ARRIVAL);

    /** An episode and how much of it has been sent. */
    private static final class Strand {

        private final Episode episode;
        private @Nullable List<Sent> sent;
        private int next;

        Strand(Episode episode) {
            this.episode = episode;
        }

        /** When the next record arrives; before it is known, the start of the episode. */
        long arrival() {
            return sent == null ? episode.start() : sent.get(next).arrival();
        }
    }

    /** @param fences where the customers go */
    public CityDay(long seed, int customers, List<Fence> fences) {
        City city = City.around(fences);
        for (int number = 0; number < customers; number++) {
            DayPlan.of(Person.of(seed, number), city).forEach(episode -> strands.add(new Strand(episode)));
        }
        open();
    }

    @Override
    public boolean hasNext() {
        return !strands.isEmpty();
    }

    @Override
    public byte[] next() {
        Strand strand = strands.poll();
        if (strand == null || strand.sent == null) {
            throw new NoSuchElementException("the day is over");
        }
        byte[] bytes = strand.sent.get(strand.next).bytes();
        strand.next++;
        if (strand.next < strand.sent.size()) {
            strands.add(strand);
        }
        open();
        return bytes;
    }

    /** Writes down what begins next, until the first strand is one that is under way. */
    private void open() {
        while (!strands.isEmpty() && strands.peek().sent == null) {
            Strand strand = strands.remove();
            strand.sent = Transmission.of(strand.episode);
            if (!strand.sent.isEmpty()) {
                strands.add(strand);
            }
        }
    }
}
