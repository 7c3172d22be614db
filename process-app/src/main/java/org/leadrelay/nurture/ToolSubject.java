package org.leadrelay.nurture;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.notification.NoticeCause;
import org.leadrelay.notification.NoticeSubject;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/** What a notice of a marketing tool is about: the tool, how many touches it did not take, and why. */
@Component
class ToolSubject implements NoticeSubject {

    private static final Wording WORDING = Wording.of(ToolSubject.class);

    private final ToolStanding standings;

    ToolSubject(ToolStanding standings) {
        this.standings = standings;
    }

    @Override
    public Optional<Words> words(NoticeCause cause, Locale locale) {
        return cause.tool()
                .map(tool -> new Words(tool, sentence(tool, standings.all().get(tool), locale)));
    }

    private static String sentence(String tool, ToolStanding.@Nullable Standing standing, Locale locale) {
        return standing == null || standing.reason() == null
                ? WORDING.text(locale, "tool.tookNone", tool)
                : WORDING.text(
                        locale,
                        standing.failed() == 1 ? "tool.failed.one" : "tool.failed",
                        tool,
                        standing.failed(),
                        WORDING.text(locale, "tool.reason." + standing.reason()));
    }
}
