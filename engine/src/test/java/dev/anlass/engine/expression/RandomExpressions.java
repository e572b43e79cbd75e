package dev.anlass.engine.expression;

import java.util.List;
import java.util.Random;

/** Writes random expressions of every type over the event of {@link Given}: some are computed here, some by cel-java. */
final class RandomExpressions {

    private final Random random;
    private int variables;

    RandomExpressions(Random random) {
        this.random = random;
    }

    String any() {
        return switch (random.nextInt(8)) {
            case 0 -> ints(3);
            case 1 -> doubles(3);
            case 2 -> strings(3);
            case 3 -> stringLists(3);
            case 4 -> intLists(3);
            default -> bools(4);
        };
    }

    private String bools(int depth) {
        if (depth == 0) {
            return pick("true", "false", "event.gift", "event.gift", "event.quantity > 1", "has(event.price)");
        }
        int less = depth - 1;
        return switch (random.nextInt(22)) {
            case 0, 1 -> "(" + bools(less) + " && " + bools(less) + ")";
            case 2, 3 -> "(" + bools(less) + " || " + bools(less) + ")";
            case 4 -> "!(" + bools(less) + ")";
            case 5 -> "(" + bools(less) + " ? " + bools(less) + " : " + bools(less) + ")";
            case 6 -> doubles(less) + order() + doubles(less);
            case 7 -> doubles(less) + order() + ints(less);
            case 8 -> ints(less) + order() + ints(less);
            case 9 -> strings(less) + order() + strings(less);
            case 10 -> doubles(less) + equality() + doubles(less);
            case 11 -> ints(less) + equality() + ints(less);
            case 12 -> strings(less) + equality() + strings(less);
            case 13 -> "(" + strings(less) + " in " + stringLists(less) + ")";
            case 14 -> "(" + ints(less) + " in " + intLists(less) + ")";
            case 15 -> "has(event." + pick("price", "fence", "fence.kind", "gift", "lines", "extra", "extra.a") + ")";
            case 16 -> strings(less) + "." + pick("startsWith", "endsWith", "contains") + "(" + strings(less) + ")";
            case 17 -> strings(less) + ".matches(" + pick("'a'", "'^b'", "'b-[0-9]$'", "event.category") + ")";
            case 18 -> any(less) + equality() + any(less);
            case 19 -> any(less) + order() + pick(any(less), ints(less), doubles(less), strings(less));
            case 20 -> "event.time" + order() + pick("event.time", "timestamp('2026-03-02T20:00:00Z')");
            default -> macroOfBool(less);
        };
    }

    private String macroOfBool(int depth) {
        String x = "x" + variables++;
        String macro = pick("all", "exists", "exists_one");
        return switch (random.nextInt(4)) {
            case 0 -> "event.lines." + macro + "(" + x + ", " + x + ".price" + order() + doubles(depth) + ")";
            case 1 -> stringLists(depth) + "." + macro + "(" + x + ", " + x + equality() + strings(depth) + ")";
            case 2 -> intLists(depth) + "." + macro + "(" + x + ", 6 / " + x + order() + ints(depth) + ")";
            default ->
                any(depth) + "." + macro + "(" + x + ", " + x + equality() + any(depth) + " || " + bools(depth) + ")";
        };
    }

    private String ints(int depth) {
        if (depth == 0) {
            return pick(
                    "0",
                    "1",
                    "2",
                    "-1",
                    "9223372036854775807",
                    "-9223372036854775808",
                    "event.quantity",
                    "event.quantity");
        }
        int less = depth - 1;
        return switch (random.nextInt(10)) {
            case 0, 1 -> "(" + ints(less) + pick(" + ", " - ", " * ", " / ", " % ") + ints(less) + ")";
            case 2 -> "-(" + ints(less) + ")";
            case 3 -> "size(" + pick(strings(less), stringLists(less), intLists(less)) + ")";
            case 4 -> "(" + bools(less) + " ? " + ints(less) + " : " + ints(less) + ")";
            case 5 -> intLists(less) + "[" + ints(less) + "]";
            case 6 -> pick("local_hour", "weekday") + "(" + pick("'Europe/Zurich'", "event.category") + ")";
            case 7 -> "int(" + pick(doubles(less), strings(less)) + ")";
            default -> ints(0);
        };
    }

    private String doubles(int depth) {
        if (depth == 0) {
            return pick("0.0", "1.0", "1.5", "-2.0", "20.0", "event.price", "event.price", "event.fence.lat");
        }
        int less = depth - 1;
        return switch (random.nextInt(8)) {
            case 0, 1 -> "(" + doubles(less) + pick(" + ", " - ", " * ", " / ") + doubles(less) + ")";
            case 2 -> "-(" + doubles(less) + ")";
            case 3 -> "double(" + pick(ints(less), strings(less)) + ")";
            case 4 -> "(" + bools(less) + " ? " + doubles(less) + " : " + doubles(less) + ")";
            case 5 -> "event.lines[" + ints(less) + "].price";
            default -> doubles(0);
        };
    }

    private String strings(int depth) {
        if (depth == 0) {
            return pick(
                    "''", "'a'", "'b-1'", "'game'", "'ä😀'", "event.product_id", "event.category", "event.fence.kind");
        }
        int less = depth - 1;
        return switch (random.nextInt(7)) {
            case 0 -> "(" + strings(less) + " + " + strings(less) + ")";
            case 1 -> "(" + bools(less) + " ? " + strings(less) + " : " + strings(less) + ")";
            case 2 -> stringLists(less) + "[" + ints(less) + "]";
            case 3 -> "string(" + pick(ints(less), doubles(less), "event.time") + ")";
            default -> strings(0);
        };
    }

    private String stringLists(int depth) {
        if (depth == 0) {
            return pick("event.product_ids", "['a', 'b-1']", "['game', event.category]");
        }
        String x = "x" + variables++;
        int less = depth - 1;
        return switch (random.nextInt(6)) {
            case 0 -> "(" + stringLists(less) + " + " + stringLists(less) + ")";
            case 1 -> stringLists(less) + ".filter(" + x + ", " + x + equality() + strings(less) + ")";
            case 2 -> "event.lines.map(" + x + ", " + x + ".product_id)";
            case 3 -> stringLists(less) + ".map(" + x + ", " + bools(less) + ", " + x + " + " + strings(less) + ")";
            default -> stringLists(0);
        };
    }

    private String intLists(int depth) {
        if (depth == 0) {
            return pick("[1, 2, 0]", "[event.quantity, 1]", "[3]");
        }
        String x = "x" + variables++;
        int less = depth - 1;
        return switch (random.nextInt(5)) {
            case 0 -> "(" + intLists(less) + " + " + intLists(less) + ")";
            case 1 -> intLists(less) + ".filter(" + x + ", " + bools(less) + ")";
            case 2 -> stringLists(less) + ".map(" + x + ", size(" + x + "))";
            case 3 -> intLists(less) + ".map(" + x + ", " + x + " * " + ints(less) + ")";
            default -> intLists(0);
        };
    }

    /** A value whose type the checker does not know. */
    private String any(int depth) {
        return switch (random.nextInt(8)) {
            case 0 -> "event.extra.a";
            case 1 -> "dyn(" + pick(ints(depth), doubles(depth), strings(depth), stringLists(depth)) + ")";
            case 2 -> "dyn(" + pick("1u", "b'a'", "duration('1h')", "{'a': event.quantity}", "[1, 1.0, 'a']") + ")";
            case 3 -> "dyn(event.extra[" + pick("0", "'a'", "1") + "])"; // bare, its type is guessed from its use
            default -> "event.extra";
        };
    }

    private String order() {
        return pick(" < ", " <= ", " > ", " >= ");
    }

    private String equality() {
        return pick(" == ", " != ");
    }

    private String pick(String... texts) {
        return List.of(texts).get(random.nextInt(texts.length));
    }
}
