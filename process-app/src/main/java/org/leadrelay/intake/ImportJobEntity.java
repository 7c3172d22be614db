package org.leadrelay.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.AssignedId;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.LowerCaseEnumConverter;
import org.leadrelay.platform.Wording;

/**
 * Import job from the arrival of its file to its end. Its rows and their sums are written by the batches, in
 * SQL.
 */
@Entity
@Table(name = "import_job")
@DynamicUpdate
class ImportJobEntity extends AssignedId<UUID> {

    private static final Wording WORDING = Wording.of(ImportJobEntity.class);

    enum State {
        DRAFT,
        QUEUED,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED;

        boolean isEnd() {
            return this == DONE || this == CANCELLED || this == FAILED;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    private UUID id;

    @Column
    private String fileName;

    @Column
    private long size;

    @Column
    private String charset;

    @Column
    private String delimiter;

    @Column
    private long estimatedRows;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> header;

    /** Between which somebody has to choose, the likeliest first; none where it is sure. */
    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> encodings;

    @Column
    private @Nullable String mappingName;

    /** As it was when the import was started: a later change of the mapping does not touch it. */
    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String mapping;

    @Column
    private @Nullable String origin;

    @Column
    private @Nullable String source;

    /** When the file was true; null where nobody said. */
    @Column
    private @Nullable Instant asOf;

    @Column
    @Convert(converter = StateInSmallLetters.class)
    private State state;

    @Column
    private @Nullable String message;

    @Column
    private String createdBy;

    @Column
    private Instant createdAt;

    @Column
    private @Nullable Instant startedAt;

    @Column
    private @Nullable Instant finishedAt;

    protected ImportJobEntity() {}

    /** A draft, of whose file nothing is known yet. */
    ImportJobEntity(UUID id, String fileName, String createdBy, Instant createdAt) {
        this.id = id;
        this.fileName = fileName;
        this.charset = StandardCharsets.UTF_8.name();
        this.delimiter = ",";
        this.header = List.of();
        this.encodings = List.of();
        this.state = State.DRAFT;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    void found(ImportFiles.Stored stored) {
        size = stored.size();
        readAs(stored.charset(), stored.delimiter());
        encodings = stored.encodings().stream().map(Charset::name).toList();
        estimatedRows = Math.max(0, stored.lines() - 1);
    }

    /** The encoding was chosen, so nobody need be asked any more. */
    void readAs(Charset chosen, char newDelimiter) {
        charset = chosen.name();
        delimiter = String.valueOf(newDelimiter);
        encodings = List.of();
    }

    void readHeader(List<String> columns) {
        header = columns.stream().map(each -> each.replace("\u0000", "")).toList();
    }

    /**
     * @throws Conflict when it was started already
     */
    void queue(
            @Nullable String newMappingName,
            String newMapping,
            String newOrigin,
            @Nullable String newSource,
            @Nullable Instant newAsOf) {
        if (state != State.DRAFT) {
            throw new Conflict(inState("started"));
        }
        state = State.QUEUED;
        mappingName = newMappingName;
        mapping = newMapping;
        origin = newOrigin;
        source = newSource;
        asOf = newAsOf;
    }

    /** Begins, or goes on after a node has died. */
    void run(Instant now) {
        if (state != State.QUEUED && state != State.RUNNING) {
            throw new Conflict(inState("notWaiting"));
        }
        state = State.RUNNING;
        startedAt = startedAt == null ? now : startedAt;
    }

    void done(Instant now) {
        end(State.DONE, now);
    }

    void fail(String why, Instant now) {
        end(State.FAILED, now);
        message = why;
    }

    /**
     * @throws Conflict when it has ended already
     */
    void cancel(Instant now) {
        end(State.CANCELLED, now);
    }

    private void end(State how, Instant now) {
        if (state.isEnd()) {
            throw new Conflict(inState("ended"));
        }
        state = how;
        finishedAt = now;
    }

    private String inState(String key) {
        return WORDING.text(key, WORDING.text("state." + state));
    }

    @Override
    public UUID getId() {
        return id;
    }

    State state() {
        return state;
    }

    ImportJobs.Job job() {
        return new ImportJobs.Job(
                id,
                fileName,
                state.toString(),
                size,
                Charset.forName(charset),
                delimiter.charAt(0),
                estimatedRows,
                mapping,
                origin,
                source,
                createdBy,
                asOf,
                encodings.stream().map(Charset::forName).toList());
    }

    @Converter
    static class StateInSmallLetters extends LowerCaseEnumConverter<State> {

        StateInSmallLetters() {
            super(State.class);
        }
    }
}
