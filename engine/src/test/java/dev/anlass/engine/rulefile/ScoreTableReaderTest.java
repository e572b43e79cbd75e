package dev.anlass.engine.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.rule.Belief;
import dev.anlass.engine.rule.ScoreCell;
import dev.anlass.engine.rule.ScoreTable;
import org.junit.jupiter.api.Test;

/** Files of score tables: what is read, and what is said about mistakes. */
class ScoreTableReaderTest {

    private static ScoreTableReader.Read read(String text) {
        return ScoreTableReader.read(new Source("scores.json", text));
    }

    @Test
    void aTableIsReadWithItsCells() {
        ScoreTable table = read("""
                {"number": "2026.03.08-1a2b3c4d", "effective_from": "2026-03-09T00:00:00Z", "segment": "relationship",
                 "learned": {"seed": 1},
                 "cells": [
                  {"action": "offer", "offered": 100, "accepted": 4, "alpha": 5, "beta": 97, "propensity": 0.05},
                  {"action": "offer", "type": "fan", "offered": 9, "accepted": 2, "alpha": 3, "beta": 8, "propensity": 0.3}]}
                """).table();
        assertThat(table).isNotNull();
        assertThat(table.number()).isEqualTo("2026.03.08-1a2b3c4d");
        assertThat(table.cell("offer", "fan")).isEqualTo(new ScoreCell("offer", "fan", 9, 2, Belief.of(3, 8), 0.3));
        assertThat(table.cell("offer", "ruler"))
                .isEqualTo(new ScoreCell("offer", null, 100, 4, Belief.of(5, 97), 0.05));
        assertThat(table.cell("another", "fan")).isNull();
    }

    @Test
    void allMistakesAreSaidAtOnceEachWithItsPlace() {
        ScoreTableReader.Read read = read("""
                {"number": "", "effective_from": "yesterday",
                 "cell": [],
                 "cells": [
                  {"action": "offer", "type": "fan", "offered": 1, "accepted": 0, "alpha": 0, "beta": 1, "propensity": 2},
                  {"action": "offer", "offered": 1, "accepted": 0, "alpha": 1, "beta": 1, "propensity": 0.5},
                  {"action": "offer", "offered": 1, "accepted": 0, "alpha": 1, "beta": 1, "propensity": 0.5},
                  {"offered": 1, "accepted": -1, "alpha": 1, "beta": 1, "propensity": 0.5}, 7]}
                """);
        assertThat(read.table()).isNull();
        assertThat(read.problems().render()).isEqualTo("""
                scores.json:1:12: error: "number" is a text that is not empty
                  {"number": "", "effective_from": "yesterday",
                             ^

                scores.json:1:34: error: "effective_from" is a time
                  {"number": "", "effective_from": "yesterday",
                                                   ^
                  expected: a time such as 2026-03-02T20:00:00Z

                scores.json:2:10: error: nothing is called "cell" here
                   "cell": [],
                           ^
                  did you mean "cells"?

                scores.json:4:31: error: a type needs the segment whose type it is
                    {"action": "offer", "type": "fan", "offered": 1, "accepted": 0, "alpha": 0, "beta": 1, "propensity": 2},
                                                ^
                  name the segment beside the cells

                scores.json:4:76: error: "alpha" is a number above 0
                    {"action": "offer", "type": "fan", "offered": 1, "accepted": 0, "alpha": 0, "beta": 1, "propensity": 2},
                                                                                             ^

                scores.json:4:104: error: "propensity" is a number from 0 to 1
                    {"action": "offer", "type": "fan", "offered": 1, "accepted": 0, "alpha": 0, "beta": 1, "propensity": 2},
                                                                                                                         ^

                scores.json:6:14: error: there is another cell for the same action and type
                    {"action": "offer", "offered": 1, "accepted": 0, "alpha": 1, "beta": 1, "propensity": 0.5},
                               ^
                  keep one of the two

                scores.json:7:3: error: "action" is missing
                    {"offered": 1, "accepted": -1, "alpha": 1, "beta": 1, "propensity": 0.5}, 7]}
                    ^

                scores.json:7:30: error: "accepted" is a number of 0 or more
                    {"offered": 1, "accepted": -1, "alpha": 1, "beta": 1, "propensity": 0.5}, 7]}
                                               ^

                scores.json:7:77: error: a cell is an object
                    {"offered": 1, "accepted": -1, "alpha": 1, "beta": 1, "propensity": 0.5}, 7]}
                                                                                              ^
                  expected: {"action": …, "alpha": …}

                10 errors
                """);
    }

    @Test
    void whatIsNoJsonIsSaidWithItsPlace() {
        assertThat(read("{\"number\": ").problems().render()).startsWith("scores.json:1:12: error: this is no JSON");
        assertThat(read("").problems().render()).contains("the file is empty");
        assertThat(read("[]").problems().render()).contains("a score table is a JSON object");
    }
}
