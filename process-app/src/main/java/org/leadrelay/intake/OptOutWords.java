package org.leadrelay.intake;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a column that nobody knows speaks of opting out, by the words of its name in seven
 * languages. Rather asked once too often than passed over in silence.
 */
final class OptOutWords {

    /** Each says it alone. */
    private static final Set<String> WORDS =
            Set.copyOf(List.of(("opt opts opted opting optout optouts optin unsub unsubs dnc dnm dne"
                            + " dnd blocked banned nicht kein keine keinen niet geen dont baja"
                            + " wypisz sprzeciw objection objections opposition opposizione"
                            + " gesperrt nomail noemail nocall nospam nocontact nophone nosms"
                            + " nomarketing refus afmelding")
                    .split(" ")));

    /** Wherever a word holds one of these. */
    private static final List<String> PARTS = List.of(
            "unsubscri",
            "robinson",
            "optedout",
            "optout",
            "blacklist",
            "blocklist",
            "suppress",
            "sperre",
            "sperrlist",
            "sperrvermerk",
            "abgemeld",
            "abmeld",
            "abbestell",
            "austrag",
            "widerspr",
            "widerruf",
            "nichtkontakt",
            "nichtanruf",
            "nichtmail",
            "nichtanschreib",
            "desinscri",
            "desabonn",
            "desubscri",
            "disiscri",
            "uitgeschreven",
            "uitschrij",
            "afgemeld",
            "wypisan",
            "rezygnac",
            "donotcontact",
            "donotcall",
            "donotmail",
            "donotemail",
            "donotphone",
            "donotbulk",
            "donotfax",
            "donotsend",
            "donotpostal",
            "donottrack",
            "isblacklisted",
            "revok");

    private static final String REACH = "(?:be )?(?:e"
            + " ?mail(?:s|ing|ings)?|mail(?:s|ing|ings)?|calls?|contact\\w*|newsletters?|marketing"
            + "|sms|texts?|phone|spam|ads|advertis\\w*|solicit\\w*|track\\w*|send|disturb)";

    /** Several words together, which are parted by one blank. */
    private static final Pattern PHRASES = Pattern.compile(("\\bdo (?:not|nt)\\b|\\bdon t\\b|\\bun"
                    + " subscri|\\b(?:block|black|suppression|exclusion) list|\\bno (?:more"
                    + " )?%1$s\\b|\\bnot (?:to |for )?%1$s\\b|\\bstop"
                    + " (?:pub|%1$s)\\b|\\b(?:never|exclude\\w*|cease|remove\\w*) (?:from"
                    + " )?%1$s\\b|\\bconsent (?:revoked|withdrawn|refused|denied)\\b|\\bne"
                    + " (?:pas|plus)\\b|\\bpas de (?:mail|mailing|e"
                    + " mail|courriel|appel|prospection|newsletter)|\\bno"
                    + " (?:contactar|llamar|enviar|molestar|correo|publicidad)\\b|\\blista"
                    + " (?:negra|nera|rossa|robinson)\\b|\\bliste (?:noire|rouge)\\b|\\bnon"
                    + " (?:contattare|chiamare|inviare|scrivere|contacter|appeler)\\b|\\bnie"
                    + " (?:dzwon|wysyl|kontakt|mail|pisa|zgadz)|\\bczarna lista\\b|\\bbrak"
                    + " zgody\\b|\\bzwarte lijst\\b|\\bschwarze liste\\b")
            .formatted(REACH));

    private OptOutWords() {}

    static boolean soundsLike(String header) {
        List<String> words = HeaderWords.of(header);
        String together = String.join(" ", words);
        return words.stream().anyMatch(WORDS::contains)
                || words.stream().anyMatch(each -> PARTS.stream().anyMatch(each::contains))
                || PHRASES.matcher(together).find();
    }
}
