package org.leadrelay.nurture.text;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.People;
import org.leadrelay.notification.NoticeCause;
import org.leadrelay.notification.NoticeSubject;
import org.leadrelay.nurture.text.TextVersion.Decision;
import org.leadrelay.nurture.text.TextVersion.State;
import org.leadrelay.platform.Language;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/** Words of a notice about a text: which one it is, who wrote it, and what was said of it. */
@Component
class TextNotices implements NoticeSubject {

    private static final Wording WORDING = Wording.of(TextNotices.class);

    private final NurtureTextTable table;
    private final People people;

    TextNotices(NurtureTextTable table, People people) {
        this.table = table;
        this.people = people;
    }

    @Override
    public Optional<Words> words(NoticeCause cause, Locale locale) {
        return cause.text().map(named -> {
            TextKey key = new TextKey(named.track(), named.step());
            Language language = TextKey.language(named.language());
            String name = WORDING.text(
                    locale,
                    "notice.name",
                    named.track(),
                    named.step(),
                    language.locale().getDisplayLanguage(locale));
            TextVersion version = table.version(key, language, named.version()).orElse(null);
            boolean asks = cause.equals(NoticeCause.text(key.path(language) + ":" + named.version()));
            return new Words(name, sentence(name, version, asks, locale));
        });
    }

    /**
     * @param asks whether it asks for an approval, and tells of no answer
     */
    private String sentence(String name, @Nullable TextVersion version, boolean asks, Locale locale) {
        if (version == null) {
            return WORDING.text(locale, "notice.gone", name);
        }
        Decision decision = version.decision();
        if (decision != null && !(asks && version.isAwaiting())) {
            String key = version.state() == State.DRAFT || version.isAwaiting() ? "notice.returned" : "notice.approved";
            String by = people.displayName(decision.by());
            return decision.words().isEmpty()
                    ? WORDING.text(locale, key, by, name, version.version())
                    : WORDING.text(locale, key + ".words", by, name, version.version(), decision.words());
        }
        String author = people.displayName(version.authors().get(0));
        return WORDING.text(locale, "notice.awaits", author, name, version.version());
    }
}
