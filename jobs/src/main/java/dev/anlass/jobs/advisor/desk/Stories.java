package dev.anlass.jobs.advisor.desk;

import java.util.List;

/** What happened to customers, and why, in plain words. */
public interface Stories {

    /**
     * A customer's story as lines: chapters stand apart by an empty line, begin with a heading, and have indented lines.
     *
     * @param language in which it is told
     * @param until how far it goes, in milliseconds since 1970
     * @return empty if nothing is known
     */
    List<String> of(String customer, Language language, long until);
}
