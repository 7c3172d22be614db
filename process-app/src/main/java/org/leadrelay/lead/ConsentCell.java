package org.leadrelay.lead;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.TextNormalizer;

/**
 * Meaning of a cell in a column of consent or opting out. It depends on the column: "unsubscribed"
 * is a yes under "Do not e-mail" and a no under "Consent to e-mail". A moment in the cell means
 * that it was said then.
 */
public final class ConsentCell {

    private static final Set<String> OUT = Set.of(
            "opted out",
            "opt out",
            "optedout",
            "optout",
            "unsubscribed",
            "unsubscribe",
            "cleaned",
            "archived",
            "blacklisted",
            "blocklisted",
            "blocked",
            "suppressed",
            "do not contact",
            "dnc",
            "abgemeldet",
            "abbestellt",
            "gesperrt",
            "widersprochen",
            "désinscrit",
            "désabonné",
            "baja",
            "dado de baja",
            "disiscritto",
            "uitgeschreven",
            "afgemeld",
            "wypisany");
    private static final Set<String> IN = Set.of(
            "opted in",
            "opt in",
            "optedin",
            "optin",
            "subscribed",
            "angemeldet",
            "abonniert",
            "abonné",
            "inscrit",
            "suscrito",
            "iscritto",
            "ingeschreven",
            "zapisany");
    private static final Set<String> NOTHING = Set.of(
            "no consent",
            "not subscribed",
            "non subscribed",
            "nonsubscribed",
            "never subscribed",
            "pending",
            "unknown",
            "unbekannt",
            "keine angabe",
            "n/a",
            "null",
            "none",
            "");

    private ConsentCell() {}

    /** What a cell says about the channels of its column. */
    public enum Meaning {
        OBJECTS,
        AGREES,
        NOTHING
    }

    /**
     * A meaning and when it was said.
     *
     * @param at null where the cell does not say
     */
    public record Said(Meaning meaning, @Nullable Instant at) {}

    /** Nothing where the cell is neither yes nor no nor a moment. */
    public static Optional<Said> read(Field field, String cell) {
        boolean consent = field == Field.MAIL_CONSENT || field == Field.CALL_CONSENT;
        String word =
                TextNormalizer.key(cell).replaceAll("[\\s\u00A0_‐‑–-]+", " ").strip();
        Optional<Boolean> yes = TextRules.yesOrNo(cell);
        if (yes.isPresent()) {
            return said(meaning(consent, yes.get()));
        }
        if (OUT.contains(word)) {
            return said(Meaning.OBJECTS);
        }
        if (IN.contains(word)) {
            return said(consent ? Meaning.AGREES : Meaning.NOTHING);
        }
        if (NOTHING.contains(word)) {
            return said(Meaning.NOTHING);
        }
        return DateHabit.DAY_FIRST
                .read(cell, ZoneOffset.UTC)
                .or(() -> DateHabit.MONTH_FIRST.read(cell, ZoneOffset.UTC))
                .map(each -> new Said(meaning(consent, true), unmistakable(cell, each)));
    }

    private static Meaning meaning(boolean consent, boolean yes) {
        if (consent) {
            return yes ? Meaning.AGREES : Meaning.OBJECTS;
        }
        return yes ? Meaning.OBJECTS : Meaning.NOTHING;
    }

    private static Optional<Said> said(Meaning meaning) {
        return Optional.of(new Said(meaning, null));
    }

    private static @Nullable Instant unmistakable(String cell, Instant one) {
        Instant other = DateHabit.MONTH_FIRST.read(cell, ZoneOffset.UTC).orElse(null);
        return other == null || Objects.equals(one, other) ? one : null;
    }
}
