package org.leadrelay.redesign;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import org.leadrelay.charter.Charter;
import org.leadrelay.charter.Clause;
import org.leadrelay.platform.Language;
import org.leadrelay.redesign.difference.ClauseTerms;
import org.leadrelay.workingtime.DurationWords;
import org.springframework.stereotype.Component;

/** Adapter to the charter in force: what its clauses promise, for the sentences about deadlines. */
@Component
class AgreedClauses implements ClauseTerms {

    private final Charter charter;

    AgreedClauses(Charter charter) {
        this.charter = charter;
    }

    @Override
    public Optional<String> element(String clause) {
        return agreed(clause).map(Clause::element);
    }

    private Optional<Clause> agreed(String clause) {
        return Optional.ofNullable(charter.current().clauses().get(clause));
    }

    @Override
    public Optional<String> terms(String part, String clause, Locale locale) {
        Optional<Clause> agreed = agreed(clause);
        return part.equals("due")
                ? agreed.map(each -> DurationWords.exact(each.normal(), locale))
                : agreed.flatMap(each -> Optional.ofNullable(each.reminderShare()))
                        .map(share -> NumberFormat.getPercentInstance(Language.withRegion(locale))
                                .format(share));
    }
}
