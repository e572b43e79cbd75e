package dev.anlass.jobs.report;

/**
 * How much more often customers with the action came to the outcome than those of the control group, with its 95 % interval.
 *
 * <p>The interval is Newcombe's hybrid score interval: R. G. Newcombe, Interval estimation for the difference between
 * independent proportions, Statistics in Medicine 17 (1998) 873-890, method 10. It combines the score intervals of Wilson of the two
 * proportions.
 */
public record Difference(Share treated, Share control) {

    /** The 97.5 % quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    /** So many of so many. */
    public record Share(long successes, long customers) {

        public Share {
            if (successes < 0 || successes > customers) {
                throw new IllegalArgumentException(successes + " of " + customers);
            }
        }

        public double rate() {
            return customers == 0 ? Double.NaN : (double) successes / customers;
        }

        /** Lower end of Wilson's score interval. */
        double lower() {
            return centre() - spread();
        }

        double upper() {
            return centre() + spread();
        }

        private double centre() {
            return (successes + Z * Z / 2) / (customers + Z * Z);
        }

        private double spread() {
            double rate = rate();
            return Z * Math.sqrt(customers * rate * (1 - rate) + Z * Z / 4) / (customers + Z * Z);
        }
    }

    /** Whether there is anybody on both sides. */
    public boolean isKnown() {
        return treated.customers() > 0 && control.customers() > 0;
    }

    public double estimate() {
        return treated.rate() - control.rate();
    }

    public double lower() {
        double down = treated.rate() - treated.lower();
        double up = control.upper() - control.rate();
        return estimate() - Math.sqrt(down * down + up * up);
    }

    public double upper() {
        double up = treated.upper() - treated.rate();
        double down = control.rate() - control.lower();
        return estimate() + Math.sqrt(up * up + down * down);
    }
}
