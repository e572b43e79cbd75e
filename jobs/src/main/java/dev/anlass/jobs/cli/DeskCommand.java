package dev.anlass.jobs.cli;

import dev.anlass.engine.rulefile.Source;
import dev.anlass.jobs.advisor.AdvisorList;
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
import dev.anlass.jobs.connector.kafka.KafkaTopics;
import dev.anlass.jobs.connector.kafka.ListsTopic;
import dev.anlass.jobs.demo.Stop;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
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

    private static final String READER = "desk";

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
                ListsTopic topic =
                        ListsTopic.start(job.kafka(), new StoredNews(database, READER, files(desk, offices)), READER);
                Desk page = new Desk(
                        desk,
                        users,
                        new Seams(
                                new PostgresListStore(database),
                                offices,
                                feedback::send,
                                new TopicStories(job),
                                Clock.systemUTC(),
                                Clock.systemUTC()))) {
            page.start();
            spec.commandLine().getOut().println("the desk is at " + address(desk, page));
            topic.trouble().ifPresent(spec.commandLine().getErr()::println);
            stop.await();
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

    private static Consumer<AdvisorList> files(DeskSettings desk, Offices offices) {
        if (desk.files().isEmpty()) {
            return list -> {};
        }
        return new ListSheets(Path.of(desk.files()), offices)::write;
    }

    private static String address(DeskSettings desk, Desk page) {
        return desk.address().isEmpty() ? "http://" + desk.host() + ":" + page.port() : desk.address();
    }
}
