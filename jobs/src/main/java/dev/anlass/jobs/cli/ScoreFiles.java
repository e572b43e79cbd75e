package dev.anlass.jobs.cli;

import dev.anlass.engine.rule.ScoreTable;
import dev.anlass.engine.rule.ScoreTables;
import dev.anlass.engine.rulefile.Problems;
import dev.anlass.engine.rulefile.ScoreTableReader;
import dev.anlass.engine.rulefile.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Score tables as a command finds them in files. */
final class ScoreFiles {

    private ScoreFiles() {}

    /** The tables, if all can be used; otherwise the command ends after saying everything that is wrong. */
    static ScoreTables tablesOrEnd(List<Path> files, PrintWriter err) throws IOException {
        List<ScoreTable> tables = new ArrayList<>();
        Problems problems = new Problems(List.of());
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                throw Answer.usedWrongly("there is no file " + file + " to read; name files that anlass learn wrote.");
            }
            ScoreTableReader.Read read = ScoreTableReader.read(new Source(file.toString(), Files.readString(file)));
            problems = problems.and(read.problems());
            if (read.table() != null) {
                tables.add(read.table());
            }
        }
        if (problems.hasErrors()) {
            err.print(problems.render());
            throw Answer.no("the score tables cannot be used; mend the errors above.");
        }
        return new ScoreTables(tables);
    }
}
