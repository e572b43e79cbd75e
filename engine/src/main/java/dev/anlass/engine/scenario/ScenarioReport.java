package dev.anlass.engine.scenario;

import java.util.List;

/** What came of all scenarios that could be played, for their authors. */
public record ScenarioReport(List<FileResult> files) {

    /** What came of the scenarios of a file. */
    public record FileResult(String file, List<ScenarioResult> results) {
        public FileResult {
            results = List.copyOf(results);
        }
    }

    public ScenarioReport {
        files = List.copyOf(files);
    }

    /** Whether everything happened as expected. */
    public boolean isGood() {
        return failed() == 0;
    }

    public long played() {
        return files.stream().mapToLong(file -> file.results().size()).sum();
    }

    public long failed() {
        return files.stream()
                .flatMap(file -> file.results().stream())
                .filter(result -> !result.isGood())
                .count();
    }

    /** A line for each scenario; for one that failed, what was expected beside what happened; then how many there were. */
    public String render() {
        StringBuilder text = new StringBuilder();
        for (FileResult file : files) {
            if (file.results().isEmpty()) {
                continue;
            }
            text.append(file.file()).append('\n');
            file.results().forEach(result -> new ScenarioRendering(text).append(result));
            text.append('\n');
        }
        return text.append(counts()).append('\n').toString();
    }

    private String counts() {
        String scenarios = played() == 1 ? "1 scenario" : played() + " scenarios";
        return failed() == 0 ? scenarios + ", all as expected" : scenarios + ", " + failed() + " not as expected";
    }
}
