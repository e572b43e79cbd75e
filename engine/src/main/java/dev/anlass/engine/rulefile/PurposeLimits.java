package dev.anlass.engine.rulefile;

import dev.anlass.engine.rulefile.Vocabulary.DeclaredPurpose;
import java.util.Set;
import java.util.TreeSet;

/** Finds rules that need data categories which their purpose can never permit. */
final class PurposeLimits {

    private PurposeLimits() {}

    /**
     * Reports the categories that are needed and not among those to which the author limits the purpose.
     *
     * @param what what needs them, as {@code the trigger}
     */
    static void check(Reading reading, String name, Set<String> categories, Section section, String what) {
        DeclaredPurpose purpose = reading.vocabulary().purposes.get(name);
        if (purpose == null || purpose.data().isEmpty()) {
            return;
        }
        Set<String> never = new TreeSet<>(categories);
        never.removeAll(purpose.data());
        if (!never.isEmpty()) {
            reading.findings()
                    .error(
                            section.spotOf("purpose"),
                            "the purpose \"" + name + "\" never permits what " + what + " reads: "
                                    + String.join(", ", never),
                            "it permits only " + String.join(", ", purpose.data()));
        }
    }
}
