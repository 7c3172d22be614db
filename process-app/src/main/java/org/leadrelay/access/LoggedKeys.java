package org.leadrelay.access;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** API keys as authors of log lines: by id, and by name in lines of before. */
@Component
public class LoggedKeys {

    private static final String PREFIX = "key:";

    private final ApiKeyRepository keys;

    LoggedKeys(ApiKeyRepository keys) {
        this.keys = keys;
    }

    static String author(UUID key) {
        return PREFIX + key;
    }

    /** Whether this is a key, and no login. */
    public static boolean isKey(String author) {
        return author.startsWith(PREFIX);
    }

    /** Under which authors the lines of all keys of a name stand: that name, and the id of each. */
    public List<String> authors(String author) {
        return Stream.concat(
                        Stream.of(author),
                        keys.idsNamed(author.substring(PREFIX.length())).stream()
                                .map(LoggedKeys::author))
                .toList();
    }
}
