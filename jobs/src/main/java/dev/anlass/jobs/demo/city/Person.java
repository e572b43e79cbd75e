package dev.anlass.jobs.demo.city;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An invented customer: who they are and what they make of a day.
 *
 * @param number from 0
 * @param advice what they permitted to the bank
 * @param taste what they look at again and again on this day
 */
record Person(
        long seed, int number, Set<Habit> habits, Permission offers, Permission advice, Turn turn, Product taste) {

    private static final double SHOPPING = 0.5;
    private static final double WALKING = 0.36;
    private static final double BANKING = 0.6;
    private static final double TRAVELLING = 0.012;
    private static final double UNREADABLE = 0.0005;
    private static final double WITHDRAWING = 0.015;
    private static final double GRANTING = 0.25;
    private static final double LEAVING = 0.002;
    private static final List<Permission> OFFERS = List.of(
            Permission.EVERYTHING,
            Permission.WITHOUT_LOCATION,
            Permission.WITHOUT_PUSH,
            Permission.REFUSED,
            Permission.NOTHING_SAID);
    private static final List<Permission> ADVICE =
            List.of(Permission.EVERYTHING, Permission.REFUSED, Permission.NOTHING_SAID);

    /** What somebody does at all. */
    enum Habit {
        SHOPS,
        WALKS,
        BANKS,
        TRAVELS
    }

    /** What somebody permitted for a purpose. */
    enum Permission {
        EVERYTHING,
        WITHOUT_LOCATION,
        WITHOUT_PUSH,
        REFUSED,
        UNREADABLE,
        NOTHING_SAID;

        boolean isGiven() {
            return this == EVERYTHING || this == WITHOUT_LOCATION || this == WITHOUT_PUSH;
        }
    }

    /** A change of mind on this day. */
    enum Turn {
        NONE,
        WITHDRAWS,
        GRANTS,
        LEAVES
    }

    static Person of(long seed, int number) {
        Dice dice = Dice.of(seed, number);
        Set<Habit> habits = habits(dice);
        Permission offers = offers(dice);
        Permission advice =
                habits.contains(Habit.BANKS) ? ADVICE.get(dice.weighted(62, 12, 26)) : Permission.NOTHING_SAID;
        return new Person(seed, number, habits, offers, advice, turn(offers, dice), Product.any(dice));
    }

    String id() {
        return String.format(Locale.ROOT, "c%05d", number);
    }

    boolean does(Habit habit) {
        return habits.contains(habit);
    }

    /** Dice for one part of the day, whatever the other parts throw. */
    Dice diceFor(String part) {
        return Dice.of(seed, number, part.hashCode());
    }

    private static Set<Habit> habits(Dice dice) {
        Set<Habit> habits = EnumSet.noneOf(Habit.class);
        addIf(dice.chance(SHOPPING), Habit.SHOPS, habits);
        addIf(dice.chance(WALKING), Habit.WALKS, habits);
        addIf(dice.chance(BANKING), Habit.BANKS, habits);
        addIf(dice.chance(TRAVELLING), Habit.TRAVELS, habits);
        if (habits.contains(Habit.TRAVELS)) {
            habits.remove(Habit.WALKS);
        }
        return habits;
    }

    private static void addIf(boolean does, Habit habit, Set<Habit> habits) {
        if (does) {
            habits.add(habit);
        }
    }

    private static Permission offers(Dice dice) {
        boolean unreadable = dice.chance(UNREADABLE);
        Permission permission = OFFERS.get(dice.weighted(68, 11, 3, 7, 11));
        return unreadable ? Permission.UNREADABLE : permission;
    }

    private static Turn turn(Permission offers, Dice dice) {
        if (dice.chance(LEAVING)) {
            return Turn.LEAVES;
        }
        if (offers.isGiven()) {
            return dice.chance(WITHDRAWING) ? Turn.WITHDRAWS : Turn.NONE;
        }
        return offers == Permission.NOTHING_SAID && dice.chance(GRANTING) ? Turn.GRANTS : Turn.NONE;
    }
}
