package dev.anlass.jobs.demo.city;

import java.util.List;

/** Somebody is away for the day: the phone finds another network, the card is tried there. */
final class TripAbroad implements Episode.Story {

    private static final double DECLINED = 0.2;
    private static final double TRIES_AGAIN = 0.6;
    private static final double BUYS_A_PACKAGE = 0.3;
    private static final int MOST_PAYMENTS = 3;
    private static final int MOST_HOURS_ONLINE = 6;

    private static final List<Country> COUNTRIES = List.of(
            new Country("DE", "EUR", "Funk Nord"),
            new Country("IT", "EUR", "Onda Mobile"),
            new Country("GB", "GBP", "Islandcall"),
            new Country("US", "USD", "Prairie Wireless"),
            new Country("TR", "TRY", "Bosfor"));

    private final Person person;

    private record Country(String code, String currency, String operator) {}

    TripAbroad(Person person) {
        this.person = person;
    }

    @Override
    public void tell(Diary diary, long start, Dice dice) {
        Country country = dice.oneOf(COUNTRIES);
        diary.add(diary.event(Diary.NETWORK, "network.registered", start)
                .with("country", country.code())
                .with("operator", country.operator()));
        long time = start;
        for (int hours = dice.count(2, MOST_HOURS_ONLINE); hours > 0; hours--) {
            time += dice.between(20, 80) * Hours.MINUTE;
            diary.add(diary.event(Diary.NETWORK, "data.used", time)
                    .with("country", country.code())
                    .withDecimal("megabytes", dice.between(100, 2_400) / 10.0, 1));
        }
        if (dice.chance(BUYS_A_PACKAGE)) {
            diary.add(diary.event(Diary.NETWORK, "roaming.package_bought", time + dice.between(1, 50) * Hours.MINUTE)
                    .with("package", "week-3gb")
                    .withCents("price", 19_90));
        }
        for (int payments = dice.count(0, MOST_PAYMENTS); payments > 0; payments--) {
            pay(country, diary, start + dice.between(30, 400) * Hours.MINUTE, dice);
        }
    }

    private void pay(Country country, Diary diary, long time, Dice dice) {
        long cents = dice.between(8_00, 220_00);
        if (dice.chance(DECLINED)) {
            diary.add(card("card.declined", country, diary, time, cents));
            if (dice.chance(TRIES_AGAIN)) {
                diary.add(card("card.accepted", country, diary, time + dice.between(2, 30) * Hours.MINUTE, cents));
            }
        } else {
            diary.add(card("card.accepted", country, diary, time, cents));
        }
    }

    private CityEvent card(String type, Country country, Diary diary, long time, long cents) {
        return diary.event(Diary.BANK, type, time)
                .with("card_id", Account.onTheDay(person).card())
                .with("country", country.code())
                .withCents("amount", cents)
                .with("currency", country.currency());
    }
}
