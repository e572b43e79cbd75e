package dev.anlass.jobs.demo.city;

import dev.anlass.jobs.demo.city.Person.Habit;
import dev.anlass.jobs.demo.city.Person.Permission;
import dev.anlass.jobs.demo.city.Person.Turn;
import dev.anlass.jobs.demo.city.ShoppingSession.Aim;
import dev.anlass.jobs.demo.city.Walk.Pace;
import java.util.ArrayList;
import java.util.List;

/**
 * What one person does on the day and when, in episodes.
 *
 * <p>Who withdraws or leaves does little before, and nothing that comes due hours later: whether that still happens
 * would hang on when the record of it arrives, and a replay could not be compared.
 */
final class DayPlan {

    private static final List<Aim> AIMS = List.of(Aim.values());
    private static final int DAYS_SINCE_REGISTRATION = 25;
    private static final double PHONE_REPORTS_WITHOUT_PERMISSION = 0.1;
    private static final double SECOND_WALK = 0.35;
    private static final double FILLS_THE_BASKET_BEFORE = 0.4;
    private static final double BUYS_AFTER_THE_WALK = 0.2;
    private static final int MOST_SESSIONS = 3;

    private final Person person;
    private final City city;
    private final Dice dice;
    private final List<Episode> episodes = new ArrayList<>();

    private DayPlan(Person person, City city) {
        this.person = person;
        this.city = city;
        this.dice = person.diceFor("plan");
    }

    static List<Episode> of(Person person, City city) {
        DayPlan plan = new DayPlan(person, city);
        plan.past();
        switch (person.turn()) {
            case LEAVES -> plan.leaving();
            case WITHDRAWS -> plan.withdrawing();
            case GRANTS -> {
                plan.add("consent", Hours.between(8, 20, plan.dice), new ChangeOfMind(Turn.GRANTS));
                plan.ordinary();
            }
            case NONE -> plan.ordinary();
        }
        return plan.episodes;
    }

    private void past() {
        add("registration", Hours.between(DAYS_SINCE_REGISTRATION, 20, 22, dice), new Registration(person));
        if (person.turn() == Turn.LEAVES) {
            return;
        }
        if (person.does(Habit.SHOPS)) {
            add("shop-before", weeksBefore(), new ShopHistory(person));
        }
        if (person.does(Habit.BANKS)) {
            add(
                    "bank-before",
                    weeksBefore(),
                    (diary, start, own) -> BankMovements.weeksBefore(person, diary, start, own));
        }
    }

    private long weeksBefore() {
        return Hours.between(ShopHistory.FIRST_DAY_BEFORE, 1, 5, dice);
    }

    private void ordinary() {
        if (person.does(Habit.SHOPS)) {
            sessions();
        }
        if (walksWithPhone()) {
            walks();
        }
        banking();
    }

    private void withdrawing() {
        long start = Hours.between(9, 17, dice);
        add("shop", start, new ShoppingSession(person, Aim.FILLING_THE_BASKET));
        add("walk", start + 10 * Hours.MINUTE, new Walk(city, Pace.HURRIED));
        add("consent", start + dice.between(60, 110) * Hours.MINUTE, new ChangeOfMind(Turn.WITHDRAWS));
        add("shop2", start + dice.between(3, 6) * Hours.HOUR, new ShoppingSession(person, Aim.LOOKING));
        banking();
    }

    private void leaving() {
        long start = Hours.between(9, 20, dice);
        add("shop", start, new ShoppingSession(person, Aim.LOOKING));
        add("erasure", start + dice.between(30, 100) * Hours.MINUTE, new ChangeOfMind(Turn.LEAVES));
    }

    private void sessions() {
        int sessions = dice.count(0, MOST_SESSIONS);
        for (int session = 1; session <= sessions; session++) {
            Aim aim = AIMS.get(dice.weighted(60, 28, 12));
            add("shop" + session, Hours.BROWSING.sometime(dice), new ShoppingSession(person, aim));
        }
    }

    private void walks() {
        long start = Hours.WALKING.sometime(dice);
        if (person.does(Habit.SHOPS) && dice.chance(FILLS_THE_BASKET_BEFORE)) {
            long before = start - dice.between(20, 180) * Hours.MINUTE;
            add("basket", before, new ShoppingSession(person, Aim.FILLING_THE_BASKET));
        }
        add("walk1", start, new Walk(city, Pace.LEISURELY));
        if (dice.chance(SECOND_WALK)) {
            add("walk2", Hours.WALKING.sometime(dice), new Walk(city, Pace.LEISURELY));
        }
        if (person.does(Habit.SHOPS) && dice.chance(BUYS_AFTER_THE_WALK)) {
            add("purchase", start + dice.between(20, 140) * Hours.MINUTE, (diary, time, own) -> new Purchase(
                            List.of(person.taste()))
                    .complete(diary, time));
        }
    }

    /** Phones report places with permission; some also without, and nothing may come of it. */
    private boolean walksWithPhone() {
        boolean permitted = person.offers() == Permission.EVERYTHING
                || person.offers() == Permission.WITHOUT_PUSH
                || person.turn() == Turn.GRANTS;
        return person.does(Habit.WALKS) && (permitted || dice.chance(PHONE_REPORTS_WITHOUT_PERMISSION));
    }

    private void banking() {
        if (person.does(Habit.BANKS)) {
            add("bank", Hours.between(1, 5, dice), new BankMovements(person));
        }
        if (person.does(Habit.TRAVELS)) {
            add("trip", Hours.between(7, 14, dice), new TripAbroad(person));
        }
    }

    private void add(String name, long start, Episode.Story story) {
        episodes.add(new Episode(person, name, start, story));
    }
}
