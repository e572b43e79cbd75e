package dev.anlass.jobs.advisor.desk;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import org.jspecify.annotations.Nullable;

/** The cookies of the desk: no script reads them, and no other site makes the browser send them with a form. */
final class Cookies {

    static final String SESSION = "anlass-desk";
    static final String GUEST = "anlass-guest";
    static final String LANGUAGE = "anlass-language";

    /** Until the browser is closed. */
    static final int WHILE_OPEN = -1;

    /** A year, in seconds. */
    static final int LONG = 31_536_000;

    private static final String HOST_ONLY = "__Host-";

    private final boolean isSecure;

    /** Cookies for a desk that is reached at an address; by https alone if the address says so. */
    Cookies(String address) {
        this.isSecure = address.startsWith("https:");
    }

    boolean isSecure() {
        return isSecure;
    }

    @Nullable
    String read(Context context, String name) {
        return context.cookie(full(name));
    }

    void write(Context context, String name, String value, int seconds) {
        context.cookie(new Cookie(full(name), value, "/", seconds, isSecure, true, null, SameSite.LAX));
    }

    void remove(Context context, String name) {
        write(context, name, "", 0);
    }

    private String full(String name) {
        return isSecure ? HOST_ONLY + name : name;
    }
}
