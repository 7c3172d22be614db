package org.leadrelay.ui.leads;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.LeadRow;

/** Columns of the list of leads; the texts are those of the screen and of the CSV alike. */
enum LeadColumn {
    NAME("name", "name", true, (row, words) -> row.name()),
    COMPANY("company", "company", true, (row, words) -> row.company()),
    EMAIL("email", "email", false, (row, words) -> row.email()),
    PHONE("phone", null, false, (row, words) -> row.phone()),
    STEP("step", "step", true, (row, words) -> words.step(row)),
    END("end", "end", true, (row, words) -> words.end(row.end())),
    PRIORITY("priority", "priority", true, (row, words) -> words.priority(row.priority())),
    FIT("fit", "fit", true, (row, words) -> row.fit()),
    MATURITY("maturity", "maturity", true, (row, words) -> words.number(row.maturity())),
    LAP("lap", null, false, (row, words) -> words.number(row.lap())),
    SOURCE("source", "source", true, (row, words) -> row.source()),
    CAMPAIGN("campaign", null, false, (row, words) -> row.campaign()),
    OWNER("owner", "owner", true, (row, words) -> words.person(row.owner())),
    ORIGIN("origin", null, false, (row, words) -> row.origin()),
    EXTERNAL_ID("externalId", null, false, (row, words) -> row.externalId()),
    CAPTURED("capturedAt", "capturedAt", true, (row, words) -> words.time(row.capturedAt())),
    CREATED("createdAt", "createdAt", false, (row, words) -> words.time(row.createdAt()));

    private final String key;
    private final @Nullable String sort;
    private final boolean byDefault;

    @SuppressWarnings("ImmutableEnumChecker")
    private final BiFunction<LeadRow, LeadWords, @Nullable String> text;

    LeadColumn(
            String key,
            @Nullable String sort,
            boolean byDefault,
            BiFunction<LeadRow, LeadWords, @Nullable String> text) {
        this.key = key;
        this.sort = sort;
        this.byDefault = byDefault;
        this.text = text;
    }

    static List<LeadColumn> byDefault() {
        return Arrays.stream(values()).filter(each -> each.byDefault).toList();
    }

    static Optional<LeadColumn> named(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }

    /** Its name in the address. */
    String key() {
        return key;
    }

    /** What the list is sorted by; null when it cannot be. */
    @Nullable
    String sort() {
        return sort;
    }

    String text(LeadRow row, LeadWords words) {
        String found = text.apply(row, words);
        return found == null ? "" : found;
    }
}
