package org.leadrelay.assignment;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rep at the moment of the choice: {@code aRep().with(3).of(5).skilledIn("dach")}. By default free and able. */
final class RepInWords {

    private final String login;
    private long open;
    private int capacity = 5;
    private Period period = Period.WEEK;
    private @Nullable Integer perPeriod;
    private long inPeriod;
    private Set<String> skills = Set.of();
    private boolean absent;
    private Set<String> leaving = Set.of();
    private boolean declined;
    private @Nullable Instant lastLeadAt;
    private long choices;

    private RepInWords(String login) {
        this.login = login;
    }

    static RepInWords aRep() {
        return new RepInWords("ada");
    }

    static RepInWords aRep(String login) {
        return new RepInWords(login);
    }

    /** Open leads. */
    RepInWords with(int leads) {
        open = leads;
        return this;
    }

    /** Places in all. */
    RepInWords of(int places) {
        capacity = places;
        return this;
    }

    RepInWords given(int leads, int most, Period each) {
        inPeriod = leads;
        perPeriod = most;
        period = each;
        return this;
    }

    RepInWords skilledIn(String... words) {
        skills = Set.of(words);
        return this;
    }

    RepInWords absent() {
        absent = true;
        return this;
    }

    /** An answer to a lead of these priorities would be due while the rep is away. */
    RepInWords leavingBefore(String... priorities) {
        leaving = Set.of(priorities);
        return this;
    }

    RepInWords havingDeclined() {
        declined = true;
        return this;
    }

    RepInWords lastGivenOne(Instant at) {
        lastLeadAt = at;
        return this;
    }

    RepInWords chosen(int times) {
        choices = times;
        return this;
    }

    Candidate candidate() {
        return new Candidate(
                login,
                capacity,
                open,
                period,
                perPeriod,
                inPeriod,
                skills,
                absent,
                leaving,
                declined,
                lastLeadAt,
                choices);
    }
}
