package org.leadrelay.charter;

import java.math.BigDecimal;
import org.leadrelay.platform.Wording;

/** One-line rendering of each entry of the charter, so that two versions of it compare. */
record EntryTexts(CharterWords words) {

    private static final Wording WORDING = Wording.of(EntryTexts.class);

    String table(PinnedTable table) {
        return WORDING.text("tableVersion", words.table(table.decision()), table.tableVersion());
    }

    static String question(AgreedQuestion question) {
        return question.words().toString();
    }

    String figure(Figure figure, CharterContent said) {
        return WORDING.text(
                "figure",
                words.metric(figure.metric()),
                words.figure(figure, said.currency()),
                words.owner(figure.owner()),
                words.date(figure.review()));
    }

    String option(AgreedOption option) {
        String said = option.words().toString();
        return option.nextStep() == null ? said : WORDING.text("optionThen", said, words.nextStep(option.nextStep()));
    }

    String clause(Clause clause) {
        return WORDING.text(
                "clauseInWords",
                clause.words(),
                words.role(clause.who()),
                words.step(clause.element()),
                words.work(clause.high()),
                words.work(clause.normal()),
                words.work(clause.low()),
                reminder(clause));
    }

    String reminder(Clause clause) {
        Double share = clause.reminderShare();
        return share == null
                ? WORDING.text("noReminder")
                : WORDING.text("reminderAfter", words.percent(BigDecimal.valueOf(share)));
    }
}
