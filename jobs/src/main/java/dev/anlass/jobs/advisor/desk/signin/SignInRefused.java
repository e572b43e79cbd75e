package dev.anlass.jobs.advisor.desk.signin;

/** A provider's answer that proves nothing. The message says what was wrong with it, and nothing about the person. */
public final class SignInRefused extends Exception {

    private static final long serialVersionUID = 1L;

    SignInRefused(String message) {
        super(message);
    }
}
