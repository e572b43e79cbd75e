package dev.anlass.jobs.config;

/**
 * Everything that is set about the web page for advisors.
 *
 * @param host where it listens
 * @param port 0 for any free port
 * @param address as advisors reach it; empty for where it listens
 * @param files the directory to which every list is written; empty if to none
 * @param users the file of local users; empty if there are none
 */
public record DeskSettings(
        String host,
        int port,
        String address,
        DatabaseSettings database,
        String files,
        String users,
        OidcSettings oidc) {}
