package dev.anlass.engine.rulefile;

import java.util.List;

/** Finds files that are missing, unreadable or where no rule file belongs. */
final class FileChecks {

    private static final List<String> MANDATORY =
            List.of(FileKind.EVENTS_FILE, FileKind.PURPOSES_FILE, FileKind.CHANNELS_FILE);

    private final RuleFiles files;
    private final Findings findings;

    FileChecks(RuleFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    void check() {
        files.unreadable().forEach((path, reason) -> error(path, reason, null));
        for (String path : MANDATORY) {
            if (files.text(path) == null && !files.unreadable().containsKey(path)) {
                error(path, "this file is missing", null);
            }
        }
        if (files.paths().stream().noneMatch(path -> FileKind.of(path) == FileKind.TRIGGER)) {
            error("triggers/", "there is no trigger", "expected: triggers/<topic>/<name>.yaml");
        }
        for (String path : files.paths()) {
            if (FileKind.of(path) == FileKind.UNKNOWN) {
                findings.add(Problem.of(
                        files.shown(path),
                        Problem.Severity.WARNING,
                        "no rule file belongs here, it is not read",
                        FileKind.wayOut(path)));
            }
        }
    }

    private void error(String path, String message, @org.jspecify.annotations.Nullable String wayOut) {
        findings.add(Problem.of(files.shown(path), Problem.Severity.ERROR, message, wayOut));
    }
}
