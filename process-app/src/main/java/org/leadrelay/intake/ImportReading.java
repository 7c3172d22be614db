package org.leadrelay.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.lead.Origin;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Pipeline that reads an import's file in batches, which several workers take in at once. Batches that are
 * through already, from before a restart, are passed over.
 */
@Component
class ImportReading {

    private static final int BATCH = 20;

    /** So many batches of each worker are read ahead. */
    private static final int AHEAD = 8;

    /** So many keys of rows are remembered at once. */
    private static final int MOST_KEYS = 200_000;

    private final ImportJobs jobs;
    private final ImportFiles files;
    private final ImportBatches batches;
    private final Mappings mappings;
    private final ImportColumns columns;
    private final CurrentPerson person;
    private final People people;
    private final int workers;

    ImportReading(
            ImportJobs jobs,
            ImportFiles files,
            ImportBatches batches,
            Mappings mappings,
            ImportColumns columns,
            CurrentPerson person,
            People people,
            @Value("${leadrelay.imports.workers:2}") int workers) {
        this.jobs = jobs;
        this.files = files;
        this.batches = batches;
        this.mappings = mappings;
        this.columns = columns;
        this.person = person;
        this.people = people;
        this.workers = workers;
    }

    /** True when the end of the file was reached, false when it was cancelled or the node stops. */
    boolean read(ImportJobs.Job job, BooleanSupplier stopping) throws IOException {
        LocaleContext before = LocaleContextHolder.getLocaleContext();
        Locale language = languageOf(job.createdBy());
        LocaleContextHolder.setLocale(language);
        try {
            return read(job, stopping, language);
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    /** Refused rows say why in the language of whoever imports, who will correct them. */
    private Locale languageOf(String login) {
        return people.find(login).map(each -> each.language().locale()).orElse(Locale.ENGLISH);
    }

    private boolean read(ImportJobs.Job job, BooleanSupplier stopping, Locale language) throws IOException {
        Set<Long> finished = batches.finished(job.id(), BATCH);
        ExecutorService pool = Executors.newFixedThreadPool(workers, speaking(language));
        BatchOrder order = new BatchOrder(pool);
        Semaphore places = new Semaphore(workers * AHEAD);
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        Actor importer = Actor.onBehalfOf(job.createdBy());
        try (CsvRows rows = files.open(job.id(), job.charset(), job.delimiter())) {
            jobs.header(job.id(), rows.header());
            ImportBatches.File file = file(job, rows);
            long number = 0;
            List<CsvRow> batch = batch(rows);
            while (!batch.isEmpty() && failure.get() == null && !stopping.getAsBoolean() && jobs.isRunning(job.id())) {
                if (!finished.contains(number)) {
                    if (order.size() > MOST_KEYS) {
                        places.acquireUninterruptibly(workers * AHEAD);
                        order.forget();
                        places.release(workers * AHEAD);
                    }
                    submit(order, places, failure, importer, file, number, batch);
                }
                number++;
                batch = batch(rows);
            }
            places.acquireUninterruptibly(workers * AHEAD);
            RuntimeException failed = failure.get();
            if (failed != null) {
                throw failed;
            }
            return batch.isEmpty();
        } finally {
            pool.shutdown();
        }
    }

    private static ThreadFactory speaking(Locale language) {
        return work -> Executors.defaultThreadFactory().newThread(() -> {
            LocaleContextHolder.setLocale(language);
            work.run();
        });
    }

    private static List<CsvRow> batch(CsvRows rows) throws IOException {
        List<CsvRow> batch = new ArrayList<>(BATCH);
        CsvRow row = rows.next();
        while (row != null) {
            batch.add(row);
            row = batch.size() < BATCH ? rows.next() : null;
        }
        return batch;
    }

    private void submit(
            BatchOrder order,
            Semaphore places,
            AtomicReference<@Nullable RuntimeException> failure,
            Actor importer,
            ImportBatches.File file,
            long number,
            List<CsvRow> batch) {
        places.acquireUninterruptibly();
        order.submit(batches.keys(file, batch), () -> {
            try {
                if (failure.get() == null) {
                    person.as(importer, () -> {
                        batches.take(file, number, batch);
                        return number;
                    });
                }
            } catch (RuntimeException e) {
                failure.set(e);
            } finally {
                places.release();
            }
        });
    }

    private ImportBatches.File file(ImportJobs.Job job, CsvRows rows) throws IOException {
        ImportMapping mapping = job.mapping() == null ? ImportMapping.byNames() : mappings.read(job.mapping());
        Origin origin = new Origin(
                job.originName(), Origin.Kind.IMPORT, job.source(), job.createdBy(), mapping.declaration(), job.asOf());
        return new ImportBatches.File(
                job.id(),
                columns.of(job, rows.header(), mapping),
                origin,
                rows.isOwnList() && mapping.declaration() == null);
    }
}
