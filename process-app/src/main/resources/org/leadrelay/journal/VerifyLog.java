import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Verifies an exported log of Lead Relay with a JDK (17 or newer) and nothing else:
 *
 * <pre>java VerifyLog.java journey.jsonl</pre>
 *
 * Each line of the file is one line of the log; what is hashed stands in docs/reference/journey-log.md. Prints what is
 * wrong, and what was verified. Ends with 0 when all is as it was written, 1 when not, 2 when the file cannot be read.
 */
public class VerifyLog {

    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final byte[] NOTHING = new byte[0];

    private final Map<String, Chain> chains = new LinkedHashMap<>();
    private int findings;

    private static class Chain {
        long lines;
        long last;
        byte[] hash = NOTHING;
        boolean gap;
        boolean headSeen;
    }

    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("Give one file: java VerifyLog.java journey.jsonl");
            System.exit(2);
        }
        try {
            System.exit(new VerifyLog().verify(Path.of(arguments[0])) ? 0 : 1);
        } catch (IOException | RuntimeException e) {
            System.err.println("The file cannot be read: " + e.getMessage());
            System.exit(2);
        }
    }

    private boolean verify(Path file) throws IOException {
        int number = 0;
        for (String text : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            number++;
            if (text.isBlank()) {
                continue;
            }
            Map<String, String> fields;
            try {
                fields = new Json(text).object();
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("line " + number + " is no JSON object: " + e.getMessage());
            }
            Chain chain = chains.computeIfAbsent(needed(fields, "stream"), stream -> new Chain());
            if (fields.containsKey("removedUpTo")) {
                removed(chain, fields);
            } else if (fields.containsKey("head")) {
                head(chain, fields);
            } else {
                line(chain, fields);
            }
        }
        chains.forEach((stream, chain) ->
                System.out.println(stream + ": " + chain.lines + " lines verified up to " + chain.last
                        + (chain.headSeen ? ", which is the last" : ", whether later ones are missing is not known")));
        if (chains.isEmpty()) {
            throw new IllegalArgumentException("it holds no line");
        }
        System.out.println(findings == 0 ? "Everything is as it was written." : findings + " findings.");
        return findings == 0;
    }

    private void line(Chain chain, Map<String, String> fields) {
        long seq = Long.parseLong(needed(fields, "seq"));
        if (seq > chain.last + 1) {
            found("line-missing", fields, chain.last + 1);
            chain.gap = true;
        }
        byte[] previous = HexFormat.of().parseHex(needed(fields, "previousHash"));
        byte[] hash = HexFormat.of().parseHex(needed(fields, "hash"));
        boolean follows = chain.gap || Arrays.equals(previous, chain.hash);
        if (seq <= chain.last) {
            found("line-changed", fields, seq);
        } else if (!chain.gap && Arrays.equals(hash, seal(fields, chain.hash))) {
            if (!follows) {
                found("previous-hash-changed", fields, seq);
            }
        } else if (!Arrays.equals(hash, seal(fields, previous))) {
            found("line-changed", fields, seq);
        } else if (!follows) {
            found("link-broken", fields, seq);
        }
        chain.lines++;
        chain.last = Math.max(chain.last, seq);
        chain.hash = hash;
        chain.gap = false;
    }

    /** Lines that went by rule: the chain goes on from what is said of the last one of them. */
    private void removed(Chain chain, Map<String, String> fields) {
        long last = Long.parseLong(needed(fields, "removedUpTo"));
        if (chain.last > 0 || last < 1) {
            found("line-missing", fields, chain.last + 1);
            return;
        }
        chain.last = last;
        chain.hash = HexFormat.of().parseHex(needed(fields, "hash"));
        System.out.println(fields.get("stream") + ": lines up to " + last + " were removed by the rule "
                + needed(fields, "rule") + " on " + needed(fields, "removedAt") + ", run " + needed(fields, "run")
                + "; ask for its line 'lines-removed'");
    }

    private void head(Chain chain, Map<String, String> fields) {
        long head = Long.parseLong(needed(fields, "head"));
        chain.headSeen = true;
        if (head > chain.last) {
            found("chain-shortened", fields, chain.last + 1);
        } else if (head < chain.last || !Arrays.equals(HexFormat.of().parseHex(needed(fields, "hash")), chain.hash)) {
            found("head-differs", fields, chain.last);
        }
    }

    private void found(String code, Map<String, String> fields, long seq) {
        findings++;
        System.out.println(fields.get("stream") + ": " + code + " at line " + seq);
    }

    /** The hash of a line after a line with that hash. */
    private static byte[] seal(Map<String, String> fields, byte[] previous) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Instant at = Instant.parse(needed(fields, "at"));
        switch (needed(fields, "format")) {
            case "1" -> {
                bytes.writeBytes(previous);
                for (String field : Arrays.asList(
                        fields.get("stream"),
                        fields.get("seq"),
                        at.toString(),
                        fields.get("kind"),
                        fields.get("person"),
                        fields.get("definitionKey"),
                        fields.get("definitionVersion"),
                        fields.get("elementId"),
                        fields.get("elementName"),
                        fields.get("details"))) {
                    put(bytes, field);
                }
            }
            case "2", "3" -> {
                bytes.writeBytes(("leadrelay/line/v" + fields.get("format")).getBytes(StandardCharsets.US_ASCII));
                put(bytes, previous);
                String recorded = fields.get("recordedAt");
                for (String field : Arrays.asList(
                        fields.get("format"),
                        fields.get("stream"),
                        fields.get("seq"),
                        MICROS.format(at),
                        recorded == null ? null : MICROS.format(Instant.parse(recorded)),
                        fields.get("kind"),
                        fields.get("person"),
                        fields.get("personRef"),
                        fields.get("apiKeyName"),
                        fields.get("node"),
                        fields.get("definitionKey"),
                        fields.get("definitionVersion"),
                        fields.get("elementId"),
                        fields.get("elementName"),
                        fields.get("instance"),
                        fields.get("subject"),
                        fields.get("details"))) {
                    put(bytes, field);
                }
            }
            default -> throw new IllegalArgumentException("format " + fields.get("format") + " is unknown");
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(ByteArrayOutputStream bytes, String field) {
        put(bytes, field == null ? null : field.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(ByteArrayOutputStream bytes, byte[] field) {
        bytes.writeBytes(
                ByteBuffer.allocate(4).putInt(field == null ? -1 : field.length).array());
        if (field != null) {
            bytes.writeBytes(field);
        }
    }

    private static String needed(Map<String, String> fields, String name) {
        return Objects.requireNonNull(fields.get(name), "a line has no " + name);
    }

    /** Reader of one flat JSON object: texts, numbers, true, false and null. */
    private static class Json {
        private final String text;
        private int at;

        Json(String text) {
            this.text = text;
        }

        Map<String, String> object() {
            Map<String, String> fields = new LinkedHashMap<>();
            expect('{');
            while (peek() != '}') {
                String name = string();
                expect(':');
                if (fields.containsKey(name)) {
                    throw new IllegalArgumentException(name + " stands there twice");
                }
                fields.put(name, peek() == '"' ? string() : bare());
                if (peek() == ',') {
                    at++;
                }
            }
            expect('}');
            if (!text.substring(at).isBlank()) {
                throw new IllegalArgumentException("something follows");
            }
            return fields;
        }

        private char peek() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at >= text.length()) {
                throw new IllegalArgumentException("it ends too early");
            }
            return text.charAt(at);
        }

        private void expect(char wanted) {
            if (peek() != wanted) {
                throw new IllegalArgumentException(wanted + " expected at " + at);
            }
            at++;
        }

        private String bare() {
            int from = at;
            while (at < text.length() && ",}".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String value = text.substring(from, at).strip();
            return value.equals("null") ? null : value;
        }

        private String string() {
            expect('"');
            StringBuilder value = new StringBuilder();
            while (text.charAt(at) != '"') {
                char c = text.charAt(at++);
                if (c != '\\') {
                    value.append(c);
                    continue;
                }
                char escaped = text.charAt(at++);
                switch (escaped) {
                    case 'n' -> value.append('\n');
                    case 't' -> value.append('\t');
                    case 'r' -> value.append('\r');
                    case 'b' -> value.append('\b');
                    case 'f' -> value.append('\f');
                    case 'u' -> {
                        value.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                        at += 4;
                    }
                    default -> value.append(escaped);
                }
            }
            at++;
            return value.toString();
        }
    }
}
