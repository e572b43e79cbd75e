package dev.anlass.jobs.demo.city;

import java.util.List;

/** Something that the shop of the generated day sells. */
record Product(String id, String name, String category, String brand, long cents) {

    private static final List<Product> ASSORTMENT = List.of(
            new Product("g-101", "Atlas", "game", "Nordlicht", 39_00),
            new Product("g-102", "Hafenmeister", "game", "Nordlicht", 44_90),
            new Product("g-103", "Brückenbauer", "game", "Kartenhaus", 24_50),
            new Product("g-104", "Lawinenhund", "game", "Kartenhaus", 19_90),
            new Product("g-105", "Vogelzug", "game", "Nordlicht", 52_00),
            new Product("b-201", "Winterkalender", "book", "Seeverlag", 32_00),
            new Product("b-202", "Kochbuch vom See", "book", "Seeverlag", 48_00),
            new Product("b-203", "Uhrenlexikon", "book", "Limmat & Sohn", 26_00),
            new Product("b-204", "Nachtzug", "book", "Limmat & Sohn", 18_00),
            new Product("b-205", "Wanderführer", "book", "Seeverlag", 29_80),
            new Product("t-301", "Murmelspiel", "toy", "Tannholz", 89_00),
            new Product("t-302", "Baukasten", "toy", "Tannholz", 64_90),
            new Product("t-303", "Drachen", "toy", "Windig", 34_00),
            new Product("t-304", "Kreisel", "toy", "Tannholz", 9_50),
            new Product("a-401", "Kopfhörer Stille 2", "audio", "Klangwerk", 149_00),
            new Product("a-402", "Küchenradio", "audio", "Klangwerk", 119_00),
            new Product("a-403", "Plattenspieler Eins", "audio", "Klangwerk", 289_00),
            new Product("h-501", "Wasserkocher", "home", "Alltag", 59_90),
            new Product("h-502", "Leselicht", "home", "Alltag", 79_00),
            new Product("h-503", "Teekessel", "home", "Alltag", 42_00),
            new Product("h-504", "Wollteppich", "home", "Wollgras", 99_00),
            new Product("s-601", "Rucksack 28 l", "outdoor", "Firn", 139_00),
            new Product("s-602", "Trinkbecher", "outdoor", "Firn", 27_00),
            new Product("s-603", "Stirnlicht", "outdoor", "Firn", 54_90),
            new Product("s-604", "Schal", "outdoor", "Wollgras", 29_00));

    /** One of everything that is sold. */
    static Product any(Dice dice) {
        return dice.oneOf(ASSORTMENT);
    }

    /** The event with what is known of the product. */
    CityEvent in(CityEvent event) {
        return event.with("product_id", id)
                .with("name", name)
                .with("category", category)
                .with("brand", brand)
                .withCents("price", cents);
    }
}
