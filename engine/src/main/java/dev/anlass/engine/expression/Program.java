package dev.anlass.engine.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import org.jspecify.annotations.Nullable;

/** A checked tree, ready to be evaluated: its translation and the room that the variables of its macros need. */
record Program(Computation root, int variables) {

    static Program of(CelAbstractSyntaxTree tree) {
        Translator translator = new Translator(tree);
        Computation root = translator.translate(tree.getExpr());
        return new Program(root, translator.variables());
    }

    @Nullable
    Object evaluate(Scope scope) {
        return root.compute(scope, variables == 0 ? Variables.NONE : new Variables(variables));
    }
}
