package dev.anlass.jobs.advisor.desk.signin;

import dev.anlass.engine.rulefile.Findings;
import dev.anlass.engine.rulefile.Node;
import dev.anlass.engine.rulefile.Problems;
import dev.anlass.engine.rulefile.Section;
import dev.anlass.engine.rulefile.Source;
import dev.anlass.engine.rulefile.Values;
import dev.anlass.engine.rulefile.YamlReader;
import dev.anlass.jobs.advisor.Offices;
import dev.anlass.jobs.advisor.desk.signin.LocalUsers.LocalUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the file of local users; all mistakes at once. A password is never repeated in a message. */
public final class LocalUsersReader {

    private static final List<String> KEYS = List.of("users");
    private static final List<String> USER_KEYS = List.of("password", "advisor", "head_of");
    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(0[4-9]|1[0-6])\\$[./A-Za-z0-9]{53}");

    private final Findings findings = new Findings();
    private final Values values = new Values(findings);
    private final Map<String, LocalUser> users = new TreeMap<>();
    private final Offices offices;

    private LocalUsersReader(Offices offices) {
        this.offices = offices;
    }

    /**
     * What was read.
     *
     * @param users null if there are errors among the problems
     */
    public record Read(@Nullable LocalUsers users, Problems problems) {}

    /** Reads users who are advisors and heads of these offices. */
    public static Read read(Source source, Offices offices) {
        LocalUsersReader reader = new LocalUsersReader(offices);
        reader.file(source);
        Problems problems = reader.findings.problems();
        return new Read(problems.hasErrors() ? null : new LocalUsers(reader.users), problems);
    }

    private void file(Source source) {
        List<Node> documents = YamlReader.documents(source, findings);
        if (documents.isEmpty() && findings.errors() == 0) {
            findings.error(source.at(0), "the file of users is empty", "expected: the key users");
        }
        Section file = documents.isEmpty() ? null : Section.of(documents.get(0), "the file of users", findings, KEYS);
        Node node = file == null ? null : file.require("users");
        if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach(entry -> user(entry.key(), entry.value()));
        } else if (node != null) {
            findings.error(node.at(), "users are a mapping from names, not " + node.kind(), null);
        }
    }

    private void user(Node.Scalar key, Node node) {
        String name = values.name(key);
        Section section = Section.of(node, "a user", findings, USER_KEYS);
        if (name == null || section == null) {
            return;
        }
        String hash = section.require("password", "", this::hash);
        String advisor = section.readOrNull("advisor", this::advisor);
        Set<String> headOf = section.read("head_of", Set.of(), this::branches);
        if (!section.has("advisor") && !section.has("head_of")) {
            findings.error(
                    section.at(), "a user is an advisor or the head of a branch", "expected: advisor or head_of");
        }
        if (!hash.isEmpty()) {
            users.put(name, new LocalUser(hash, new Visitor(name, advisor, headOf)));
        }
    }

    private @Nullable String hash(Node node) {
        String hash = values.text(node);
        if (hash != null && !BCRYPT.matcher(hash).matches()) {
            findings.error(
                    node.at(),
                    "this is no bcrypt hash of a password",
                    "expected: \"$2a$12$…\", with a cost from 04 to 16");
            return null;
        }
        return hash;
    }

    private @Nullable String advisor(Node node) {
        return known(node, "advisor", offices.advisors().keySet());
    }

    private @Nullable Set<String> branches(Node node) {
        if (!(node instanceof Node.Sequence list)) {
            findings.error(node.at(), "a list of branches is needed, not " + node.kind(), "expected: [branch-1]");
            return null;
        }
        List<String> names = new ArrayList<>();
        for (Node item : list.items()) {
            String name = known(item, "branch", offices.branches().keySet());
            if (name != null) {
                names.add(name);
            }
        }
        return new TreeSet<>(names);
    }

    private @Nullable String known(Node node, String what, Set<String> all) {
        String name = values.name(node);
        if (name != null && !all.contains(name)) {
            findings.error(node.at(), "there is no " + what + " " + node.kind() + " in the file of offices", null);
            return null;
        }
        return name;
    }
}
