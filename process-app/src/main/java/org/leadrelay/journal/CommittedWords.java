package org.leadrelay.journal;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.leadrelay.platform.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keyed commitments (HMAC-SHA-256) to words in lines that are no lead's, with the words themselves in a table from which
 * they can be erased. The same words have the same key as long as they are there, so that all lines about a mapping are
 * found by its name; whoever deletes the row leaves codes in the lines that lead nowhere.
 */
@Repository
public class CommittedWords {

    private static final Pattern COMMITMENT = Pattern.compile(CommitmentKeys.PREFIX + "[0-9a-f]{64}");
    private static final int KEY_BYTES = 32;

    private static final String FIND_OR_MAKE = """
        with made as (
            insert into committed_words (commitment, salt, words, digest)
            select :commitment, :salt, :words, :digest
            where not exists (select from committed_words where digest = :digest)
            on conflict (digest) do nothing returning commitment)
        select commitment from made union all select commitment from committed_words where digest = :digest\
        """;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    CommittedWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What stands in a line for these words, which are kept. */
    String commit(String words) {
        String kept = words.replace("\u0000", "");
        byte[] salt = new byte[KEY_BYTES];
        random.nextBytes(salt);
        // of two transactions that bring the same words, the second finds the first one's with another look
        return find(kept, salt).or(() -> find(kept, salt)).orElseThrow();
    }

    private Optional<String> find(String words, byte[] salt) {
        return jdbc
                .sql(FIND_OR_MAKE)
                .param("commitment", CommitmentKeys.commit(salt, words))
                .param("salt", salt)
                .param("words", words)
                .param("digest", Sha256.hex(words))
                .query(String.class)
                .list()
                .stream()
                .findFirst();
    }

    /** What stands in lines for these words; empty when none tells of them. */
    public Optional<String> commitmentTo(String words) {
        return jdbc.sql("select commitment from committed_words where digest = ?")
                .param(Sha256.hex(words))
                .query(String.class)
                .optional();
    }

    /** The words to which these texts hold commitments, by commitment; those that were erased are not among them. */
    public Map<String, String> in(Collection<String> texts) {
        String[] commitments = texts.stream()
                .flatMap(each -> COMMITMENT.matcher(each).results().map(MatchResult::group))
                .distinct()
                .toArray(String[]::new);
        if (commitments.length == 0) {
            return Map.of();
        }
        Map<String, String> words = new HashMap<>();
        jdbc.sql("select commitment, words from committed_words where commitment = any(?)")
                .param(commitments)
                .query(row -> {
                    words.put(row.getString(1), row.getString(2));
                });
        return words;
    }

    /** Whether a text is a commitment, and nothing else. */
    public static boolean isCommitment(String text) {
        return COMMITMENT.matcher(text).matches();
    }
}
