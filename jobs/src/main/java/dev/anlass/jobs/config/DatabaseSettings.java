package dev.anlass.jobs.config;

/**
 * Where a database is.
 *
 * @param url of JDBC; empty if none was named
 */
public record DatabaseSettings(String url, String user, Secret password) {}
