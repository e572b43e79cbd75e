package dev.anlass.jobs.push.gateway;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The script for apps in browsers and the sample page: these files and no others, all from the class path. */
final class Pages {

    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private static final List<Page> ALL = List.of(
            new Page("/anlass.js", SCRIPT),
            new Page("/sample", "/gateway/sample.html", "text/html; charset=utf-8"),
            new Page("/sample.js", SCRIPT),
            new Page("/sample.css", "text/css; charset=utf-8"));

    /** A file and where it is served. */
    private record Page(String path, String resource, String type) {

        Page(String path, String type) {
            this(path, "/gateway" + path, type);
        }

        byte[] bytes() {
            try (InputStream stream = Pages.class.getResourceAsStream(resource)) {
                if (stream == null) {
                    throw new IllegalStateException("the program is incomplete: " + resource + " is missing");
                }
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Pages() {}

    static void serve(RoutesConfig routes) {
        for (Page page : ALL) {
            byte[] bytes = page.bytes();
            routes.get(page.path(), context -> context.contentType(page.type()).result(bytes));
        }
    }
}
