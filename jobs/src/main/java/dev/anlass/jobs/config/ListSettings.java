package dev.anlass.jobs.config;

import java.io.Serializable;

/**
 * What is set about the lists of advisors.
 *
 * @param offices the file of branches and advisors; empty if there are to be no lists
 * @param channel actions on it come on lists
 */
public record ListSettings(String offices, String channel) implements Serializable {

    public boolean areWanted() {
        return !offices.isEmpty();
    }
}
