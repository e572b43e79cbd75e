package dev.anlass.jobs.demo.city;

/** The account of somebody who banks here, with a balance that follows its movements. */
final class Account {

    private static final double OVERDRAWN = 0.012;
    private static final double PAID_ON_FRIDAY = 0.12;

    private final Person person;
    private final boolean overdrawn;
    private final long salaryCents;
    private long cents;

    private Account(Person person, boolean overdrawn, long salaryCents, long cents) {
        this.person = person;
        this.overdrawn = overdrawn;
        this.salaryCents = salaryCents;
        this.cents = cents;
    }

    /** As it was weeks before the day; most have little, some have much. The same each time it is asked for. */
    static Account weeksBefore(Person person) {
        Dice dice = person.diceFor("account");
        boolean overdrawn = dice.chance(OVERDRAWN);
        long salary = dice.chance(PAID_ON_FRIDAY) && !overdrawn ? dice.between(3_400_00, 9_800_00) : 0;
        long cents =
                switch (dice.weighted(60, 30, 10)) {
                    case 0 -> dice.between(300_00, 8_000_00);
                    case 1 -> dice.between(8_000_00, 30_000_00);
                    default -> dice.between(30_000_00, 150_000_00);
                };
        return new Account(person, overdrawn, salary, overdrawn ? -cents / 10 : cents);
    }

    /** As it is on the day, after the salary of Friday. */
    static Account onTheDay(Person person) {
        Account account = weeksBefore(person);
        account.cents += account.salaryCents;
        return account;
    }

    String card() {
        return "card-" + person.id();
    }

    boolean isOverdrawn() {
        return overdrawn;
    }

    /** What was paid on Friday; 0 for most. */
    long salaryCents() {
        return salaryCents;
    }

    void credit(Diary diary, long time, long amount, String operation) {
        cents += amount;
        diary.add(movement(diary, "account.credited", time, amount).with("operation", operation));
    }

    void debit(Diary diary, long time, long amount, String category) {
        cents -= amount;
        diary.add(movement(diary, "account.debited", time, amount).with("category", category));
    }

    private CityEvent movement(Diary diary, String type, long time, long amount) {
        return diary.event(Diary.BANK, type, time)
                .with("account_id", "account-" + person.id())
                .withCents("amount", amount)
                .withCents("balance", cents);
    }
}
