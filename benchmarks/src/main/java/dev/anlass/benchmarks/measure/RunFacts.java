package dev.anlass.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What a figure needs beside it to mean something: machine, load, JVM, commit, date. */
public final class RunFacts {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final ProcessorTicks FIRST = ProcessorTicks.now();

    private RunFacts() {}

    /**
     * The load is the number of runnable threads of all processes, averaged over the minute before now.
     *
     * @param command that runs this again from the root of the project
     */
    public static Map<String, Object> now(String command) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        facts.put("commit", commit());
        facts.put("command", command);
        facts.put("cpu", processor());
        facts.put("cores", Runtime.getRuntime().availableProcessors());
        facts.put("heap_mib", Runtime.getRuntime().maxMemory() >> 20);
        facts.put("jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put("load_before", loadNow());
        return facts;
    }

    /** The same of what follows from a seed. */
    public static Map<String, Object> now(String command, long seed) {
        Map<String, Object> facts = now(command);
        facts.put("seed", seed);
        return facts;
    }

    /** Puts beside the figures what is known at the end: the load, and what the host kept back since the first facts. */
    public static void end(Map<String, Object> figures) {
        figures.put("load_after", loadNow());
        ProcessorTicks.now().stolenPercentSince(FIRST).ifPresent(percent -> figures.put("stolen_percent", percent));
    }

    private static double loadNow() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String commit() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--exclude=*").start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("there is no git to tell the commit", e);
        }
    }
}
