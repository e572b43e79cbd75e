package dev.anlass.jobs.advisor.desk;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;

/** Writes pages as HTML. The templates escape what they are given by where it stands. */
final class Pages {

    private static final String PACKAGE = "dev.anlass.jobs.advisor.desk.pages";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), PACKAGE);

    void show(Context context, SignInPage page) {
        show(context, "sign-in.jte", page);
    }

    void show(Context context, ListPage page) {
        show(context, "list.jte", page);
    }

    /** Only what changes when feedback was given. */
    void showPart(Context context, ListPage page) {
        show(context, "rows.jte", page);
    }

    void show(Context context, NoListPage page) {
        show(context, "no-list.jte", page);
    }

    void show(Context context, HistoryPage page) {
        show(context, "history.jte", page);
    }

    void show(Context context, StoryPage page) {
        show(context, "story.jte", page);
    }

    void show(Context context, BranchPage page) {
        show(context, "branch.jte", page);
    }

    void show(Context context, ProblemPage page) {
        show(context, "problem.jte", page);
    }

    private void show(Context context, String template, Object page) {
        StringOutput html = new StringOutput();
        engine.render(template, page, html);
        context.html(html.toString());
    }
}
