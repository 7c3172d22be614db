package org.leadrelay.nurture.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.journal.CommittedText;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.nurture.text.TextChangeLog.Changed;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Language;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.RetryOnCollision;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Commands on texts of nurture mails: written by one person of marketing, approved by another, in force from then on
 * for the next mail. At most one draft of a text at a time; who changes it says which edition they saw.
 */
@Service
@RetryOnCollision
@Transactional
public class TextEditing {

    private static final Wording WORDING = Wording.of(TextEditing.class);
    private static final int LONGEST_WORDS = 1_000;

    private final NurtureTextTable table;
    private final NurtureTexts texts;
    private final TextApprovers approvers;
    private final TextChangeLog record;
    private final CurrentPerson person;

    TextEditing(
            NurtureTextTable table,
            NurtureTexts texts,
            TextApprovers approvers,
            TextChangeLog record,
            CurrentPerson person) {
        this.table = table;
        this.texts = texts;
        this.approvers = approvers;
        this.record = record;
        this.person = person;
    }

    /**
     * Keeps a draft. One that awaits approval awaits it no more: nobody approves what they did not see.
     *
     * @param edition of the text as it was read; 0 for one that nobody has written yet
     * @throws Invalid naming all that is wrong with it, with the line
     * @throws Conflict when somebody changed it meanwhile
     */
    public NurtureText save(TextKey key, Language language, TextContent content, int edition) {
        Actor author = mustWrite();
        TextCheck.check(content);
        NurtureText before = locked(key, language, edition);
        TextVersion draft = before.draft();
        if (draft != null && draft.content().equals(content)) {
            return before;
        }
        write(key, language, content, author, null, before);
        return texts.view(key, language);
    }

    /**
     * Begins a draft with the content of an earlier version, to be approved as any other.
     *
     * @throws NotFound when there is no such version
     * @throws Conflict when there is a draft already
     */
    public NurtureText restore(TextKey key, Language language, int version, int edition) {
        Actor author = mustWrite();
        TextVersion earlier = texts.version(key, language, version);
        if (earlier == null) {
            throw new NotFound(WORDING.text("noVersion", version, key.path(language)));
        }
        NurtureText before = locked(key, language, edition);
        if (before.draft() != null) {
            throw new Conflict(WORDING.text("draftThere"));
        }
        write(key, language, earlier.content(), author, version, before);
        return texts.view(key, language);
    }

    private void write(
            TextKey key,
            Language language,
            TextContent content,
            Actor author,
            @Nullable Integer restored,
            NurtureText before) {
        TextVersion draft = before.draft();
        table.count(key, language);
        int number;
        if (draft == null) {
            number = table.begin(key, language, content, author.login(), restored);
        } else {
            number = draft.version();
            table.write(key, language, number, content, author.login());
        }
        Changed changed = new Changed(key.path(language), number, before.edition() + 1);
        if (draft != null && draft.isAwaiting()) {
            record.awaitedNoMore(changed);
        }
        record.line(Kind.TEXT_WRITTEN, changed, content, LineDetails.of("restored", restored));
    }

    /** Gives a draft up; what is in force stays. */
    public NurtureText discard(TextKey key, Language language, int edition) {
        mustWrite();
        NurtureText before = locked(key, language, edition);
        TextVersion draft = draft(before);
        table.discard(key, language, draft.version());
        Changed changed = count(key, language, before, draft);
        record.awaitedNoMore(changed);
        record.line(Kind.TEXT_DISCARDED, changed, draft.content(), LineDetails.of("restored", null));
        return texts.view(key, language);
    }

    /**
     * Puts a draft before another person.
     *
     * @throws Conflict when it says what is in force already
     */
    public NurtureText propose(TextKey key, Language language, int edition) {
        mustWrite();
        NurtureText before = locked(key, language, edition);
        TextVersion draft = draft(before);
        if (draft.isAwaiting()) {
            return before;
        }
        TextCheck.check(draft.content());
        TextVersion force = before.inForce();
        if (force != null && force.content().equals(draft.content())) {
            throw new Conflict(WORDING.text("nothingNew"));
        }
        table.await(key, language, draft.version());
        Changed changed = count(key, language, before, draft);
        record.awaited(changed, draft.authors());
        record.line(Kind.TEXT_PROPOSED, changed, draft.content(), LineDetails.of("restored", draft.restored()));
        return texts.view(key, language);
    }

    /**
     * Keeps a draft and puts it before another person: both, or neither.
     *
     * @throws Invalid as {@link #save}
     * @throws Conflict as {@link #save}, and when it says what is in force already
     */
    public NurtureText propose(TextKey key, Language language, TextContent content, int edition) {
        return propose(key, language, save(key, language, content, edition).edition());
    }

    /**
     * Approves a draft: from now on the next mail says it.
     *
     * @param words empty for none
     * @throws Forbidden for whoever wrote in it
     */
    public NurtureText approve(TextKey key, Language language, int edition, String words) {
        NurtureText before = decidable(key, language, edition);
        TextVersion draft = draft(before);
        TextCheck.check(draft.content());
        String said = checked(words);
        table.putInForce(key, language, draft.version(), person.get().login(), said);
        Changed changed = count(key, language, before, draft);
        record.awaitedNoMore(changed);
        record.answered(changed, draft.authors());
        record.line(Kind.TEXT_APPROVED, changed, draft.content(), said(said));
        return texts.view(key, language);
    }

    /**
     * Sends a draft back to whoever wrote it.
     *
     * @param words what should be otherwise; needed
     * @throws Forbidden for whoever wrote in it
     */
    public NurtureText giveBack(TextKey key, Language language, int edition, String words) {
        String said = checked(words);
        NurtureText before = decidable(key, language, edition);
        TextVersion draft = draft(before);
        if (said.isEmpty()) {
            throw Invalid.field("words", WORDING.text("noWords"));
        }
        table.giveBack(key, language, draft.version(), person.get().login(), said);
        Changed changed = count(key, language, before, draft);
        record.awaitedNoMore(changed);
        record.answered(changed, draft.authors());
        record.line(Kind.TEXT_RETURNED, changed, draft.content(), said(said));
        return texts.view(key, language);
    }

    private static LineDetails said(String words) {
        return LineDetails.of("words", CommittedText.orNull(words));
    }

    private Changed count(TextKey key, Language language, NurtureText before, TextVersion draft) {
        table.count(key, language);
        return new Changed(key.path(language), draft.version(), before.edition() + 1);
    }

    private NurtureText decidable(TextKey key, Language language, int edition) {
        Actor actor = person.get();
        actor.mustHave(Permission.APPROVE_TEXTS, Permission.ADMINISTER_ROLES);
        NurtureText before = locked(key, language, edition);
        TextVersion draft = draft(before);
        if (!draft.isAwaiting()) {
            throw new Conflict(WORDING.text("notAwaiting"));
        }
        if (draft.authors().contains(actor.login())) {
            throw new Forbidden(WORDING.text("ownText"));
        }
        List<String> may = approvers.of(draft.authors());
        if (!may.contains(actor.login())) {
            throw new Forbidden(WORDING.text("notAnApprover"));
        }
        return before;
    }

    private NurtureText locked(TextKey key, Language language, int edition) {
        int now = table.lock(key, language);
        if (now != edition) {
            throw new Conflict(WORDING.text("changedMeanwhile", key.path(language)));
        }
        return texts.view(key, language);
    }

    private static TextVersion draft(NurtureText text) {
        TextVersion draft = text.draft();
        if (draft == null) {
            throw new Conflict(WORDING.text("noDraft"));
        }
        return draft;
    }

    private static String checked(String words) {
        String said = words.strip();
        if (said.length() > LONGEST_WORDS) {
            throw Invalid.field("words", WORDING.text("wordsTooLong", LONGEST_WORDS));
        }
        return said;
    }

    private Actor mustWrite() {
        Actor actor = person.get();
        actor.mustHave(Permission.WRITE_TEXTS);
        return actor;
    }
}
