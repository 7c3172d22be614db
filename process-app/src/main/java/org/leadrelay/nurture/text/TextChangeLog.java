package org.leadrelay.nurture.text;

import java.util.List;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.notification.NoticeCause;
import org.leadrelay.notification.NoticeKind;
import org.leadrelay.notification.Notices;
import org.springframework.stereotype.Component;

/** What is told of a change to a text: the line of the log, and the notices to whoever it waits for. */
@Component
class TextChangeLog {

    private final OperationLog log;
    private final Notices notices;
    private final TextApprovers approvers;

    TextChangeLog(OperationLog log, Notices notices, TextApprovers approvers) {
        this.log = log;
        this.notices = notices;
        this.approvers = approvers;
    }

    /**
     * A version, as its notices name it.
     *
     * @param path of the text's file
     * @param edition of the text after the change
     */
    record Changed(String path, int version, int edition) {

        String key() {
            return path + ":" + version;
        }
    }

    /** The line says the content by its hash: by the version that is kept, anybody finds it again. */
    void line(Kind kind, Changed text, TextContent content, LineDetails more) {
        log.add(
                StreamKind.MODEL,
                kind,
                text.path(),
                more.and("version", text.version())
                        .and("sha256", content.hash())
                        .map());
    }

    /** It waits for whoever did not write it. */
    void awaited(Changed text, List<String> authors) {
        notices.tellPeople(
                approvers.of(authors),
                "text:" + text.key() + ":" + text.edition(),
                NoticeKind.TEXT_APPROVAL,
                NoticeCause.text(text.key()));
    }

    void awaitedNoMore(Changed text) {
        notices.resolve(NoticeCause.text(text.key()));
    }

    /** Whoever wrote it hears what was said of it. */
    void answered(Changed text, List<String> authors) {
        notices.tellPeople(
                authors,
                "textAnswered:" + text.key() + ":" + text.edition(),
                NoticeKind.TEXT_ANSWERED,
                NoticeCause.answeredText(text.key()));
    }
}
