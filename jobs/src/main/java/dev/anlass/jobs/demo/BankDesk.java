package dev.anlass.jobs.demo;

import at.favre.lib.crypto.bcrypt.BCrypt;
import dev.anlass.engine.rulefile.Source;
import dev.anlass.jobs.advisor.Offices;
import dev.anlass.jobs.advisor.desk.Desk;
import dev.anlass.jobs.advisor.desk.Seams;
import dev.anlass.jobs.advisor.desk.Stories;
import dev.anlass.jobs.advisor.desk.signin.LocalUsers;
import dev.anlass.jobs.advisor.desk.signin.LocalUsersReader;
import dev.anlass.jobs.config.DatabaseSettings;
import dev.anlass.jobs.config.DeskSettings;
import dev.anlass.jobs.config.OidcSettings;
import dev.anlass.jobs.config.Secret;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** The desk of a demo: every advisor can sign in, and a head of each branch, all with one password that is made up anew. */
final class BankDesk implements AutoCloseable {

    private static final int FIRST_PORT = 8_090;
    private static final int PORTS = 20;
    private static final int PASSWORD_BYTES = 6;
    private static final int COST = 6;

    private final Desk desk;
    private final Offices offices;
    private final String password;

    private BankDesk(Desk desk, Offices offices, String password) {
        this.desk = desk;
        this.offices = offices;
        this.password = password;
    }

    /**
     * Opens it.
     *
     * @param today the clock of the demo
     */
    static BankDesk open(BankPlan plan, Offices offices, PublishedLists lists, Stories stories, Clock today)
            throws IOException {
        Integer wanted = plan.deskPort();
        int port = wanted == null ? FreePort.from(FIRST_PORT, PORTS) : wanted;
        DeskSettings settings = new DeskSettings(
                "localhost",
                port,
                "",
                new DatabaseSettings("", "", Secret.NONE),
                "",
                "",
                new OidcSettings("", "", Secret.NONE));
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Seams seams =
                new Seams(lists.store(), offices, lists::send, stories, lists::isBehind, today, Clock.systemUTC());
        return new BankDesk(new Desk(settings, users(offices, password), seams).start(), offices, password);
    }

    private static LocalUsers users(Offices offices, String password) {
        String hash = BCrypt.withDefaults().hashToString(COST, password.toCharArray());
        StringBuilder yaml = new StringBuilder("users:\n");
        offices.advisors()
                .keySet()
                .forEach(advisor -> yaml.append(
                        "  \"" + advisor + "\": {password: \"" + hash + "\", advisor: \"" + advisor + "\"}\n"));
        offices.branches()
                .keySet()
                .forEach(branch -> yaml.append(
                        "  \"" + head(branch) + "\": {password: \"" + hash + "\", head_of: [\"" + branch + "\"]}\n"));
        return Objects.requireNonNull(LocalUsersReader.read(new Source("users of the demo", yaml.toString()), offices)
                .users());
    }

    private static String head(String branch) {
        return "head-of-" + branch;
    }

    /** Where to look, and how to get in. */
    List<String> lines(String busiestAdvisor) {
        String branch =
                Objects.requireNonNull(offices.advisor(busiestAdvisor)).branch().name();
        return List.of(
                "  desk           http://localhost:" + desk.port(),
                "                 sign in as " + busiestAdvisor + ", or as " + head(branch) + ", with the password "
                        + password);
    }

    @Override
    public void close() {
        desk.close();
    }
}
