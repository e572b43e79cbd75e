package dev.anlass.jobs.advisor.desk;

import org.jspecify.annotations.Nullable;

/**
 * Where people say who they are.
 *
 * @param hasPasswords whether there are local users
 * @param hasProvider whether they can sign in by OpenID Connect
 * @param problem the key of what is to be said; null at first
 */
public record SignInPage(
        Frame frame,
        boolean hasPasswords,
        boolean hasProvider,
        @Nullable String problem) {}
