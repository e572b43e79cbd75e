package dev.anlass.engine.rulefile;

/**
 * What the readers of rules share: the names that are declared, the names that expressions see, and the list of
 * findings.
 */
record Reading(
        Vocabulary vocabulary, Environments environments, Expressions expressions, Values values, Findings findings) {

    /** With the names that the vocabulary knows by now. */
    static Reading of(Vocabulary vocabulary, Expressions expressions, Findings findings) {
        return new Reading(vocabulary, new Environments(vocabulary), expressions, new Values(findings), findings);
    }

    /** A declared name of a kind; reported, with the nearest, if there is none like it. */
    boolean refersTo(Declared<?> declared, String what, Node node, String name) {
        if (declared.knows(name)) {
            return true;
        }
        findings.error(node.at(), "unknown " + what + " \"" + name + "\"", Words.nearest(name, declared.names()));
        return false;
    }
}
