package dev.anlass.engine.rulefile;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says what the YAML parser found wrong, with a way out for what happens to authors of rules. */
final class SyntaxMistake {

    private SyntaxMistake() {}

    static void report(YamlEngineException mistake, Source source, Findings findings) {
        int offset = offset(mistake, source);
        String said = message(mistake);
        findings.error(source.at(offset), "this is no YAML: " + said, wayOut(said, source.text(), offset));
    }

    private static int offset(YamlEngineException mistake, Source source) {
        CodePoints codePoints = new CodePoints(source.text());
        if (mistake instanceof MarkedYamlEngineException marked) {
            return marked.getProblemMark()
                    .or(marked::getContextMark)
                    .map(Mark::getIndex)
                    .map(codePoints::offset)
                    .orElse(0);
        }
        return mistake instanceof ReaderException reader ? codePoints.offset(reader.getPosition()) : 0;
    }

    private static String message(YamlEngineException mistake) {
        if (mistake instanceof MarkedYamlEngineException marked && marked.getProblem() != null) {
            return marked.getProblem();
        }
        return mistake instanceof ReaderException reader
                ? "the character U+%04X is not allowed".formatted(reader.getCodePoint())
                : String.valueOf(mistake.getMessage()).lines().findFirst().orElse("");
    }

    private static @Nullable String wayOut(String said, String text, int offset) {
        if (offset < text.length() && text.charAt(offset) == '\t') {
            return "expected: spaces instead of a tab";
        }
        int lineStart = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
        if (text.substring(lineStart, Math.min(text.length(), offset + 1)).contains("${")) {
            return "expected: \"${…}\" in quotes";
        }
        if (said.contains("mapping values are not allowed") || said.contains("expected <block end>")) {
            return "expected: the whole value in single quotes, or the right indentation";
        }
        return null;
    }
}
