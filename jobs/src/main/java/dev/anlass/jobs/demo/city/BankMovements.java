package dev.anlass.jobs.demo.city;

import java.util.stream.LongStream;

/** What happens on somebody's account on the day: salaries and bills in the morning, the card all day. */
final class BankMovements implements Episode.Story {

    private static final String INTEREST = "overdraft_interest";
    private static final int MOST_CARD_PAYMENTS = 4;
    private static final double PAID_TODAY = 0.08;
    private static final double BILL = 0.3;
    private static final double DECLINED = 0.01;
    private static final double LOAN = 0.002;

    private final Person person;

    BankMovements(Person person) {
        this.person = person;
    }

    /** What happened in the weeks before: interest on an overdraft, a salary on Friday. */
    static void weeksBefore(Person person, Diary diary, long start, Dice dice) {
        Account account = Account.weeksBefore(person);
        if (account.isOverdrawn()) {
            account.debit(diary, start, dice.between(5_00, 30_00), INTEREST);
        }
        if (account.salaryCents() > 0) {
            account.credit(diary, Hours.between(3, 5, 8, dice), account.salaryCents(), "salary");
        }
    }

    @Override
    public void tell(Diary diary, long start, Dice dice) {
        Account account = Account.onTheDay(person);
        if (account.isOverdrawn()) {
            account.debit(diary, start, dice.between(5_00, 30_00), INTEREST);
        } else if (account.salaryCents() == 0 && dice.chance(PAID_TODAY)) {
            account.credit(diary, start, dice.between(3_400_00, 9_800_00), "salary");
        }
        if (dice.chance(BILL)) {
            long time = start + dice.between(10, 50) * Hours.MINUTE;
            account.debit(diary, time, dice.between(40_00, 1_900_00), "standing_order");
        }
        if (dice.chance(LOAN)) {
            loan(diary, Hours.between(9, 16, dice), dice);
        }
        LongStream.generate(() -> Hours.PAYING.sometime(dice))
                .limit(dice.count(0, MOST_CARD_PAYMENTS))
                .sorted()
                .forEach(time -> pay(account, diary, time, dice));
    }

    private static void pay(Account account, Diary diary, long time, Dice dice) {
        long cents = dice.between(3_50, 140_00);
        if (dice.chance(DECLINED)) {
            card(diary, "card.declined", account, time, cents);
            return;
        }
        card(diary, "card.accepted", account, time, cents);
        account.debit(diary, time + Hours.SECOND, cents, "card");
    }

    private static void card(Diary diary, String type, Account account, long time, long cents) {
        diary.add(diary.event(Diary.BANK, type, time)
                .with("card_id", account.card())
                .with("country", "CH")
                .withCents("amount", cents)
                .with("currency", "CHF"));
    }

    private static void loan(Diary diary, long time, Dice dice) {
        long payment = dice.between(150_00, 900_00);
        int months = 12 * dice.count(1, 5);
        diary.add(diary.event(Diary.BANK, "loan.granted", time)
                .withCents("amount", payment * months)
                .with("months", months)
                .withCents("payment", payment));
    }
}
