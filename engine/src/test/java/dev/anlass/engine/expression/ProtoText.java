package dev.anlass.engine.expression;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A message in the text form of protocol buffers: names with values, each a text or again a message. */
final class ProtoText {

    /** @param value a String as it is written, without quotes and escapes, or a ProtoText */
    record Field(String name, Object value) {}

    private final List<Field> fields = new ArrayList<>();

    static ProtoText parse(String text) {
        return new Reader(text).message();
    }

    List<ProtoText> messages(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name) && field.value() instanceof ProtoText)
                .map(field -> (ProtoText) field.value())
                .toList();
    }

    Optional<String> text(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name) && field.value() instanceof String)
                .map(field -> (String) field.value())
                .findFirst();
    }

    boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    List<Field> fields() {
        return fields;
    }

    /** Goes through the text from left to right. */
    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        ProtoText message() {
            ProtoText message = new ProtoText();
            for (skip(); at < text.length() && text.charAt(at) != '}'; skip()) {
                String name = word();
                skip();
                if (text.charAt(at) == ':') {
                    at++;
                    skip();
                }
                message.fields.add(new Field(name, value()));
            }
            at++;
            return message;
        }

        private Object value() {
            char first = text.charAt(at);
            if (first == '{') {
                at++;
                return message();
            }
            return first == '"' || first == '\'' ? quoted() : word();
        }

        private String word() {
            int start = at;
            while (at < text.length() && " \t\r\n:{}#,;".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }

        /** Quoted texts that follow each other are one. */
        private String quoted() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            while (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
                char quote = text.charAt(at++);
                while (text.charAt(at) != quote) {
                    character(bytes);
                }
                at++;
                skip();
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }

        private void character(ByteArrayOutputStream bytes) {
            if (text.charAt(at) == '\\') {
                at++;
                escaped(bytes);
            } else {
                int codePoint = text.codePointAt(at);
                bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
                at += Character.charCount(codePoint);
            }
        }

        private void escaped(ByteArrayOutputStream bytes) {
            char escape = text.charAt(at++);
            switch (escape) {
                case 'n' -> bytes.write('\n');
                case 't' -> bytes.write('\t');
                case 'r' -> bytes.write('\r');
                case 'a' -> bytes.write(7);
                case 'b' -> bytes.write('\b');
                case 'f' -> bytes.write('\f');
                case 'v' -> bytes.write(11);
                case 'x' -> bytes.write(number(2, 16));
                case 'u' -> bytes.writeBytes(Character.toString(number(4, 16)).getBytes(StandardCharsets.UTF_8));
                case 'U' -> bytes.writeBytes(Character.toString(number(8, 16)).getBytes(StandardCharsets.UTF_8));
                case '0', '1', '2', '3' -> {
                    at--;
                    bytes.write(number(3, 8));
                }
                default -> bytes.write(escape);
            }
        }

        private int number(int digits, int base) {
            at += digits;
            return Integer.parseInt(text.substring(at - digits, at), base);
        }

        private void skip() {
            while (at < text.length()
                    && (Character.isWhitespace(text.charAt(at)) || ",;#".indexOf(text.charAt(at)) >= 0)) {
                at = text.charAt(at) == '#' ? Math.max(at, text.indexOf('\n', at)) + 1 : at + 1;
            }
        }
    }
}
