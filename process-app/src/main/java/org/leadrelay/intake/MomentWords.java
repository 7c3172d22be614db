package org.leadrelay.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a column's name says that it holds a moment: of the record, or of a consent beside it.
 */
final class MomentWords {

    /** The moment of the record in other systems' words, the surest first. */
    private static final List<String> OF_RECORD = List.of(
            "capturedat",
            "firstcontactdate",
            "firstcontact",
            "firstcontacted",
            "firstcontactat",
            "dateoffirstcontact",
            "erstkontakt",
            "ersterkontakt",
            "erstkontaktdatum",
            "datumerstkontakt",
            "leaddate",
            "submittedat",
            "submissiondate",
            "submitted",
            "eingangsdatum",
            "eingang",
            "signupdate",
            "signedupat",
            "registrationdate",
            "registeredat",
            "createdtime",
            "createdat",
            "createddate",
            "createdon",
            "createdate",
            "createtime",
            "datecreated",
            "creationdate",
            "creationtime",
            "created",
            "erstelltam",
            "erstellungsdatum",
            "angelegtam",
            "anlagedatum",
            "erfasstam",
            "addtime",
            "leadcreated",
            "dateadded",
            "dateentered",
            "datedecreation",
            "creele");

    private static final Set<String> OF_DATES = Set.of(
            "date",
            "datum",
            "time",
            "timestamp",
            "at",
            "on",
            "am",
            "zeit",
            "zeitpunkt",
            "moment",
            "ts",
            "vom",
            "since",
            "seit",
            "fecha",
            "data");

    private MomentWords() {}

    /** How sure the name is, the smaller the surer; nothing when it says nothing of a record. */
    static Optional<Integer> ofRecord(String header) {
        String plain = header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
        int at = OF_RECORD.indexOf(plain);
        return at < 0 ? Optional.empty() : Optional.of(at);
    }

    /** Whether a name is another column's name with a word for a date: "Opt In", "Opt In Date". */
    static boolean isMomentOf(String header, String other) {
        List<String> words = HeaderWords.of(header);
        List<String> rest =
                words.stream().filter(each -> !OF_DATES.contains(each)).toList();
        return rest.size() < words.size()
                && rest.equals(HeaderWords.of(other).stream()
                        .filter(each -> !OF_DATES.contains(each))
                        .toList());
    }
}
