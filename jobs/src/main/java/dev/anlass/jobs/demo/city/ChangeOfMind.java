package dev.anlass.jobs.demo.city;

import dev.anlass.jobs.demo.city.Person.Permission;

/** Somebody withdraws, gives permission after all, or wants to be forgotten. */
final class ChangeOfMind implements Episode.Story {

    private final Person.Turn turn;

    ChangeOfMind(Person.Turn turn) {
        this.turn = turn;
    }

    @Override
    public void tell(Diary diary, long start, Dice dice) {
        switch (turn) {
            case NONE -> {}
            case WITHDRAWS ->
                diary.add(diary.event(Diary.CUSTOMERS, "consent.changed", start)
                        .with("record_id", diary.name("consent"))
                        .with("purpose", Registration.OFFERS)
                        .with("status", "withdrawn"));
            case GRANTS -> diary.add(Registration.record(diary, Registration.OFFERS, Permission.EVERYTHING, start));
            case LEAVES -> {
                diary.add(diary.event(Diary.CUSTOMERS, "customer.erased", start));
                diary.add(underWay(diary, start));
            }
        }
    }

    /** Something that was done before and arrives after everything has been erased. */
    private static CityEvent underWay(Diary diary, long start) {
        CityEvent view = diary.event(Diary.SHOP, "product.viewed", start - 20 * Hours.SECOND);
        return Product.any(Dice.of(start)).in(view).delayed(Hours.MINUTE);
    }
}
