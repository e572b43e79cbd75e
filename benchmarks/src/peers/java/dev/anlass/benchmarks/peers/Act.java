package dev.anlass.benchmarks.peers;

/** What a customer did, with a class for each kind and getters, as rule engines like their events. */
public abstract sealed class Act {

    private final long number;
    private final long time;
    private final String customer;

    private Act(ShopEvent event) {
        this.number = event.number();
        this.time = event.time();
        this.customer = event.customer();
    }

    static Act of(ShopEvent event) {
        return switch (event.kind()) {
            case VIEWED -> new Viewed(event);
            case ADDED -> new Added(event);
            case PURCHASED -> new Purchased(event);
            case VISITED -> new Visited(event);
        };
    }

    public long getNumber() {
        return number;
    }

    public long getTime() {
        return time;
    }

    public String getCustomer() {
        return customer;
    }

    /** A product was looked at. */
    public static final class Viewed extends Act {

        Viewed(ShopEvent event) {
            super(event);
        }
    }

    /** An item was put into the basket. */
    public static final class Added extends Act {

        private final String item;
        private final String category;
        private final double price;

        Added(ShopEvent event) {
            super(event);
            this.item = event.item();
            this.category = event.category();
            this.price = event.price();
        }

        public String getItem() {
            return item;
        }

        public String getCategory() {
            return category;
        }

        public double getPrice() {
            return price;
        }
    }

    /** An item was bought. */
    public static final class Purchased extends Act {

        private final String item;

        Purchased(ShopEvent event) {
            super(event);
            this.item = event.item();
        }

        public String getItem() {
            return item;
        }
    }

    /** A shop was visited. */
    public static final class Visited extends Act {

        Visited(ShopEvent event) {
            super(event);
        }
    }
}
