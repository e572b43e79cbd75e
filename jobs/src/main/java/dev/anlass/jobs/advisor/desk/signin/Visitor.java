package dev.anlass.jobs.advisor.desk.signin;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who proved who they are.
 *
 * @param name under which accesses are logged
 * @param advisor whose lists are theirs; null if they have none
 * @param headOf the branches that they see as a whole
 */
public record Visitor(String name, @Nullable String advisor, Set<String> headOf) {

    public Visitor {
        headOf = Collections.unmodifiableSet(new TreeSet<>(headOf));
    }

    /** Whether there is anything that they may see. */
    public boolean hasRole() {
        return advisor != null || !headOf.isEmpty();
    }
}
