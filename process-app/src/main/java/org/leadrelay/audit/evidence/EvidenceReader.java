package org.leadrelay.audit.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.audit.search.FoundLine;
import org.leadrelay.audit.search.LineSearch;
import org.leadrelay.charter.AgreedTables;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.platform.Language;
import org.leadrelay.promise.PromiseRow;
import org.leadrelay.promise.Promises;
import org.springframework.stereotype.Service;

/** Reader of what a line rests on, for whoever reads the whole log. */
@Service
public class EvidenceReader {

    private static final String DECISION = "decision";
    private static final String PROMISE = "promise";

    private final LineSearch lines;
    private final AgreedTables tables;
    private final Promises promises;
    private final CharterWords charter;

    EvidenceReader(LineSearch lines, AgreedTables tables, Promises promises, CharterWords charter) {
        this.lines = lines;
        this.tables = tables;
        this.promises = promises;
        this.charter = charter;
    }

    /**
     * @throws org.leadrelay.platform.NotFound when there is no such line
     */
    public Evidence of(UUID stream, long seq, Locale locale) {
        FoundLine line = lines.one(stream, seq, locale);
        Map<String, Object> details = line.details();
        return new Evidence(
                line,
                line.kind().equals(DECISION) ? decision(details, locale) : null,
                details.get(PROMISE) instanceof String promise && line.kind().startsWith("promise-")
                        ? promise(line, promise, locale)
                        : null);
    }

    private @Nullable DecisionEvidence decision(Map<String, Object> details, Locale locale) {
        if (!(details.get("table") instanceof String key)) {
            return null;
        }
        int version = details.get("tableVersion") instanceof Number number ? number.intValue() : 0;
        return new DecisionEvidence(
                key,
                version,
                tables.table(key, version, locale).orElse(null),
                rows(details.get("rows")),
                texts(details.get("inputs")),
                texts(details.get("outputs")));
    }

    private static List<Integer> rows(@Nullable Object rows) {
        return rows instanceof Collection<?> several
                ? several.stream()
                        .flatMap(each -> each instanceof Number number ? Stream.of(number.intValue()) : Stream.empty())
                        .toList()
                : List.of();
    }

    private static Map<String, String> texts(@Nullable Object values) {
        Map<String, String> texts = new TreeMap<>();
        if (values instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (value != null) {
                    texts.put(String.valueOf(name), value.toString());
                }
            });
        }
        return texts;
    }

    private @Nullable PromiseEvidence promise(FoundLine line, String id, Locale locale) {
        UUID promise;
        try {
            promise = UUID.fromString(id);
        } catch (IllegalArgumentException changed) {
            return null;
        }
        PromiseFold fold = new PromiseFold(Language.of(locale));
        String clause = "";
        for (FoundLine each : lines.ofPromise(line.stream(), promise, locale)) {
            Map<String, Object> details = each.details();
            clause = Objects.toString(details.get("clause"), clause);
            fold.line(each.kind(), details, each.seq() <= line.seq());
        }
        PromiseRow row = promises.of(line.stream(), locale).stream()
                .filter(each -> each.id().equals(promise))
                .findFirst()
                .orElse(null);
        boolean agrees = row != null
                && row.state().equals(fold.state())
                && Objects.equals(row.due(), fold.due())
                && Objects.equals(row.ended(), fold.ended());
        return new PromiseEvidence(
                promise,
                charter.clause(clause, locale),
                fold.arithmetic(),
                fold.due(),
                fold.state(),
                fold.ended(),
                fold.late(),
                fold.charter(),
                fold.calendar(),
                agrees ? null : row == null ? "missing" : row.state(),
                agrees || row == null ? null : row.due());
    }
}
