package dev.anlass.jobs.advisor.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Where each page is. */
public final class Addresses {

    private Addresses() {}

    public static String lists(String advisor) {
        return "/lists/" + part(advisor);
    }

    public static String list(String advisor, LocalDate day) {
        return lists(advisor) + "/" + day;
    }

    public static String row(String advisor, LocalDate day, String action) {
        return list(advisor, day) + "/rows/" + part(action);
    }

    public static String story(String advisor, LocalDate day, String action) {
        return row(advisor, day, action) + "/story";
    }

    public static String history(String advisor) {
        return lists(advisor) + "/history";
    }

    public static String branch(String branch) {
        return "/branches/" + part(branch);
    }

    private static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
