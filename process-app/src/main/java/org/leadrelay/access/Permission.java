package org.leadrelay.access;

import static org.leadrelay.access.Permission.Area.ADMINISTRATION;
import static org.leadrelay.access.Permission.Area.AGREEMENT;
import static org.leadrelay.access.Permission.Area.INTAKE;
import static org.leadrelay.access.Permission.Area.LEADS;
import static org.leadrelay.access.Permission.Area.PROCESS;
import static org.leadrelay.access.Permission.Area.WORK;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.leadrelay.platform.Wording;

/**
 * Permission that a role grants to whoever holds it. Which role has which are rows ({@link RolePermissions});
 * code asks for a permission, never for a role. Reach within teams, involvement and mandates narrow further what
 * is allowed.
 */
public enum Permission {
    SEE_EVERY_LEAD(LEADS, false),
    SEE_TEAM_LEADS(LEADS, false),
    WORK_ON_LEADS(LEADS, true),
    REOPEN_LEADS(LEADS, true),
    EXPORT(LEADS, false),

    READ_INTAKE(INTAKE, false),
    BRING_IN_LEADS(INTAKE, true),
    DECIDE_DUPLICATES(INTAKE, true),
    DECIDE_CONSENTS(INTAKE, true),
    DEFINE_FACTS(INTAKE, true),
    DECLARE_BASES(INTAKE, true),
    READ_RETURN_ADDRESSES(INTAKE, false),
    KEEP_RETURN_ADDRESSES(INTAKE, true),

    WORK_TASKS(WORK, true),
    SEE_INCOMING(WORK, false),
    MANAGE_REPS(WORK, true),
    WRITE_TEXTS(WORK, true),
    APPROVE_TEXTS(WORK, true),
    HEAR_OF_NURTURE(WORK, false),

    READ_EVERY_PROMISE(AGREEMENT, false),
    READ_TEAM_PROMISES(AGREEMENT, false),
    READ_OWN_PROMISES(AGREEMENT, false),
    READ_BOARDS(AGREEMENT, false),
    BOARDS_PEOPLE(AGREEMENT, false),
    ENTER_COSTS(AGREEMENT, true),
    PROPOSE_CHARTER(AGREEMENT, true),
    KEEP_CALENDARS(AGREEMENT, true),

    READ_PROCESS(PROCESS, false),
    REDESIGN(PROCESS, true),
    APPROVE_RELEASE(PROCESS, true),
    REPAIR_JOBS(PROCESS, true),
    HEAR_OF_DRIFT(PROCESS, false),

    ADMINISTER_PEOPLE(ADMINISTRATION, true),
    ADMINISTER_ROLES(ADMINISTRATION, true),
    READ_PERMISSIONS(ADMINISTRATION, false),
    ADMINISTER_KEYS(ADMINISTRATION, true),
    NAME_SIGNERS(ADMINISTRATION, true),
    LIFT_LOGIN_BLOCKS(ADMINISTRATION, true),
    KEEP_OUTBOX(ADMINISTRATION, true),
    REBUILD_READ_MODELS(ADMINISTRATION, true),
    WATCH_OPERATION(ADMINISTRATION, false),
    READ_EXPORTS(ADMINISTRATION, false),
    READ_AUDIT(ADMINISTRATION, false);

    /** Heading under which a permission is listed. */
    public enum Area {
        LEADS,
        INTAKE,
        WORK,
        AGREEMENT,
        PROCESS,
        ADMINISTRATION;

        /** For people, in their language. */
        public String label(Locale language) {
            return WORDING.text(language, "area." + Permission.code(this));
        }
    }

    private static final Wording WORDING = Wording.of(Permission.class);

    private final Area area;
    private final boolean changing;

    Permission(Area area, boolean changing) {
        this.area = area;
        this.changing = changing;
    }

    public Area area() {
        return area;
    }

    /** Whether it lets somebody change what is not theirs alone; whoever has none of these only reads. */
    public boolean isChanging() {
        return changing;
    }

    /** Whether a role is given it only with the agreement that it rests on, such as one with a works council. */
    public boolean needsAgreement() {
        return this == BOARDS_PEOPLE;
    }

    boolean isAdministrative() {
        return area == ADMINISTRATION;
    }

    /** As REST, the database and the documentation write it. */
    @JsonValue
    public String code() {
        return code(this);
    }

    /** For people, in their language. */
    public String label(Locale language) {
        return WORDING.text(language, "permission." + code());
    }

    /** Empty where there is no such permission. */
    static Optional<Permission> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
