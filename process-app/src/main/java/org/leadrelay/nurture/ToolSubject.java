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

    private final ToolBacklog backlogs;

    ToolSubject(ToolBacklog backlogs) {
        this.backlogs = backlogs;
    }

    @Override
    public Optional<Words> words(NoticeCause cause, Locale locale) {
        return cause.tool()
                .map(tool -> new Words(tool, sentence(tool, backlogs.all().get(tool), locale)));
    }

    private static String sentence(String tool, ToolBacklog.@Nullable Backlog backlog, Locale locale) {
        return backlog == null || backlog.reason() == null
                ? WORDING.text(locale, "tool.tookNone", tool)
                : WORDING.text(
                        locale,
                        backlog.failed() == 1 ? "tool.failed.one" : "tool.failed",
                        tool,
                        backlog.failed(),
                        WORDING.text(locale, "tool.reason." + backlog.reason()));
    }
}
