package dev.anlass.jobs.advisor.desk;

import dev.anlass.jobs.advisor.desk.signin.OidcProvider.Begun;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about somebody who is about to sign in.
 *
 * @param token that the form has to bring
 * @param begun the way by the provider; null on the other way
 */
record Guest(String token, @Nullable Begun begun) {}
