package dev.anlass.jobs.advisor.desk;

import at.favre.lib.crypto.bcrypt.BCrypt;
import dev.anlass.engine.decide.ConsentReference;
import dev.anlass.engine.decide.Evidence;
import dev.anlass.engine.decide.Score;
import dev.anlass.engine.rulefile.Source;
import dev.anlass.jobs.advisor.Advisor;
import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.AdvisorList.LeftOut;
import dev.anlass.jobs.advisor.Branch;
import dev.anlass.jobs.advisor.Feedback;
import dev.anlass.jobs.advisor.HeapListStore;
import dev.anlass.jobs.advisor.Offices;
import dev.anlass.jobs.advisor.Row;
import dev.anlass.jobs.advisor.desk.signin.LocalUsers;
import dev.anlass.jobs.advisor.desk.signin.LocalUsersReader;
import dev.anlass.jobs.config.DatabaseSettings;
import dev.anlass.jobs.config.DeskSettings;
import dev.anlass.jobs.config.OidcSettings;
import dev.anlass.jobs.config.Secret;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A desk on Friday, 6 May 1994, with two branches, three advisors and their lists of two days. */
final class DeskWorld implements AutoCloseable {

    static final LocalDate YESTERDAY = LocalDate.of(1994, 5, 5);
    static final LocalDate TODAY = LocalDate.of(1994, 5, 6);
    static final String PASSWORD = "correct horse";
    static final String ANNA = "advisor-1-0";
    static final String BEN = "advisor-1-1";
    static final String CARLA = "advisor-2-0";
    static final OidcSettings NO_PROVIDER = new OidcSettings("", "anlass-desk", Secret.NONE);

    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    private static final List<String> REASONS = List.of(
            "Seit 30 Tagen liegen mehr als 60 000 Kronen ungenutzt auf dem Girokonto.",
            "Drei Zahlungen an einen Makler in zwei Wochen, und noch keine Finanzierung bei uns.",
            "Die Karte war im April viermal am Limit; das Gehalt ist seit Januar gestiegen.",
            "Die Miete wurde fünfmal von Hand überwiesen, zuletzt zwei Tage zu spät.",
            "Das Festgeld über 120 000 Kronen läuft am 20. Mai aus.");
    private static final List<String> STEPS = List.of(
            "Tagesgeld mit 4,2 % anbieten.",
            "Termin mit der Baufinanzierung vereinbaren.",
            "Höheres Limit und die Goldkarte vorschlagen.",
            "Dauerauftrag einrichten.",
            "Wiederanlage oder Sparplan besprechen.");
    static final Instant MORNING = Instant.parse("1994-05-06T07:15:00Z");

    final HeapListStore lists = new HeapListStore();
    final List<Feedback> taken = new ArrayList<>();
    final WallClock wall = new WallClock();
    boolean takerIsBroken;
    boolean storiesAreBroken;
    boolean isBehind;
    long toldUntil;

    private final Desk desk;

    /** A clock that is moved by hand. */
    static final class WallClock extends Clock {

        private final AtomicLong millis = new AtomicLong(1_000_000_000_000L);

        void advance(long more) {
            millis.addAndGet(more);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis.get());
        }
    }

    DeskWorld() {
        this("", NO_PROVIDER);
    }

    DeskWorld(String address, OidcSettings oidc) {
        Offices offices = offices();
        lists.publish(list(ANNA, "branch-1", YESTERDAY, rows(4)));
        lists.publish(list(ANNA, "branch-1", TODAY, rows(6)));
        lists.publish(list(BEN, "branch-1", TODAY, List.of(row(1, "c-2001", "Baufinanzierung"))));
        lists.publish(list(CARLA, "branch-2", TODAY, List.of(row(1, "c-3001", "Kreditkarte Gold"))));
        DeskSettings settings = new DeskSettings(
                "127.0.0.1", 0, address, new DatabaseSettings("", "", Secret.NONE), "", "users.yaml", oidc);
        Seams seams =
                new Seams(lists, offices, this::take, this::story, () -> isBehind, Clock.fixed(MORNING, PRAGUE), wall);
        desk = new Desk(settings, users(offices), seams).start();
    }

    String url() {
        return "http://127.0.0.1:" + desk.port();
    }

    @Override
    public void close() {
        desk.close();
    }

    private synchronized void take(Feedback feedback) {
        if (takerIsBroken) {
            throw new IllegalStateException("the broker is away");
        }
        taken.add(feedback);
    }

    private List<String> story(String customer, Language language, long until) {
        toldUntil = until;
        if (storiesAreBroken) {
            throw new IllegalStateException("about " + customer);
        }
        boolean isGerman = language == Language.DE;
        return List.of(
                "",
                isGerman ? "3.5.1994, 09:12 · account.credited" : "3 May 1994, 09:12 · account.credited",
                "  savings-idle: " + (isGerman ? "beginnt (credit)" : "begins (credit)"),
                "",
                isGerman ? "5.5.1994, 09:15 · account.credited" : "5 May 1994, 09:15 · account.credited",
                "  savings-idle: " + (isGerman ? "der Anlass ist vollständig" : "the moment is complete"),
                "  savings-idle: "
                        + (isGerman
                                ? "vorgeschlagen über advisor, gültig bis 13.5.1994, 09:15"
                                : "proposed by advisor, valid until 13 May 1994, 09:15"));
    }

    static LocalUsers users(Offices offices) {
        String hash = BCrypt.withDefaults().hashToString(4, PASSWORD.toCharArray());
        String text = """
                users:
                  anna: {password: "HASH", advisor: advisor-1-0}
                  ben: {password: "HASH", advisor: advisor-1-1}
                  boss: {password: "HASH", head_of: [branch-1]}
                """.replace("HASH", hash);
        return Objects.requireNonNull(
                LocalUsersReader.read(new Source("users.yaml", text), offices).users());
    }

    static Offices offices() {
        Branch first = branch("branch-1");
        Branch second = branch("branch-2");
        Map<String, Advisor> advisors = new LinkedHashMap<>();
        for (Advisor advisor : List.of(
                new Advisor(ANNA, "Anna Berger", first, "de", 20, List.of()),
                new Advisor(BEN, "Ben Čermák", first, "de", 20, List.of()),
                new Advisor("advisor-1-2", "Dora Ebert", first, "de", 20, List.of()),
                new Advisor(CARLA, "Carla Dvořák", second, "de", 20, List.of()))) {
            advisors.put(advisor.id(), advisor);
        }
        return new Offices(Map.of("branch-1", first, "branch-2", second), advisors, Map.of());
    }

    private static Branch branch(String name) {
        return new Branch(
                name,
                PRAGUE,
                LocalTime.of(6, 0),
                EnumSet.range(java.time.DayOfWeek.MONDAY, java.time.DayOfWeek.FRIDAY),
                Set.of(),
                20,
                100);
    }

    static AdvisorList list(String advisor, String branch, LocalDate day, List<Row> rows) {
        return new AdvisorList(
                AdvisorList.id(advisor, day),
                advisor,
                branch,
                day,
                PRAGUE,
                "de",
                day.atTime(6, 0).atZone(PRAGUE).toInstant().toEpochMilli(),
                rows,
                new LeftOut(3, 0, 0));
    }

    private static List<Row> rows(int many) {
        List<String> products = List.of(
                "Tagesgeld", "Baufinanzierung", "Kreditkarte Gold", "Dauerauftrag", "Wertpapiersparen", "Tagesgeld");
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            rows.add(row(i + 1, "c-" + (1001 + 37 * i), products.get(i)));
        }
        return rows;
    }

    static Row row(int rank, String customer, String product) {
        boolean isNew = rank % 3 != 0;
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("balance", 84_250.0);
        facts.put("months", List.of("Februar", "März", "April"));
        return new Row(
                rank,
                "a-" + customer,
                customer,
                product.toLowerCase(java.util.Locale.ROOT),
                product,
                REASONS.get((rank - 1) % REASONS.size()),
                rank == 4 ? null : STEPS.get((rank - 1) % STEPS.size()),
                rank == 2 ? TODAY : TODAY.plusDays(7),
                isNew ? 0 : 2,
                isNew ? TODAY : TODAY.minusDays(2),
                "savings-idle",
                "savings-offer",
                "1994.05.01-3f9c21aa",
                "advice",
                MORNING.minusSeconds(86_400L * rank).toEpochMilli(),
                MORNING.plusSeconds(7 * 86_400L).toEpochMilli(),
                facts,
                List.of(
                        new Evidence(
                                "credit",
                                "core-bank",
                                "e-77" + rank,
                                MORNING.minusSeconds(260_000).toEpochMilli()),
                        new Evidence(
                                "idle",
                                "core-bank",
                                "e-91" + rank,
                                MORNING.minusSeconds(90_000).toEpochMilli())),
                rank == 5
                        ? null
                        : new ConsentReference(
                                "consent-22" + rank,
                                MORNING.minusSeconds(40_000_000).toEpochMilli(),
                                "advice-3"),
                new Score(0.31, 40 - rank, 1.5));
    }
}
