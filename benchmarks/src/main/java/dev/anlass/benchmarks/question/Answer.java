package dev.anlass.benchmarks.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What one method of a question came to.
 *
 * @param what the name of the method
 * @param parameters values by name
 * @param unit of the scores, such as {@code ns/op}
 * @param error half the width of the 99.9 % confidence interval; NaN if there is only one score
 * @param rawScores one for each measured iteration of each fork
 * @param allocatedBytes for each operation
 */
record Answer(
        String what,
        Map<String, String> parameters,
        String unit,
        double score,
        double error,
        List<Double> rawScores,
        double allocatedBytes) {

    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final double THOUSAND = 1_000;

    static Answer of(RunResult run) {
        Result<?> primary = run.getPrimaryResult();
        Result<?> allocation = run.getSecondaryResults().get(ALLOCATION);
        return new Answer(
                primary.getLabel(),
                parameters(run.getParams()),
                primary.getScoreUnit(),
                primary.getScore(),
                primary.getScoreError(),
                rawScores(run),
                allocation == null ? 0 : allocation.getScore());
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("what", what);
        map.putAll(parameters);
        map.put("unit", unit);
        map.put("score", rounded(score));
        if (!Double.isNaN(error)) {
            map.put("error", rounded(error));
        }
        map.put("allocated_bytes", Math.round(allocatedBytes));
        map.put("raw", rawScores.stream().map(Answer::rounded).toList());
        return map;
    }

    private static double rounded(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }

    private static Map<String, String> parameters(BenchmarkParams params) {
        Map<String, String> parameters = new TreeMap<>();
        params.getParamsKeys().forEach(key -> parameters.put(key, params.getParam(key)));
        return parameters;
    }

    private static List<Double> rawScores(RunResult run) {
        List<Double> scores = new ArrayList<>();
        for (BenchmarkResult fork : run.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                scores.add(iteration.getPrimaryResult().getScore());
            }
        }
        return scores;
    }
}
