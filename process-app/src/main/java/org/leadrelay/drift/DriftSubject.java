package org.leadrelay.drift;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leadrelay.notification.NoticeCause;
import org.leadrelay.notification.NoticeSubject;
import org.springframework.stereotype.Component;

/** What a notice of drift is about: the source, each table with its fact, and the hand-offs. */
@Component
class DriftSubject implements NoticeSubject {

    private final DriftTable drifts;
    private final DriftWords words;

    DriftSubject(DriftTable drifts, DriftWords words) {
        this.drifts = drifts;
        this.words = words;
    }

    @Override
    public Optional<Words> words(NoticeCause cause, Locale locale) {
        return cause.drift()
                .flatMap(drifts::find)
                .map(drift -> new Words(
                        words.source(drift.source(), locale),
                        words.sentence(drift, drifts.findings(List.of(drift.id())), locale)));
    }
}
