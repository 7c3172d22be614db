package org.leadrelay.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.CharterTerms;
import org.leadrelay.charter.Clause;
import org.leadrelay.charter.Rung;
import org.leadrelay.platform.Words;
import org.leadrelay.workingtime.WorkAmount;

/** A charter in force in words: {@code anAgreement().promising("answerHandOff", "PT2H", "PT4H", "P1D").terms()}. */
public final class AgreedTerms {

    private final Map<String, Clause> clauses = new LinkedHashMap<>();
    private final Map<String, List<Rung>> ladders = new LinkedHashMap<>();
    private int version = 1;
    private Instant inForceFrom = Instant.parse("2026-01-01T00:00:00Z");
    private String calendar = "default";
    private @Nullable Double reminderShare;

    private AgreedTerms() {}

    public static AgreedTerms anAgreement() {
        return new AgreedTerms();
    }

    public AgreedTerms version(int number) {
        version = number;
        return this;
    }

    public AgreedTerms inForceFrom(Instant instant) {
        inForceFrom = instant;
        return this;
    }

    public AgreedTerms countingIn(String calendarId) {
        calendar = calendarId;
        return this;
    }

    /** Of the clauses that are added from here on. */
    public AgreedTerms remindingAfter(@Nullable Double share) {
        reminderShare = share;
        return this;
    }

    /** The same working time for every priority. */
    public AgreedTerms promising(String clause, String work) {
        return promising(clause, work, work, work);
    }

    public AgreedTerms promising(String clause, String high, String normal, String low) {
        clauses.put(
                clause,
                new Clause(
                        clause,
                        new Words(clause, clause),
                        "sales-rep",
                        "Activity_" + clause,
                        WorkAmount.parse(high),
                        WorkAmount.parse(normal),
                        WorkAmount.parse(low),
                        reminderShare));
        return this;
    }

    public AgreedTerms telling(String clause, Rung.Moment moment, String after, String whom) {
        ladders.computeIfAbsent(clause, each -> new ArrayList<>())
                .add(new Rung(clause, moment, WorkAmount.parse(after), whom));
        return this;
    }

    public CharterTerms terms() {
        return new CharterTerms(
                version,
                inForceFrom,
                false,
                3,
                3,
                5,
                WorkAmount.parse("P1D"),
                2,
                10,
                calendar,
                clauses,
                Map.of(),
                ladders,
                "EUR",
                3);
    }
}
