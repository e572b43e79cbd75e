package dev.anlass.jobs.advisor.desk.signin;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Users whose passwords are kept, as bcrypt hashes, in a file of ours. An unknown name takes as long as a wrong password. */
public final class LocalUsers {

    /** Nobody can sign in with a password. */
    public static final LocalUsers NONE = new LocalUsers(Map.of());

    /** What bcrypt reads of a password. */
    static final int MOST_PASSWORD_BYTES = 71;

    private static final int USUAL_COST = 10;
    private static final int COST_BEGINS_AT = 4;

    private final Map<String, LocalUser> users;
    private final String decoy;

    /** One of them. */
    record LocalUser(String passwordHash, Visitor visitor) {

        int cost() {
            return Integer.parseInt(passwordHash.substring(COST_BEGINS_AT, COST_BEGINS_AT + 2));
        }
    }

    LocalUsers(Map<String, LocalUser> users) {
        this.users = Map.copyOf(users);
        int cost = users.values().stream().mapToInt(LocalUser::cost).max().orElse(USUAL_COST);
        this.decoy = BCrypt.withDefaults().hashToString(cost, "nobody".toCharArray());
    }

    public boolean isEmpty() {
        return users.isEmpty();
    }

    public boolean knows(String name) {
        return users.containsKey(name);
    }

    /** Who it is, if name and password belong together. */
    public Optional<Visitor> signIn(String name, String password) {
        LocalUser user = users.get(name);
        boolean isTooLong = password.getBytes(StandardCharsets.UTF_8).length > MOST_PASSWORD_BYTES;
        String hash = user == null ? decoy : user.passwordHash();
        boolean isRight = BCrypt.verifyer().verify((isTooLong ? "" : password).toCharArray(), hash).verified;
        return user != null && isRight && !isTooLong ? Optional.of(user.visitor()) : Optional.empty();
    }
}
