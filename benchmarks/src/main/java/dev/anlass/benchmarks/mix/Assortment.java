package dev.anlass.benchmarks.mix;

/** What the shop sells: 1,000 categories of 20 products each, at prices from 1 to 200. */
final class Assortment {

    static final int CATEGORIES = 1_000;
    static final int PRODUCTS_PER_CATEGORY = 20;

    private static final int PRODUCTS = CATEGORIES * PRODUCTS_PER_CATEGORY;
    private static final int LEAST_CENTS = 1_00;
    private static final int MOST_CENTS = 200_00;
    private static final int BRANDS = 200;

    private Assortment() {}

    static int any(Dice dice) {
        return dice.below(PRODUCTS);
    }

    /** Another product of the same category, or the same one. */
    static int neighbour(int product, Dice dice) {
        return product - product % PRODUCTS_PER_CATEGORY + dice.below(PRODUCTS_PER_CATEGORY);
    }

    static String id(int product) {
        return "p" + product;
    }

    static String name(int product) {
        return "Product " + product;
    }

    static String category(int product) {
        return "c" + product / PRODUCTS_PER_CATEGORY;
    }

    static String brand(int product) {
        return "brand-" + product % BRANDS;
    }

    /** The price in hundredths. */
    static long cents(int product) {
        return new Dice(product, 0).between(LEAST_CENTS, MOST_CENTS);
    }
}
