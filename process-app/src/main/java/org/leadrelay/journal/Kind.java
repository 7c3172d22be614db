package org.leadrelay.journal;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Event types of the log. The code is part of the sealed line and never changes its meaning. First those of a lead's
 * journey, each with its topic, then those of the {@link StreamKind streams} that are no lead's, in the order of these,
 * each with the shape of what its lines are about.
 */
public enum Kind {
    STARTED(LeadTopic.STEP),
    ENDED(LeadTopic.JOURNEY),
    ENTERED(LeadTopic.STEP),
    LEFT(LeadTopic.STEP),
    FLOW(LeadTopic.STEP),
    DECISION(LeadTopic.DECISION),
    TASK_CREATED(LeadTopic.TASK),
    TASK_OPENED(LeadTopic.TASK),
    TASK_CLAIMED(LeadTopic.TASK),
    TASK_RELEASED(LeadTopic.TASK),
    TASK_ASSIGNED(LeadTopic.TASK),
    TASK_COMPLETED(LeadTopic.TASK),
    TASK_CANCELLED(LeadTopic.TASK),
    PROMISE_OPENED(LeadTopic.PROMISE),
    PROMISE_REMINDED(LeadTopic.PROMISE),
    PROMISE_KEPT(LeadTopic.PROMISE),
    PROMISE_BROKEN(LeadTopic.PROMISE),
    PROMISE_VOID(LeadTopic.PROMISE),
    PROMISE_PAUSED(LeadTopic.PROMISE),
    PROMISE_RESUMED(LeadTopic.PROMISE),
    PROMISE_RENEWED(LeadTopic.PROMISE),
    PROMISE_RECOUNTED(LeadTopic.PROMISE),
    PROMISE_ENDED(LeadTopic.PROMISE),
    PROMISE_REASON(LeadTopic.PROMISE),
    CAPTURED(LeadTopic.BUYER),
    MERGED(LeadTopic.BUYER),
    FACT_CORRECTED(LeadTopic.BUYER),
    CLAIM_TAKEN(LeadTopic.BUYER),
    CLAIM_DISMISSED(LeadTopic.BUYER),
    CONSENT(LeadTopic.BUYER),
    SIGNAL(LeadTopic.BUYER),
    WITHDRAWN(LeadTopic.BUYER),
    REOPENED(LeadTopic.BUYER),
    TOUCH(LeadTopic.BUYER),
    MAIL_EVENT(LeadTopic.BUYER),
    TOOL_EVENT(LeadTopic.BUYER),
    CHOICE(LeadTopic.DECISION),
    WAITING(LeadTopic.DECISION),
    NOTICE(LeadTopic.PROMISE),
    COMMENT(LeadTopic.TASK),
    QUESTION(LeadTopic.TASK),
    DUPLICATE(LeadTopic.BUYER),
    IMPORT_UNDONE(LeadTopic.BUYER),
    FACT_REVERTED(LeadTopic.BUYER),

    LOGGED_IN(SubjectShape.LOGIN),
    LOGIN_FAILED(SubjectShape.LOGIN),
    LOGIN_BLOCK_LIFTED(SubjectShape.ID),
    SESSION_ENDED(SubjectShape.LOGIN),
    PERSON_ADDED(SubjectShape.LOGIN),
    PERSON_CHANGED(SubjectShape.LOGIN),
    PERSON_DEACTIVATED(SubjectShape.LOGIN),
    PERSON_ACTIVATED(SubjectShape.LOGIN),
    PASSWORD_RESET(SubjectShape.LOGIN),
    PASSWORD_CHANGED(SubjectShape.LOGIN),
    ROLE_ADDED(SubjectShape.CODE),
    ROLE_CHANGED(SubjectShape.CODE),
    ROLE_REMOVED(SubjectShape.CODE),
    TEAM_ADDED(SubjectShape.ID),
    TEAM_CHANGED(SubjectShape.ID),
    TEAM_DISSOLVED(SubjectShape.ID),
    KEY_ADDED(SubjectShape.ID),
    KEY_SCOPED(SubjectShape.ID),
    KEY_REVOKED(SubjectShape.ID),
    TOKEN_MADE(SubjectShape.LOGIN),
    TOKEN_REVOKED(SubjectShape.LOGIN),
    MANDATE_GIVEN(SubjectShape.CODE),

    CHARTER_DRAFTED(SubjectShape.ID),
    CHARTER_EDITED(SubjectShape.ID),
    CHARTER_PROPOSED(SubjectShape.ID),
    CHARTER_SIGNED(SubjectShape.ID),
    CHARTER_VOIDED(SubjectShape.ID),
    CHARTER_WITHDRAWN(SubjectShape.ID),
    CHARTER_DISCARDED(SubjectShape.ID),
    CHARTER_RECOMPUTED(SubjectShape.ID),
    CALENDAR_CHANGED(SubjectShape.CODE),
    CALENDAR_GIVEN(SubjectShape.TEAM_OR_LOGIN),
    CALENDAR_TAKEN(SubjectShape.TEAM_OR_LOGIN),

    MODEL_DEPLOYED(SubjectShape.CODE),
    RELEASE_BEGUN(SubjectShape.ID),
    RELEASE_UPLOADED(SubjectShape.ID),
    RELEASE_FILE_REVERTED(SubjectShape.ID),
    RELEASE_REBASED(SubjectShape.ID),
    RELEASE_PAIRED(SubjectShape.ID),
    RELEASE_SEALED(SubjectShape.ID),
    RELEASE_APPROVED(SubjectShape.ID),
    RELEASE_REJECTED(SubjectShape.ID),
    RELEASE_WITHDRAWN(SubjectShape.ID),
    RELEASE_IN_FORCE(SubjectShape.ID),
    RELEASE_ROLL_BACK_ASKED(SubjectShape.ID),
    TEXT_WRITTEN(SubjectShape.CODE),
    TEXT_DISCARDED(SubjectShape.CODE),
    TEXT_PROPOSED(SubjectShape.CODE),
    TEXT_APPROVED(SubjectShape.CODE),
    TEXT_RETURNED(SubjectShape.CODE),
    TEXT_TESTED(SubjectShape.CODE),

    FACT_DEFINED(SubjectShape.CODE),
    BASIS_DECLARED(SubjectShape.CODE),
    BASIS_WITHDRAWN(SubjectShape.CODE),
    MAPPING_SAVED(SubjectShape.ID),
    MAPPING_DELETED(SubjectShape.ID),
    IMPORT_STARTED(SubjectShape.ID),
    IMPORT_CANCELLED(SubjectShape.ID),
    IMPORT_ENDED(SubjectShape.ID),
    IMPORT_UNDO_ASKED(SubjectShape.ID),
    IMPORT_UNDO_ENDED(SubjectShape.ID),
    RETURN_ADDRESS_ALLOWED(SubjectShape.ID),
    RETURN_ADDRESS_FORBIDDEN(SubjectShape.ID),
    COST_ENTERED(SubjectShape.ID),

    READ_LEAD(SubjectShape.ID),
    READ_JOURNEY(SubjectShape.ID),
    READ_TASK(SubjectShape.ID),
    READ_LIST(SubjectShape.LISTED),
    EXPORTED(SubjectShape.LISTED),

    REP_LIMITED(SubjectShape.LOGIN),
    REP_SKILLED(SubjectShape.LOGIN),
    REP_AWAY(SubjectShape.LOGIN),
    REP_BACK(SubjectShape.LOGIN),
    ABSENCE_CANCELLED(SubjectShape.LOGIN),
    SKILL_DEFINED(SubjectShape.CODE),
    SKILL_REMOVED(SubjectShape.CODE),
    MAIL_RETRIED(SubjectShape.ID),
    MAIL_DROPPED(SubjectShape.ID),
    BOARD_MAIL_WITHHELD(SubjectShape.LOGIN),
    LEDGER_REBUILT(SubjectShape.LISTED),
    INBOX_REBUILT(SubjectShape.LISTED),
    BOARD_REBUILD_ASKED(SubjectShape.ID),
    BOARD_REBUILT(SubjectShape.ID),
    VERIFICATION_ASKED(SubjectShape.ID),
    VERIFICATION_ENDED(SubjectShape.ID),
    JOB_FAILED(SubjectShape.ID),
    JOB_RETRIED(SubjectShape.ID),
    JOB_POSTPONED(SubjectShape.ID),
    INCIDENT_OPENED(SubjectShape.ID),
    INCIDENT_RESOLVED(SubjectShape.ID),
    CLOCK_MOVED(SubjectShape.LISTED),
    CLEANED_UP(SubjectShape.LISTED),
    LINES_REMOVED(SubjectShape.ID);

    private static final Set<Kind> OF_LEADS = withTopic(topic -> true);

    private final @Nullable LeadTopic topic;

    private final SubjectShape subject;

    /** Of a lead's own stream. */
    Kind(LeadTopic topic) {
        this.topic = topic;
        this.subject = SubjectShape.ID;
    }

    /** Of one of the other streams. */
    Kind(SubjectShape subject) {
        this.topic = null;
        this.subject = subject;
    }

    private static Set<Kind> withTopic(Predicate<LeadTopic> which) {
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Kind kind : values()) {
            if (kind.topic != null && which.test(kind.topic)) {
                kinds.add(kind);
            }
        }
        return Collections.unmodifiableSet(kinds);
    }

    /** Codes of the steps of a token through a model, three quarters of all lines. */
    public static Set<String> stepCodes() {
        return codesOf(LeadTopic.STEP);
    }

    /** Codes of the kinds of a lead's log that are about this. */
    public static Set<String> codesOf(LeadTopic topic) {
        return of(topic).stream().map(Kind::code).collect(Collectors.toUnmodifiableSet());
    }

    /** Kinds of a lead's log that are about this. */
    public static Set<Kind> of(LeadTopic topic) {
        return withTopic(topic::equals);
    }

    /** The kinds of line that a lead's own stream holds. */
    public static Set<Kind> ofLeads() {
        return OF_LEADS;
    }

    /** Whether lines of this kind stand in a lead's own stream. */
    public boolean ofLead() {
        return topic != null;
    }

    /** Whether the subject of its lines is the login of a person. */
    public boolean aboutPerson() {
        return subject == SubjectShape.LOGIN;
    }

    SubjectShape subject() {
        return subject;
    }

    /** The code as it is stored and sealed: {@code task-completed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @throws IllegalArgumentException when no such kind is known
     */
    public static Kind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
