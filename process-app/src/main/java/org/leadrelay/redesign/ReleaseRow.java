package org.leadrelay.redesign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;

/** Row of the table of releases. */
record ReleaseRow(
        int number,
        @Nullable Integer base,
        State state,
        int edition,
        String contentHash,
        String title,
        String madeBy,
        Instant madeAt,
        @Nullable String sealedBy,
        @Nullable Instant sealedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Instant approvedFrom,
        @Nullable Instant inForceFrom,
        @Nullable String deploymentId,
        boolean needsCharter,
        @Nullable Integer charterVersion,
        @Nullable Integer rollsBackTo) {

    /** As the database writes it, in small letters. */
    enum State {
        DRAFT,
        SEALED,
        APPROVED,
        REJECTED,
        WITHDRAWN
    }

    static ReleaseRow of(ResultSet row, int line) throws SQLException {
        return new ReleaseRow(
                row.getInt("number"),
                row.getObject("base", Integer.class),
                ReleaseCodes.state(row.getString("state")),
                row.getInt("edition"),
                row.getString("content_hash"),
                row.getString("title"),
                row.getString("made_by"),
                Sql.instant(row, "made_at"),
                row.getString("sealed_by"),
                Sql.instantOrNull(row, "sealed_at"),
                row.getString("decided_by"),
                Sql.instantOrNull(row, "decided_at"),
                Sql.instantOrNull(row, "approved_from"),
                Sql.instantOrNull(row, "in_force_from"),
                row.getString("deployment_id"),
                row.getBoolean("needs_charter"),
                row.getObject("charter_version", Integer.class),
                row.getObject("rolls_back_to", Integer.class));
    }

    /**
     * As others read it.
     *
     * @param inForce the number of the release in force at that moment
     */
    Release release(int inForce, Instant now) {
        return new Release(
                number,
                stage(inForce, now),
                base == null ? 0 : base,
                edition,
                contentHash,
                title,
                madeBy,
                madeAt,
                sealedBy,
                sealedAt,
                decidedBy,
                decidedAt,
                inForceFrom,
                needsCharter,
                charterVersion,
                rollsBackTo);
    }

    /** Approved, and not in force yet: its moment is to come, or the charter's signatures are. */
    boolean isPending(Instant now) {
        return state == State.APPROVED && (inForceFrom == null || inForceFrom.isAfter(now));
    }

    private ReleaseStage stage(int inForce, Instant now) {
        return switch (state) {
            case DRAFT -> ReleaseStage.DRAFT;
            case SEALED -> ReleaseStage.SEALED;
            case REJECTED -> ReleaseStage.REJECTED;
            case WITHDRAWN -> ReleaseStage.WITHDRAWN;
            case APPROVED ->
                inForceFrom == null
                        ? ReleaseStage.AWAITING_CHARTER
                        : number == inForce
                                ? ReleaseStage.IN_FORCE
                                : inForceFrom.isAfter(now) ? ReleaseStage.SCHEDULED : ReleaseStage.PAST;
        };
    }
}
