package dev.anlass.jobs.demo.city;

import java.util.ArrayList;
import java.util.List;

/** Somebody looks around in the shop's app, and perhaps puts something into the basket, and perhaps buys it. */
final class ShoppingSession implements Episode.Story {

    private static final int MOST_VIEWS = 9;
    private static final double OF_TASTE = 0.4;
    private static final double THOUGHT_BETTER_OF = 0.08;
    private static final double CANCELLED = 0.2;
    private static final double REVIEWED = 0.05;
    private static final double SHARED = 0.04;
    private static final int MOST_STARS = 5;

    private final Person person;
    private final Aim aim;

    /** How far somebody goes. */
    enum Aim {
        LOOKING,
        FILLING_THE_BASKET,
        BUYING
    }

    ShoppingSession(Person person, Aim aim) {
        this.person = person;
        this.aim = aim;
    }

    @Override
    public void tell(Diary diary, long start, Dice dice) {
        long time = start;
        List<Product> basket = new ArrayList<>();
        for (int views = dice.count(2, MOST_VIEWS); views > 0; views--) {
            Product product = dice.chance(OF_TASTE) ? person.taste() : Product.any(dice);
            diary.add(product.in(diary.event(Diary.SHOP, "product.viewed", time)));
            boolean isWanted = product.equals(person.taste()) || dice.chance(0.2);
            if (aim != Aim.LOOKING && isWanted && !basket.contains(product)) {
                time += dice.between(2, 5) * Hours.SECOND;
                diary.add(product.in(diary.event(Diary.SHOP, "cart.product_added", time))
                        .with("quantity", 1));
                basket.add(product);
            }
            time += dice.between(15, 120) * Hours.SECOND;
        }
        if (aim == Aim.LOOKING) {
            feedback(diary, time, dice);
        }
        checkOut(basket, time, diary, dice);
    }

    private void feedback(Diary diary, long time, Dice dice) {
        if (dice.chance(REVIEWED)) {
            diary.add(diary.event(Diary.SHOP, "review.written", time)
                    .with("product_id", person.taste().id())
                    .with("stars", dice.count(1, MOST_STARS)));
        }
        if (dice.chance(SHARED)) {
            diary.add(diary.event(Diary.SHOP, "product.shared", time + Hours.SECOND)
                    .with("product_id", person.taste().id()));
        }
    }

    private void checkOut(List<Product> basket, long time, Diary diary, Dice dice) {
        if (!basket.isEmpty() && dice.chance(THOUGHT_BETTER_OF)) {
            Product removed = basket.remove(0);
            diary.add(diary.event(Diary.SHOP, "cart.product_removed", time).with("product_id", removed.id()));
        }
        if (aim == Aim.BUYING && !basket.isEmpty()) {
            Purchase purchase = new Purchase(basket);
            purchase.complete(diary, time + dice.between(20, 90) * Hours.SECOND);
            if (dice.chance(CANCELLED)) {
                purchase.cancel(diary, time + dice.between(5, 90) * Hours.MINUTE);
            }
        }
    }
}
