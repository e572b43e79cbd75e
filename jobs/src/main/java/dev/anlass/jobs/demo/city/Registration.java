package dev.anlass.jobs.demo.city;

import dev.anlass.jobs.demo.city.Person.Habit;
import dev.anlass.jobs.demo.city.Person.Permission;
import java.util.List;
import java.util.Locale;

/** How somebody becomes known: who they are and what they permitted, weeks before the day. */
final class Registration implements Episode.Story {

    static final String OFFERS = "personalised-offers";
    static final String ADVICE = "advisory-contact";

    private static final List<String> HOMES = List.of("CH", "DE", "AT", "FR", "IT");
    private static final List<String> LANGUAGES = List.of("de", "en", "fr", "it");
    private static final int OLDEST_BIRTH_YEAR = 1942;
    private static final int YOUNGEST_BIRTH_YEAR = 2010;
    private static final int DISTRICTS = 12;
    private static final int ADVISORS = 4;
    private static final double ZONE_KNOWN = 0.9;
    private static final int MOST_SECONDS_BETWEEN = 40;

    private final Person person;

    Registration(Person person) {
        this.person = person;
    }

    @Override
    public void tell(Diary diary, long start, Dice dice) {
        diary.add(attributes(diary.event(Diary.CUSTOMERS, "customer.updated", start), dice));
        long later = start + dice.between(1, MOST_SECONDS_BETWEEN) * Hours.SECOND;
        consent(OFFERS, person.offers(), later, diary);
        consent(ADVICE, person.advice(), later, diary);
    }

    private CityEvent attributes(CityEvent event, Dice dice) {
        CityEvent known = event.with("market", HOMES.get(dice.weighted(78, 12, 5, 3, 2)))
                .with("language", LANGUAGES.get(dice.weighted(70, 15, 9, 6)))
                .with("birthdate", birthdate(dice))
                .with("district", String.valueOf(dice.count(1, DISTRICTS)));
        if (dice.chance(ZONE_KNOWN)) {
            known = known.with("zone", "Europe/Zurich");
        }
        if (!person.does(Habit.BANKS)) {
            return known;
        }
        String branch = "branch-" + known.data().get("district");
        return known.with("branch", branch).with("advisor", "advisor-" + branch + "-" + dice.count(1, ADVISORS));
    }

    private static String birthdate(Dice dice) {
        int year = dice.count(OLDEST_BIRTH_YEAR, YOUNGEST_BIRTH_YEAR);
        return String.format(Locale.ROOT, "%d-%02d-%02d", year, dice.count(1, 12), dice.count(1, 28));
    }

    private static void consent(String purpose, Permission permission, long time, Diary diary) {
        if (permission != Permission.NOTHING_SAID) {
            diary.add(record(diary, purpose, permission, time));
        }
    }

    /** A consent record. An unreadable one does not say what it is about. */
    static CityEvent record(Diary diary, String purpose, Permission permission, long time) {
        CityEvent record = diary.event(Diary.CUSTOMERS, "consent.changed", time)
                .with("record_id", diary.name("consent-" + purpose));
        if (permission == Permission.UNREADABLE) {
            return record.with("status", "given").with("channels", List.of("push"));
        }
        return record.with("purpose", purpose)
                .with("status", permission.isGiven() ? "given" : "refused")
                .with("channels", channels(purpose, permission))
                .with("data", data(purpose, permission))
                .with("notice", "2025-1");
    }

    private static List<String> channels(String purpose, Permission permission) {
        if (!permission.isGiven()) {
            return List.of();
        }
        if (purpose.equals(ADVICE)) {
            return List.of("push", "advisor");
        }
        return permission == Permission.WITHOUT_PUSH ? List.of("advisor") : List.of("push", "advisor", "sms");
    }

    private static List<String> data(String purpose, Permission permission) {
        if (!permission.isGiven()) {
            return List.of();
        }
        if (purpose.equals(ADVICE)) {
            return List.of("transactions", "profile");
        }
        return permission == Permission.WITHOUT_LOCATION
                ? List.of("behaviour", "profile", "usage")
                : List.of("behaviour", "location", "profile", "usage");
    }
}
