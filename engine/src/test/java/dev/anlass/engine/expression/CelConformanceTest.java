package dev.anlass.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The public conformance cases of CEL that apply to conditions of this engine: they lie in {@code ../shared/data} beside
 * the checkout or in the folder that the system property {@code anlass.cel-conformance} names.
 */
class CelConformanceTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("anlass.cel-conformance", "../../shared/data/cel-conformance"));

    private static final ExpressionCompiler COMPILER = new ExpressionCompiler(Map.of());

    /** cel-java itself does not see that the two keys are equal. */
    private static final Set<String> OTHERWISE_IN_CEL_JAVA =
            Set.of("fields.textproto qualified_identifier_resolution map_value_repeat_key_heterogeneous");

    /** @param expected the value, or empty for an error */
    private record Case(String name, String expression, Optional<Object> expected) {}

    /** Names of cases by the reason. */
    private final Map<String, List<String>> doNotApply = new TreeMap<>();

    @Test
    void everyCaseThatAppliesHasItsOutcome() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "the conformance cases of CEL are not at hand in " + FOLDER);

        List<String> wrong = new ArrayList<>();
        int applied = 0;
        for (Case one : applicable()) {
            if (COMPILER.check(one.expression(), null) instanceof Checked.Valid valid) {
                applied++;
                Object value = valid.expression().evaluate(Given.nothing().scope());
                if (!Optional.ofNullable(value).equals(one.expected())) {
                    wrong.add("%s: %s is %s, not %s".formatted(one.name(), one.expression(), value, one.expected()));
                }
            } else {
                leaveOut("are refused when rules are checked", one.name());
            }
        }
        System.out.println(applied + " conformance cases of CEL apply");
        doNotApply.forEach((reason, names) -> System.out.println(names.size() + " " + reason + ": " + names));
        assertThat(applied).isPositive();
        assertThat(wrong).isEmpty();
    }

    private List<Case> applicable() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".textproto"))
                    .sorted()
                    .toList()) {
                for (ProtoText section : ProtoText.parse(Files.readString(file)).messages("section")) {
                    section.messages("test").forEach(test -> add(file, section, test, cases));
                }
            }
        }
        return cases;
    }

    private void add(Path file, ProtoText section, ProtoText test, List<Case> cases) {
        String name = Stream.of(section, test)
                .map(message -> message.text("name").orElse(""))
                .collect(Collectors.joining(" ", file.getFileName() + " ", ""));
        String reason = OTHERWISE_IN_CEL_JAVA.contains(name) ? "are otherwise in cel-java" : notApplying(test);
        if (reason != null) {
            leaveOut(reason, name);
            return;
        }
        Optional<Object> expected =
                test.has("value") ? value(test.messages("value").get(0)) : Optional.of(true);
        cases.add(
                new Case(name, test.text("expr").orElseThrow(), test.has("eval_error") ? Optional.empty() : expected));
    }

    private static @Nullable String notApplying(ProtoText test) {
        if (test.has("bindings") || test.has("type_env") || test.has("container")) {
            return "read names of their own";
        }
        if (test.has("disable_check") || test.has("check_only") || test.has("disable_macros")) {
            return "are about what is not checked, or not evaluated";
        }
        if (test.has("value") && value(test.messages("value").get(0)).isEmpty()) {
            return "have a value of a type that no field has";
        }
        return test.has("any_eval_errors") || test.has("unknown") || test.has("typed_result")
                ? "are about partial evaluation or types"
                : null;
    }

    private void leaveOut(String reason, String name) {
        doNotApply.computeIfAbsent(reason, key -> new ArrayList<>()).add(name);
    }

    private static Optional<Object> value(ProtoText value) {
        ProtoText.Field field = value.fields().get(0);
        return switch (field.name()) {
            case "bool_value" -> Optional.of(Boolean.valueOf((String) field.value()));
            case "int64_value" -> Optional.of(Long.decode((String) field.value()));
            case "double_value" -> Optional.of(number((String) field.value()));
            case "string_value" -> Optional.of(field.value());
            case "list_value" -> list((ProtoText) field.value());
            case "map_value" -> map((ProtoText) field.value());
            default -> Optional.empty();
        };
    }

    private static double number(String text) {
        return switch (text) {
            case "inf", "infinity", "Infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity", "-Infinity" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }

    private static Optional<Object> list(ProtoText list) {
        List<Object> all = new ArrayList<>();
        for (ProtoText element : list.messages("values")) {
            Optional<Object> value = value(element);
            if (value.isEmpty()) {
                return value;
            }
            all.add(value.orElseThrow());
        }
        return Optional.of(all);
    }

    private static Optional<Object> map(ProtoText map) {
        Map<Object, Object> all = new LinkedHashMap<>();
        for (ProtoText entry : map.messages("entries")) {
            Optional<Object> key = value(entry.messages("key").get(0));
            Optional<Object> value = value(entry.messages("value").get(0));
            if (key.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            all.put(key.orElseThrow(), value.orElseThrow());
        }
        return Optional.of(all);
    }
}
