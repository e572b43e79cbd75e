package dev.anlass.jobs.demo.city;

import java.util.ArrayList;
import java.util.List;

/**
 * Somebody walks through the streets, past shops and into some, while the phone reports where they are.
 *
 * <p>Every place lies a little beside the truth; how far is what the reported accuracy says.
 */
final class Walk implements Episode.Story {

    private static final int LEAST_SECONDS_BETWEEN_REPORTS = 30;
    private static final int MOST_SECONDS_BETWEEN_REPORTS = 60;
    private static final double METERS_PER_SECOND = 1.3;
    private static final double FROM_HOME_METERS = 350;
    private static final double OUTSIDE_METERS = 250;
    private static final double WALKABLE_METERS = 1_500;
    private static final double ROOM_METERS = 12;
    private static final int MOST_ERRANDS = 4;
    private static final double DEVIATIONS_IN_ACCURACY = 2;
    private static final int DEGREE_DIGITS = 6;

    private final City city;
    private final Pace pace;

    /** How long somebody stays where they go. */
    enum Pace {
        LEISURELY,
        HURRIED;

        long stayMillis(Dice dice) {
            return switch (this) {
                case HURRIED -> dice.between(0, 4) * Hours.MINUTE;
                case LEISURELY ->
                    switch (dice.weighted(40, 35, 25)) {
                        case 0 -> 0;
                        case 1 -> dice.between(3, 9) * Hours.MINUTE;
                        default -> dice.between(11, 40) * Hours.MINUTE;
                    };
            };
        }
    }

    private record Leg(Spot from, Spot to, long start, long end) {

        Spot at(long time) {
            return end == start ? to : from.towards(to, (double) (time - start) / (end - start));
        }
    }

    Walk(City city, Pace pace) {
        this.city = city;
        this.pace = pace;
    }

    @Override
    public void tell(Diary diary, long start, Dice dice) {
        long time = start;
        for (Leg leg : legs(start, dice)) {
            while (time <= leg.end()) {
                report(diary, time, leg.at(Math.max(time, leg.start())), dice);
                time += dice.between(
                        LEAST_SECONDS_BETWEEN_REPORTS * Hours.SECOND, MOST_SECONDS_BETWEEN_REPORTS * Hours.SECOND);
            }
        }
    }

    private List<Leg> legs(long start, Dice dice) {
        List<Leg> legs = new ArrayList<>();
        Spot home = home(dice);
        Spot here = home;
        long now = start;
        int errands = pace == Pace.HURRIED ? 1 : dice.count(1, MOST_ERRANDS);
        for (int errand = 0; errand < errands; errand++) {
            Spot goal = goal(here, dice);
            now = walk(here, goal, now, legs, dice);
            here = stay(goal, now, legs, dice);
            now = legs.get(legs.size() - 1).end();
        }
        walk(here, home, now, legs, dice);
        return legs;
    }

    /** Near a place, but not in it. */
    private Spot home(Dice dice) {
        Spot home = dice.oneOf(city.places());
        while (city.metersToNearestPlace(home) < OUTSIDE_METERS) {
            home = home.moved(dice.bell() * FROM_HOME_METERS, dice.bell() * FROM_HOME_METERS);
        }
        return home;
    }

    /** One of the places that can be reached on foot, somewhere inside. */
    private Spot goal(Spot here, Dice dice) {
        List<Spot> near = city.places().stream()
                .filter(place -> place.distanceMeters(here) <= WALKABLE_METERS)
                .toList();
        return near.isEmpty() ? here : dice.oneOf(near).moved(dice.bell() * ROOM_METERS, dice.bell() * ROOM_METERS);
    }

    private static long walk(Spot from, Spot to, long start, List<Leg> legs, Dice dice) {
        Spot here = from;
        long now = start;
        for (Spot corner : Streets.way(from, to, dice)) {
            long end = now + (long) (here.distanceMeters(corner) / METERS_PER_SECOND * Hours.SECOND);
            legs.add(new Leg(here, corner, now, end));
            here = corner;
            now = end;
        }
        return now;
    }

    private Spot stay(Spot goal, long now, List<Leg> legs, Dice dice) {
        Spot within = goal.moved(dice.bell() * ROOM_METERS, dice.bell() * ROOM_METERS);
        legs.add(new Leg(goal, within, now, now + pace.stayMillis(dice)));
        return within;
    }

    private void report(Diary diary, long time, Spot truth, Dice dice) {
        double accuracy = accuracyMeters(dice);
        Spot seen = truth.moved(
                dice.bell() * accuracy / DEVIATIONS_IN_ACCURACY, dice.bell() * accuracy / DEVIATIONS_IN_ACCURACY);
        diary.add(diary.event(Diary.PHONE, "location.reported", time)
                .withDecimal("lat", city.latitude(seen), DEGREE_DIGITS)
                .withDecimal("lon", city.longitude(seen), DEGREE_DIGITS)
                .withDecimal("accuracy", accuracy, 1));
    }

    private static double accuracyMeters(Dice dice) {
        return switch (dice.weighted(70, 25, 5)) {
            case 0 -> dice.between(40, 160) / 10.0;
            case 1 -> dice.between(160, 450) / 10.0;
            default -> dice.between(1_200, 4_000) / 10.0;
        };
    }
}
