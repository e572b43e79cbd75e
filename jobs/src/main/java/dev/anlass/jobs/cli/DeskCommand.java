package dev.anlass.jobs.cli;

import dev.anlass.engine.rulefile.Source;
import dev.anlass.jobs.advisor.Offices;
import dev.anlass.jobs.advisor.OfficesFile;
import dev.anlass.jobs.advisor.desk.Desk;
import dev.anlass.jobs.advisor.desk.Seams;
import dev.anlass.jobs.advisor.desk.signin.LocalUsers;
import dev.anlass.jobs.advisor.desk.signin.LocalUsersReader;
import dev.anlass.jobs.advisor.sheet.ListSheets;
import dev.anlass.jobs.advisor.store.Database;
import dev.anlass.jobs.advisor.store.PostgresListStore;
import dev.anlass.jobs.advisor.store.StoredNews;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.DeskSettings;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.connector.kafka.FeedbackSink;
import dev.anlass.jobs.connector.kafka.FollowedTopic;
import dev.anlass.jobs.connector.kafka.KafkaTopics;
import dev.anlass.jobs.connector.kafka.ListsTopic;
import dev.anlass.jobs.demo.Stop;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code anlass desk}: the page on which advisors read their lists, until it is ended. */
@Command(
        name = "desk",
        description = {
            "Serves the page on which advisors read their lists and say what became of a call.",
            "Keeps what the topic of lists says in a PostgreSQL database, and writes each list as CSV, XLSX and HTML"
                    + " if a directory is set."
        })
final class DeskCommand implements Callable<Integer> {

    private static final String LISTS = "lists";
    private static final String SHEETS = "sheets";
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SettingsOption settings = new SettingsOption();

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        try (Stop stop = Stop.onCtrlC()) {
            serve(settings.settingsOrEnd(err), settings.deskOrEnd(err), stop);
            return 0;
        } catch (CannotStart refused) {
            throw Answer.no(refused.getMessage() + ".");
        }
    }

    private void serve(JobSettings job, DeskSettings desk, Stop stop) throws IOException, InterruptedException {
        check(job, desk);
        Offices offices = OfficesFile.read(job.lists().offices());
        LocalUsers users = users(desk, offices);
        new KafkaTopics(job.kafka())
                .require(
                        job.kafka().topics().advisorLists(),
                        job.kafka().topics().events());
        try (Database database = Database.open(desk.database());
                FeedbackSink feedback = new FeedbackSink(job.kafka());
                FollowedTopic lists = ListsTopic.start(job.kafka(), new StoredNews(database, LISTS), LISTS);
                FollowedTopic sheets = sheets(job, desk, database, offices);
                Desk page = new Desk(
                        desk,
                        users,
                        new Seams(
                                new PostgresListStore(database),
                                offices,
                                feedback::send,
                                new TopicStories(job),
                                () -> lists.trouble().isPresent(),
                                Clock.systemUTC(),
                                Clock.systemUTC()))) {
            page.start();
            spec.commandLine().getOut().println("the desk is at " + address(desk, page));
            sayTrouble(lists, sheets, stop);
        }
    }

    private static void check(JobSettings job, DeskSettings desk) {
        if (!job.lists().areWanted()) {
            throw new CannotStart("there is no file of branches and advisors: name it with advisor_lists.offices");
        }
        if (desk.database().url().isEmpty()) {
            throw new CannotStart("there is no database: name it with desk.database.url");
        }
        if (desk.users().isEmpty() && !desk.oidc().isWanted()) {
            throw new CannotStart("nobody could sign in: set desk.oidc, or name a file of users with desk.users");
        }
    }

    private static LocalUsers users(DeskSettings desk, Offices offices) throws IOException {
        if (desk.users().isEmpty()) {
            return LocalUsers.NONE;
        }
        Path file = Path.of(desk.users());
        if (!Files.isReadable(file)) {
            throw new CannotStart("there is no file of users " + file + " to read: name one with desk.users");
        }
        LocalUsersReader.Read read =
                LocalUsersReader.read(new Source(file.toString(), Files.readString(file)), offices);
        LocalUsers users = read.users();
        if (users == null) {
            throw new CannotStart(
                    "the file of users has mistakes:\n" + read.problems().render());
        }
        return users;
    }

    /** A reader of its own: a full disk does not hold up the page. */
    private static @Nullable FollowedTopic sheets(
            JobSettings job, DeskSettings desk, Database database, Offices offices) {
        if (desk.files().isEmpty()) {
            return null;
        }
        ListSheets sheets = new ListSheets(Path.of(desk.files()), offices);
        return ListsTopic.start(job.kafka(), new StoredNews(database, SHEETS, sheets::write), SHEETS);
    }

    /** Until somebody wants to end; the same trouble is said once. */
    private void sayTrouble(FollowedTopic lists, @Nullable FollowedTopic sheets, Stop stop)
            throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        String said = "";
        while (!stop.await(LOOK_AGAIN)) {
            String trouble = lists.trouble()
                    .or(() -> sheets == null ? Optional.empty() : sheets.trouble())
                    .orElse("");
            if (!trouble.equals(said)) {
                err.println(trouble.isEmpty() ? "lists are read again" : "lists wait: " + trouble);
            }
            said = trouble;
        }
    }

    private static String address(DeskSettings desk, Desk page) {
        return desk.address().isEmpty() ? "http://" + desk.host() + ":" + page.port() : desk.address();
    }
}
