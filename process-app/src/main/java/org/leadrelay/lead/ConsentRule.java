package org.leadrelay.lead;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decision rule of permission: statements in, and per channel what is permitted, by which
 * statement, and why no other one decides. The only place where this is decided; {@code
 * docs/reference/consent.md} prints it.
 *
 * <p>An objection ends only by the person's own word, later than it and not in the future.
 */
final class ConsentRule {

    private static final Comparator<Said> NEWEST_LAST =
            Comparator.comparing(Said::effective).thenComparing(Said::number);

    private ConsentRule() {}

    /**
     * A statement as it is on record.
     *
     * @param number in the order in which they were recorded
     * @param at the moment of which it speaks; null is older than anything said in the product
     * @param dismissed whether a person has decided that it does not hold against an objection
     */
    record Said(
            long number,
            Channel channel,
            boolean given,
            StatementKind kind,
            @Nullable Instant at,
            Instant recordedAt,
            boolean dismissed) {

        private boolean postDated() {
            return at != null && at.isAfter(recordedAt);
        }

        /** Nobody says anything after it was recorded; older than anything when it does not say. */
        Instant effective() {
            if (at == null) {
                return Instant.MIN;
            }
            return postDated() ? recordedAt : at;
        }

        /** At the same moment the objection stands. */
        private boolean laterThan(Said objection) {
            return at != null && at.isAfter(objection.effective());
        }

        private boolean ends(Said objection) {
            return kind == StatementKind.OWN_WORD && given && !postDated() && laterThan(objection);
        }
    }

    /**
     * What counts on one channel.
     *
     * @param deciding null when nothing was said that counts
     * @param others why each other statement does not decide, by its number
     */
    record Verdict(@Nullable Said deciding, Map<Long, ConsentWhy> others) {

        static final Verdict SILENCE = new Verdict(null, Map.of());

        /** The claims, by number, about which a person decides. */
        List<Long> toDecide() {
            return others.entrySet().stream()
                    .filter(each -> each.getValue() == ConsentWhy.TO_DECIDE)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        boolean permitted() {
            return deciding != null && deciding.given();
        }

        boolean objected() {
            return deciding != null && !deciding.given();
        }
    }

    /** What counts on each channel; a channel of which nobody spoke is left out. */
    static Map<Channel, Verdict> decide(List<Said> statements) {
        Map<Channel, Verdict> verdicts = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            List<Said> said = statements.stream()
                    .filter(each -> each.channel() == channel)
                    .sorted(NEWEST_LAST)
                    .toList();
            if (!said.isEmpty()) {
                verdicts.put(channel, verdict(said));
            }
        }
        return verdicts;
    }

    /** The channels on which somebody known by this contact may be reached. */
    static Set<Channel> permitted(ContactPoint contact, Map<Channel, Verdict> verdicts) {
        Verdict mail = verdicts.getOrDefault(Channel.MAIL, Verdict.SILENCE);
        Verdict call = verdicts.getOrDefault(Channel.CALL, Verdict.SILENCE);
        Verdict atSource = verdicts.getOrDefault(Channel.AT_SOURCE, Verdict.SILENCE);
        Set<Channel> permitted = EnumSet.noneOf(Channel.class);
        if (contact.email() != null && mail.permitted()) {
            permitted.add(Channel.MAIL);
        }
        if (contact.phone() != null && call.permitted()) {
            permitted.add(Channel.CALL);
        }
        boolean onlyByExternalId = contact.external() != null && contact.email() == null && contact.phone() == null;
        boolean objectedToAll = mail.objected() && call.objected();
        if (onlyByExternalId && !atSource.objected() && !objectedToAll) {
            permitted.add(Channel.AT_SOURCE);
        }
        return permitted;
    }

    /**
     * @param said on one channel, the newest last
     */
    private static Verdict verdict(List<Said> said) {
        Said deciding = last(said, each -> !each.given() && said.stream().noneMatch(c -> c.ends(each)))
                .or(() -> consent(said))
                .orElse(null);
        Map<Long, ConsentWhy> others = new LinkedHashMap<>();
        for (Said each : said) {
            if (!each.equals(deciding)) {
                others.put(each.number(), why(each, deciding, said));
            }
        }
        return new Verdict(deciding, others);
    }

    /** Where no objection stands: what ended the last one, or was said last about this person. */
    private static Optional<Said> consent(List<Said> said) {
        boolean objected = said.stream().anyMatch(each -> !each.given());
        if (objected) {
            return last(said, ConsentRule::own);
        }
        return last(said, each -> counts(each) && each.kind() != StatementKind.DECLARATION)
                .or(() -> last(said, ConsentRule::counts));
    }

    private static boolean own(Said each) {
        return counts(each) && each.kind() == StatementKind.OWN_WORD;
    }

    private static boolean counts(Said each) {
        return each.given() && !each.postDated();
    }

    private static ConsentWhy why(Said each, @Nullable Said deciding, List<Said> said) {
        if (!each.given()) {
            return said.stream().anyMatch(consent -> consent.ends(each)) ? ConsentWhy.ENDED : ConsentWhy.REPLACED;
        }
        if (each.postDated()) {
            return ConsentWhy.POST_DATED;
        }
        if (deciding == null || deciding.given()) {
            return ConsentWhy.REPLACED;
        }
        return switch (each.kind()) {
            case OWN_WORD -> ConsentWhy.NOT_LATER;
            case DATED_CELL, DATED_RECORD -> claim(each, deciding);
            case UNDATED_CELL, UNDATED_RECORD, REMEMBERED -> ConsentWhy.UNDATED;
            case DECLARATION -> ConsentWhy.DECLARED;
            case FORM -> ConsentWhy.ANONYMOUS;
        };
    }

    private static ConsentWhy claim(Said each, Said objection) {
        if (!each.laterThan(objection)) {
            return ConsentWhy.NOT_LATER;
        }
        return each.dismissed() ? ConsentWhy.DISMISSED : ConsentWhy.TO_DECIDE;
    }

    private static Optional<Said> last(List<Said> said, Predicate<Said> which) {
        return said.stream().filter(which).reduce((older, newer) -> newer);
    }
}
