package org.leadrelay.drift;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.leadrelay.charter.AgreedTables;
import org.leadrelay.charter.AgreedTables.DecisionTable;
import org.leadrelay.drift.DriftTable.FindingRow;
import org.leadrelay.drift.DriftTable.Row;
import org.leadrelay.lead.FactDefinitions;
import org.leadrelay.platform.Wording;
import org.leadrelay.redesign.Releases;
import org.springframework.stereotype.Component;

/** Drift in sentences, in the language of whoever reads it. */
@Component
class DriftWords {

    private static final Wording WORDING = Wording.of(DriftWords.class);

    private final Releases releases;
    private final AgreedTables tables;
    private final FactDefinitions facts;

    DriftWords(Releases releases, AgreedTables tables, FactDefinitions facts) {
        this.releases = releases;
        this.tables = tables;
        this.facts = facts;
    }

    String source(String source, Locale locale) {
        return source.isEmpty() ? WORDING.text(locale, "noSource") : WORDING.text(locale, "source", source);
    }

    /** All that lasts, or all there was when nothing does, and what it does to the hand-offs. */
    String sentence(Row drift, List<FindingRow> findings, Locale locale) {
        List<FindingRow> lasting =
                findings.stream().filter(each -> each.endedAt() == null).toList();
        String what = (lasting.isEmpty() ? findings : lasting)
                .stream().map(each -> finding(each, locale)).collect(Collectors.joining("; "));
        return WORDING.text(locale, "sentence", source(drift.source(), locale), what, handed(drift, locale));
    }

    String finding(FindingRow finding, Locale locale) {
        String table = table(finding.table());
        String now = percent(finding.now(), locale);
        String usually = percent(finding.usually(), locale);
        return finding.fact().isEmpty()
                ? WORDING.text(locale, "byDefault", table, now, usually)
                : WORDING.text(locale, "missing", table, now, usually, fact(finding.fact(), locale));
    }

    String handed(Row drift, Locale locale) {
        return drift.handedUsually().n() == 0 || drift.handed().n() == 0
                ? WORDING.text(locale, "handed.unknown")
                : WORDING.text(
                        locale,
                        "handed",
                        percent(drift.handed(), locale),
                        percent(drift.handedUsually(), locale),
                        drift.handed().n());
    }

    String table(String id) {
        Integer version = releases.current().tables().get(id);
        return version == null
                ? id
                : tables.table(id, version).map(DecisionTable::name).orElse(id);
    }

    private String fact(String name, Locale locale) {
        return facts.find(name).map(each -> each.label(locale)).orElse(name);
    }

    private static String percent(Share share, Locale locale) {
        return NumberFormat.getPercentInstance(locale).format(share.value());
    }
}
