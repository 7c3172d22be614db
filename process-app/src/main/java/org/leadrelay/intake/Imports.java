package org.leadrelay.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Invalid.Violation;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports of files: uploaded, started, followed, cancelled, with their refused rows. */
@Service
public class Imports {

    private static final Wording WORDING = Wording.of(Imports.class);

    private final CurrentPerson person;
    private final ImportJobs jobs;
    private final ImportFiles files;
    private final ImportPreviews previews;
    private final ImportRunner runner;
    private final Mappings mappings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Imports(
            CurrentPerson person,
            ImportJobs jobs,
            ImportFiles files,
            ImportPreviews previews,
            ImportRunner runner,
            Mappings mappings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.person = person;
        this.jobs = jobs;
        this.files = files;
        this.previews = previews;
        this.runner = runner;
        this.mappings = mappings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Takes a file in, without doing anything with it; a draft that nobody starts is gone after a
     * day.
     *
     * @throws Invalid when the file is empty or no table
     */
    public UUID upload(@Nullable String fileName, InputStream file) {
        Actor actor = person.get();
        actor.mustHave(Permission.BRING_IN_LEADS);
        UUID id = UUID.randomUUID();
        String name = plainName(fileName);
        transaction.executeWithoutResult(status -> {
            jobs.draft(id, name, actor.login());
            try {
                jobs.found(id, files.store(id, file));
            } catch (IOException e) {
                throw Invalid.field("file", WORDING.text("broken"));
            }
        });
        return id;
    }

    /**
     * What a draft holds, and what would become of its first rows under this mapping.
     *
     * @param mapping null matches the columns by their names
     */
    public ImportPreview preview(UUID importId, @Nullable ImportMapping mapping) {
        person.get().mustHave(Permission.BRING_IN_LEADS);
        ImportJobs.Job job = draft(importId);
        ImportMapping used = mapping == null ? ImportMapping.byNames() : mapping;
        mappings.check(used);
        return previews.of(job, used);
    }

    /**
     * Reads a draft in an encoding that somebody knows.
     *
     * @throws Invalid when there is no such encoding
     */
    public void readAs(UUID importId, String encoding) {
        person.get().mustHave(Permission.BRING_IN_LEADS);
        draft(importId);
        Charset charset = ImportAnswerCheck.encoding(encoding);
        jobs.readAs(importId, charset, files.delimiter(importId, charset));
    }

    /**
     * Starts a draft; it runs in the background, on any node.
     *
     * @param mapping null matches the columns by their names
     * @param origin null means the mapping's, or else the file's name
     * @param source the channel where no column says it; null means the mapping's
     */
    public ImportProgress start(
            UUID importId,
            @Nullable ImportMapping mapping,
            @Nullable String mappingName,
            @Nullable String origin,
            @Nullable String source) {
        return start(importId, new ImportStart(mapping, mappingName, origin, source, null, false));
    }

    /**
     * Starts a draft; it runs in the background, on any node.
     *
     * @throws Invalid when what is said does not fit the file, or with the questions that are open
     */
    public ImportProgress start(UUID importId, ImportStart said) {
        Actor actor = person.get();
        actor.mustHave(Permission.BRING_IN_LEADS);
        ImportJobs.Job job = draft(importId);
        Instant asOf = ImportAnswerCheck.notInFuture(said.asOf(), clock);
        ImportMapping used = answered(job, said);
        String from = given(said.origin(), given(used.origin(), job.fileName()));
        String channel = given(said.source(), used.source());
        checkLength("origin", from);
        checkLength("source", channel);
        mappings.define(used, actor);
        ImportJobs.Job read = previews.reading(job, used);
        transaction.executeWithoutResult(status -> {
            jobs.readAs(importId, read.charset(), read.delimiter());
            jobs.queue(
                    importId,
                    said.mappingName(),
                    mappings.write(used),
                    from == null ? job.fileName() : from,
                    channel,
                    asOf);
        });
        runner.nudge();
        return progress(importId);
    }

    /** The mapping under which nothing is open, with the proposals where they are confirmed. */
    private ImportMapping answered(ImportJobs.Job job, ImportStart said) {
        ImportMapping used = said.mapping() == null ? ImportMapping.byNames() : said.mapping();
        mappings.check(used);
        ImportPreviews.Checked checked = previews.check(job, used);
        if (said.mappingName() == null && !checked.unknownColumns().isEmpty()) {
            throw Invalid.of(checked.unknownColumns().stream()
                    .map(each -> new Violation("columns", WORDING.text("notInFile", each)))
                    .toList());
        }
        boolean more = said.confirmProposed();
        while (more) {
            ImportMapping taken = ImportQuestions.withProposals(used, checked.questions());
            more = !taken.equals(used);
            used = taken;
            checked = more ? previews.check(job, used) : checked;
        }
        if (!checked.questions().isEmpty()) {
            throw open(job.id(), checked.questions(), said.confirmProposed());
        }
        return used;
    }

    private static Invalid open(UUID importId, List<ImportQuestion> questions, boolean confirmed) {
        String remedy = WORDING.text(confirmed ? "answerOnly" : "answer", "/api/imports/" + importId + "/start");
        return Invalid.of(
                questions.stream()
                        .map(each -> new Violation(each.field(), each.text()))
                        .toList(),
                Map.of("importId", importId, "questions", questions, "remedy", remedy));
    }

    /**
     * Where an import stands.
     *
     * @throws NotFound when there is no such import
     */
    public ImportProgress progress(UUID importId) {
        person.get().mustHave(Permission.READ_INTAKE);
        return jobs.progress(importId).orElseThrow(() -> missing(importId));
    }

    /** Newest first. */
    public Page<ImportProgress> latest(int page, int size) {
        person.get().mustHave(Permission.READ_INTAKE);
        return new Page<>(jobs.latest(page, size), jobs.count());
    }

    /**
     * Stops an import behind the rows that are being worked on; what was read stays.
     *
     * @throws Conflict when it has ended already
     */
    @Transactional
    public ImportProgress cancel(UUID importId) {
        person.get().mustHave(Permission.BRING_IN_LEADS);
        ImportProgress before = progress(importId);
        jobs.cancel(importId);
        if (!before.state().equals("running")) {
            files.delete(importId);
        }
        return progress(importId);
    }

    private ImportJobs.Job draft(UUID importId) {
        ImportJobs.Job job = jobs.find(importId).orElseThrow(() -> missing(importId));
        if (!job.state().equals("draft")) {
            throw new Conflict(WORDING.text("started", WORDING.text("state." + job.state())));
        }
        return job;
    }

    private static NotFound missing(UUID importId) {
        return new NotFound(WORDING.text("noImport", importId));
    }

    private static @Nullable String given(@Nullable String first, @Nullable String second) {
        return first == null || first.isBlank() ? second : first.strip();
    }

    private static void checkLength(String field, @Nullable String value) {
        if (value != null && (value.length() > 100 || value.indexOf('\u0000') >= 0)) {
            throw Invalid.field(field, WORDING.text("longName"));
        }
    }

    /** Without the folders that some browsers send along. */
    private static String plainName(@Nullable String fileName) {
        if (fileName == null || fileName.isBlank()) {
            return "file.csv";
        }
        int folder = Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\'));
        String last =
                fileName.substring(folder + 1).replaceAll("\\p{Cntrl}", "").strip();
        if (last.isEmpty()) {
            return "file.csv";
        }
        return last.length() > 100 ? last.substring(last.length() - 100) : last;
    }

    /** Only for the product's own files, at its start, when nobody is logged in. */
    UUID startOwn(String fileName, InputStream file, ImportMapping mapping, Actor actor) {
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            jobs.draft(id, fileName, actor.login());
            try {
                jobs.found(id, files.store(id, file));
            } catch (IOException e) {
                throw new IllegalStateException("The sample leads cannot be read.", e);
            }
            jobs.queue(
                    id,
                    null,
                    mappings.write(mapping),
                    mapping.origin() == null ? fileName : mapping.origin(),
                    mapping.source(),
                    null);
        });
        runner.nudge();
        return id;
    }
}
