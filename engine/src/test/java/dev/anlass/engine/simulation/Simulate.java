package dev.anlass.engine.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

public final class Simulate {
    public static void main(String[] args) {
        long from = Long.parseLong(args[0]);
        long to = Long.parseLong(args[1]);
        boolean disorder = args[2].equals("disorder");
        int show = args.length > 3 ? Integer.parseInt(args[3]) : 3;
        ORDER = !disorder;
        int failures = 0;
        long matches = 0;
        Map<String, Integer> kinds = new TreeMap<>();
        long started = System.nanoTime();
        for (long seed = from; seed < to; seed++) {
            World world = World.of(seed, disorder);
            String problem = problem(world);
            if (problem.isEmpty()) {
                matches += Run.of(world).expected().size();
                continue;
            }
            failures++;
            if (failures <= show) {
                World small = shrink(world);
                System.out.println("==== seed " + seed + " lateness " + small.settings().latenessMillis());
                small.files().forEach((path, text) -> {
                    if (path.startsWith("triggers") || path.startsWith("policies") || path.contains("channels") || path.startsWith("metrics") || path.startsWith("segments")) {
                        System.out.println(text);
                    }
                });
                small.lines().forEach(line -> System.out.println(line.replace("{\"specversion\":\"1.0\",", "").replace("\"", "")));
                System.out.println(problem(small));
            } else {
                kinds.merge("seeds", 1, Integer::sum);
                System.out.print(seed + " ");
            }
        }
        System.out.println();
        System.out.println(failures + " failures of " + (to - from) + ", " + matches + " matches in "
                + (System.nanoTime() - started) / 1_000_000 + " ms");
    }

    static String problem(World world) {
        try {
            Run run = Run.of(world);
            Map<String, Moment.Outline> expected = run.expected();
            Map<String, Moment.Outline> found = run.found();
            if (!run.rejected().equals(run.late())) {
                return "late: engine " + run.rejected() + " reference " + run.late();
            }
            if (expected.equals(found)) {
                return ORDER ? decisions(run) : "";
            }
            Map<String, Moment.Outline> missing = new TreeMap<>(expected);
            missing.keySet().removeAll(found.keySet());
            Map<String, Moment.Outline> extra = new TreeMap<>(found);
            extra.keySet().removeAll(expected.keySet());
            return "only reference: " + missing.values() + "\nonly engine: " + extra.values();
        } catch (RuntimeException e) {
            java.io.StringWriter out = new java.io.StringWriter();
            e.printStackTrace(new java.io.PrintWriter(out));
            return out.toString();
        }
    }

    static boolean ORDER;

    static String decisions(Run run) {
        List<Told> judged = new ArrayList<>(run.judged());
        List<Told> decided = new ArrayList<>(run.decided());
        for (Told told : List.copyOf(judged)) {
            if (decided.remove(told)) {
                judged.remove(told);
            }
        }
        return judged.isEmpty() && decided.isEmpty() ? "" : "decided by reference: " + judged + "\ndecided by engine: " + decided;
    }

    static World shrink(World world) {
        World small = world;
        for (String path : world.files().keySet()) {
            if (path.startsWith("triggers") || path.startsWith("policies") || path.contains("channels") || path.startsWith("metrics") || path.startsWith("segments")) {
                World candidate = small.without(path);
                small = problem(candidate).isEmpty() ? small : candidate;
            }
        }
        boolean again = true;
        while (again) {
            again = false;
            for (int i = small.lines().size() - 1; i >= 0; i--) {
                List<String> fewer = new ArrayList<>(small.lines());
                fewer.remove(i);
                World candidate = small.with(fewer);
                if (!fewer.isEmpty() && !problem(candidate).isEmpty()) {
                    small = candidate;
                    again = true;
                }
            }
        }
        return small;
    }
}
