package dev.anlass.jobs.advisor.desk;

import dev.anlass.jobs.advisor.desk.signin.Tickets;
import dev.anlass.jobs.advisor.desk.signin.Tickets.Limits;
import dev.anlass.jobs.advisor.desk.signin.Visitor;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Knows those again who signed in, sends others to sign in, and takes forms only from pages of ours. */
final class Entrance {

    static final String SIGN_IN = "/sign-in";
    static final String TOKEN = "token";
    static final String LANGUAGE = "language";

    /** A working day is shorter. */
    private static final Limits SESSIONS = new Limits(Duration.ofMinutes(30), Duration.ofHours(12), 20_000);

    private static final Limits GUESTS = new Limits(Duration.ofMinutes(30), Duration.ofMinutes(30), 20_000);

    private final Cookies cookies;
    private final Porter porter;
    private final BooleanSupplier isBehind;
    private final Tickets<Session> sessions;
    private final Tickets<Guest> guests;

    Entrance(Cookies cookies, Porter porter, BooleanSupplier isBehind, Clock wall) {
        this.isBehind = isBehind;
        this.cookies = cookies;
        this.porter = porter;
        this.sessions = new Tickets<>(wall, SESSIONS);
        this.guests = new Tickets<>(wall, GUESTS);
    }

    /** For those who are signed in. */
    Handler signedIn(Visit.Handler handler) {
        return context -> {
            Optional<Session> session = session(context);
            if (session.isPresent()) {
                handler.handle(visit(context, session.get()));
            } else {
                sendToSignIn(context);
            }
        };
    }

    /** For those who are signed in and send a form of ours. */
    Handler posted(Visit.Handler handler) {
        return signedIn(visit -> {
            if (!same(visit.session().token(), visit.field(TOKEN))) {
                throw porter.nothing(visit.visitor(), "form", null);
            }
            handler.handle(visit);
        });
    }

    Optional<Session> session(Context context) {
        return sessions.find(cookies.read(context, Cookies.SESSION));
    }

    /** Lets somebody in, under a number that was not known before. */
    void letIn(Context context, Visitor visitor) {
        sessions.take(cookies.read(context, Cookies.SESSION));
        guests.take(cookies.read(context, Cookies.GUEST));
        cookies.remove(context, Cookies.GUEST);
        String number = sessions.issue(new Session(visitor, Tickets.number()));
        cookies.write(context, Cookies.SESSION, number, Cookies.WHILE_OPEN);
    }

    void letOut(Context context) {
        sessions.take(cookies.read(context, Cookies.SESSION));
        cookies.remove(context, Cookies.SESSION);
    }

    /** Remembers somebody who is about to sign in. */
    void remember(Context context, Guest guest) {
        guests.take(cookies.read(context, Cookies.GUEST));
        cookies.write(context, Cookies.GUEST, guests.issue(guest), Cookies.WHILE_OPEN);
    }

    Optional<Guest> guest(Context context) {
        return guests.find(cookies.read(context, Cookies.GUEST));
    }

    /** A guest is known once: what comes back a second time proves nothing. */
    Optional<Guest> takeGuest(Context context) {
        return guests.take(cookies.read(context, Cookies.GUEST));
    }

    /** The frame of a page, for whoever asks. */
    Frame frame(Context context) {
        return session(context)
                .map(session -> visit(context, session).frame())
                .orElseGet(() -> new Frame(words(context), null, "", SIGN_IN, false));
    }

    static boolean same(String token, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private Visit visit(Context context, Session session) {
        return new Visit(
                context,
                session,
                new Frame(words(context), session.visitor(), session.token(), "/", isBehind.getAsBoolean()));
    }

    /** What was asked for, else what was asked for before, else what the browser says. */
    private Wording words(Context context) {
        Optional<Language> asked = Language.of(context.queryParam(LANGUAGE));
        asked.ifPresent(language -> cookies.write(context, Cookies.LANGUAGE, language.code(), Cookies.LONG));
        return Wording.of(asked.or(() -> Language.of(cookies.read(context, Cookies.LANGUAGE)))
                .orElseGet(() -> Language.wished(context.header("Accept-Language"))));
    }

    static void sendToSignIn(Context context) {
        if (context.header("HX-Request") != null) {
            context.status(401).header("HX-Redirect", SIGN_IN);
        } else {
            context.redirect(SIGN_IN);
        }
    }
}
