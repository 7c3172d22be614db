package org.leadrelay.charter;

import java.math.BigDecimal;
import org.leadrelay.platform.Wording;

/** What stands in one entry of the charter, in one sentence, so that two versions of it compare. */
record EntryTexts(CharterWords words) {

    private static final Wording WORDING = Wording.of(EntryTexts.class);

    String table(PinnedTable table) {
        return WORDING.say("tableVersion", words.table(table.decision()), table.tableVersion());
    }

    static String question(AgreedQuestion question) {
        return question.words().toString();
    }

    String figure(Figure figure, CharterContent said) {
        return WORDING.say(
                "figure",
                words.metric(figure.metric()),
                words.figure(figure, said.currency()),
                words.owner(figure.owner()),
                words.date(figure.review()));
    }

    String option(AgreedOption option) {
        var said = option.words().toString();
        return option.nextStep() == null ? said : WORDING.say("optionThen", said, words.nextStep(option.nextStep()));
    }

    String clause(Clause clause) {
        return WORDING.say(
                "clauseInWords",
                clause.words(),
                words.role(clause.who()),
                clause.element(),
                words.work(clause.high()),
                words.work(clause.normal()),
                words.work(clause.low()),
                reminder(clause));
    }

    String reminder(Clause clause) {
        var share = clause.reminderShare();
        return share == null
                ? WORDING.say("noReminder")
                : WORDING.say("reminderAfter", words.percent(BigDecimal.valueOf(share)));
    }
}
