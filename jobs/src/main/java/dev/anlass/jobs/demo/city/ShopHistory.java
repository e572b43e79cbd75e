package dev.anlass.jobs.demo.city;

import java.util.List;

/** What the shop remembers of the weeks before the day: what made somebody a fan, a critic, or nearly gold. */
final class ShopHistory implements Episode.Story {

    /** The first day of it, counted backwards. */
    static final int FIRST_DAY_BEFORE = 24;

    private static final int LAST_DAY_BEFORE = 3;
    private static final double FAN = 0.03;
    private static final double CRITIC = 0.01;
    private static final double NEARLY_GOLD = 0.04;
    private static final int REVIEWS_OF_A_FAN = 4;
    private static final int COMPLAINTS_OF_A_CRITIC = 2;
    private static final int STARS_OF_A_FAN = 5;

    private final Person person;

    ShopHistory(Person person) {
        this.person = person;
    }

    @Override
    public void tell(Diary diary, long start, Dice dice) {
        if (dice.chance(FAN)) {
            for (int review = 1; review <= REVIEWS_OF_A_FAN; review++) {
                diary.add(diary.event(Diary.SHOP, "review.written", evening(dice))
                        .with("product_id", Product.any(dice).id())
                        .with("stars", STARS_OF_A_FAN));
            }
        } else if (dice.chance(CRITIC)) {
            for (int complaint = 1; complaint <= COMPLAINTS_OF_A_CRITIC; complaint++) {
                diary.add(diary.event(Diary.SHOP, "complaint.filed", evening(dice))
                        .with("topic", "delivery"));
            }
        }
        if (dice.chance(NEARLY_GOLD)) {
            diary.add(diary.event(Diary.SHOP, "order.completed", evening(dice))
                    .with("order_id", diary.name("order"))
                    .with("product_ids", List.of(person.taste().id()))
                    .withCents("total", dice.between(380_00, 490_00))
                    .with("country", "CH"));
        }
    }

    private static long evening(Dice dice) {
        return Hours.between(dice.count(LAST_DAY_BEFORE, FIRST_DAY_BEFORE - 1), 18, 22, dice);
    }
}
