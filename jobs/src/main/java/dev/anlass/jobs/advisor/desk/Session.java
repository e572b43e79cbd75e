package dev.anlass.jobs.advisor.desk;

import dev.anlass.jobs.advisor.desk.signin.Visitor;

/**
 * What is kept about somebody who is signed in.
 *
 * @param token that every form has to bring
 */
record Session(Visitor visitor, String token) {}
