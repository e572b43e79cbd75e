package dev.anlass.jobs.advisor.desk.signin;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import dev.anlass.engine.rulefile.Source;
import dev.anlass.jobs.advisor.Offices;
import dev.anlass.jobs.advisor.OfficesReader;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LocalUsersReaderTest {

    private static final String HASH = BCrypt.withDefaults().hashToString(4, "right".toCharArray());

    @Test
    void usersSignInWithTheirPassword() {
        LocalUsers users = Objects.requireNonNull(read("""
                        users:
                          anna: {password: "HASH", advisor: advisor-1}
                          boss: {password: "HASH", head_of: [branch-1]}
                        """).users());

        assertThat(users.signIn("anna", "right")).hasValue(new Visitor("anna", "advisor-1", Set.of()));
        assertThat(users.signIn("boss", "right")).hasValue(new Visitor("boss", null, Set.of("branch-1")));
        assertThat(users.signIn("anna", "wrong")).isEmpty();
        assertThat(users.signIn("anna", "")).isEmpty();
        assertThat(users.signIn("anna", "right" + " ".repeat(80))).isEmpty();
        assertThat(users.signIn("carl", "right")).isEmpty();
        assertThat(LocalUsers.NONE.signIn("anna", "nobody")).isEmpty();
    }

    @Test
    void allMistakesAreFoundAtOnceAndNoPasswordIsRepeated() {
        LocalUsersReader.Read read = read("""
                users:
                  anna: {password: "open sesame", advisor: advisor-7}
                  ben: {advisor: advisor-1, head-of: [branch-1]}
                  boss: {password: "HASH", head_of: branch-1}
                  carl: {password: "HASH"}
                """);

        assertThat(read.users()).isNull();
        assertThat(read.problems().render())
                .contains("users.yaml:2", "no bcrypt hash", "no advisor \"advisor-7\"")
                .contains("no key \"head-of\"", "needs the key \"password\"")
                .contains("a list of branches is needed", "an advisor or the head of a branch")
                .doesNotContain("sesame\" is");
    }

    private static LocalUsersReader.Read read(String text) {
        return LocalUsersReader.read(new Source("users.yaml", text.replace("HASH", HASH)), offices());
    }

    private static Offices offices() {
        String text = """
                branches:
                  branch-1: {zone: Europe/Prague}
                advisors:
                  advisor-1: {branch: branch-1}
                """;
        return Objects.requireNonNull(
                OfficesReader.read(new Source("offices.yaml", text)).offices());
    }
}
