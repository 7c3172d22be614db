package org.leadrelay.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.leadrelay.lead.Field;
import org.leadrelay.platform.TextNormalizer;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Synonyms of field names: which known field a column or JSON field of another product means. */
@Component
class Synonyms {

    private final Map<String, Field> fields = new HashMap<>();
    private final Map<String, Field> beginnings = new HashMap<>();

    Synonyms() {
        Properties names = new Properties();
        try (InputStream file = Synonyms.class.getResourceAsStream("/intake/synonyms.properties")) {
            names.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Field field : Field.values()) {
            fields.put(plain(field.key()), field);
            fields.putIfAbsent(plain(field.label()), field);
            for (String each : StringUtils.delimitedListToStringArray(names.getProperty(field.key(), ""), "|")) {
                if (each.endsWith("*")) {
                    beginnings.putIfAbsent(plain(each), field);
                } else {
                    fields.putIfAbsent(plain(each), field);
                }
            }
        }
        fields.remove("");
    }

    Optional<Field> field(String name) {
        String plain = plain(name);
        Field field = fields.get(plain);
        return field != null
                ? Optional.of(field)
                : beginnings.entrySet().stream()
                        .filter(each -> plain.startsWith(each.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    /** Every field's own name and its key in Web-to-Lead forms and files, for messages. */
    static List<String> known() {
        return Arrays.stream(Field.values()).map(Field::key).toList();
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        TextNormalizer.key(name).codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
