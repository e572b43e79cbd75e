package dev.anlass.jobs.advisor.desk;

import dev.anlass.jobs.advisor.desk.signin.Visitor;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** One request of somebody who is signed in. */
record Visit(Context context, Session session, Frame frame) {

    /** What is done with it. */
    interface Handler {
        void handle(Visit visit);
    }

    Visitor visitor() {
        return session.visitor();
    }

    String part(String name) {
        return context.pathParam(name);
    }

    @Nullable
    String field(String name) {
        return context.formParam(name);
    }

    /** Whether htmx asks, which puts a part of a page into the page that is there. */
    boolean wantsPart() {
        return context.header("HX-Request") != null;
    }
}
