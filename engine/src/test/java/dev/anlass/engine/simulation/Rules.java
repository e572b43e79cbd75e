package dev.anlass.engine.simulation;

import dev.anlass.engine.place.FenceIndex;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.step.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rule files with what is made of them, made once. */
public final class Rules {

    private final Map<String, String> files;
    private final Bundle bundle;
    private final FenceIndex fences;
    private final Map<Settings, Program> programs = new HashMap<>();

    Rules(Map<String, String> files) {
        this.files = new TreeMap<>(files);
        this.bundle = RandomRules.bundle(files);
        this.fences = FenceIndex.of(bundle.fences());
    }

    Map<String, String> files() {
        return files;
    }

    Bundle bundle() {
        return bundle;
    }

    FenceIndex fences() {
        return fences;
    }

    Program program(Settings settings) {
        return programs.computeIfAbsent(settings, s -> Program.of(List.of(bundle), s));
    }

    /** Without one of the files; these rules if they cannot be without it. */
    Rules without(String path) {
        Map<String, String> fewer = new TreeMap<>(files);
        fewer.remove(path);
        return RandomRules.isGood(fewer) ? new Rules(fewer) : this;
    }
}
