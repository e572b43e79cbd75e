package dev.anlass.jobs.advisor.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The style sheets and scripts of the pages: these files and no others, all from the class path. */
final class Assets {

    /** A day, in seconds. */
    private static final String KEPT = "public, max-age=86400";

    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private static final List<Asset> ALL = List.of(
            new Asset("/assets/pico.css", WEBJARS + "picocss__pico/2.1.1/css/pico.min.css", STYLE),
            new Asset("/assets/htmx.js", WEBJARS + "htmx.org/2.0.8/dist/htmx.min.js", SCRIPT),
            new Asset("/assets/desk.css", "/desk/desk.css", STYLE),
            new Asset("/assets/desk.js", "/desk/desk.js", SCRIPT),
            new Asset("/favicon.ico", "/desk/icon.svg", "image/svg+xml"));

    private record Asset(String path, String resource, String type) {

        byte[] bytes() {
            try (InputStream stream = Assets.class.getResourceAsStream(resource)) {
                if (stream == null) {
                    throw new IllegalStateException("the program is incomplete: " + resource + " is missing");
                }
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Assets() {}

    static void serve(RoutesConfig routes) {
        for (Asset asset : ALL) {
            byte[] bytes = asset.bytes();
            routes.get(asset.path(), context -> answer(context, asset, bytes));
        }
    }

    private static void answer(Context context, Asset asset, byte[] bytes) {
        context.header("Cache-Control", KEPT).contentType(asset.type()).result(bytes);
    }
}
