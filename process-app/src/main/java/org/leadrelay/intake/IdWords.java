package org.leadrelay.intake;

import java.util.List;
import java.util.Set;

/** Whether a column's name says that it holds the record's own id, and not that of its campaign. */
final class IdWords {

    private static final Set<String> ID =
            Set.of("id", "ids", "uuid", "guid", "uid", "identifier", "kennung", "identifiant");
    private static final Set<String> OF_OTHERS =
            Set.copyOf(List.of(("campaign campaigns account accounts company companies organization"
                            + " organisation org orga owner form ad ads adset adgroup advert"
                            + " page user users deal deals source list segment parent team"
                            + " tenant product products session click event creative keyword"
                            + " medium channel platform browser device visitor cookie ga gclid"
                            + " fbclid utm portal pipeline stage status type category country"
                            + " region city currency territory assigned created updated"
                            + " modified creator author rep sales salesperson manager"
                            + " department firma firmen unternehmen kampagne kampagnen"
                            + " besitzer formular konto vat tax ust steuer invoice order"
                            + " rechnung bestell title industry branch job store shop website"
                            + " referrer partner language lang")
                    .split(" ")));

    private IdWords() {}

    /** By name alone; whether each row has another one is for the values to say. */
    static boolean looksLikeId(String header) {
        List<String> words = HeaderWords.of(header);
        if (words.stream().anyMatch(OF_OTHERS::contains)) {
            return false;
        }
        return words.stream().anyMatch(ID::contains)
                || words.stream()
                        .anyMatch(each -> each.length() > 4
                                && (each.endsWith("uuid")
                                        || each.endsWith("guid")
                                        || each.endsWith("leadid")
                                        || each.endsWith("contactid")
                                        || each.endsWith("recordid")));
    }
}
