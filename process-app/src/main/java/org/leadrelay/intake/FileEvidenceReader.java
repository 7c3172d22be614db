package org.leadrelay.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Scan of a whole file for evidence of what its columns hold, cached for the files looked at last.
 * It stops after 200,000 rows: a habit has shown itself by then.
 */
@Component
class FileEvidenceReader {

    private static final long MOST_ROWS = 200_000;
    private static final int CACHED = 16;

    private final ImportFiles files;
    private final Map<Key, FileEvidence> cache = new LinkedHashMap<>(CACHED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, FileEvidence> eldest) {
            return size() > CACHED;
        }
    };

    private record Key(UUID importId, Charset charset, char delimiter) {}

    FileEvidenceReader(ImportFiles files) {
        this.files = files;
    }

    FileEvidence of(ImportJobs.Job job) throws IOException {
        Key key = new Key(job.id(), job.charset(), job.delimiter());
        synchronized (cache) {
            FileEvidence known = cache.get(key);
            if (known != null) {
                return known;
            }
        }
        FileEvidence found = scan(job);
        synchronized (cache) {
            cache.put(key, found);
        }
        return found;
    }

    private FileEvidence scan(ImportJobs.Job job) throws IOException {
        try (CsvRows rows = files.open(job.id(), job.charset(), job.delimiter())) {
            List<ColumnEvidence> columns = Stream.generate(ColumnEvidence::new)
                    .limit(rows.header().size())
                    .toList();
            long read = 0;
            CsvRow row = rows.next();
            while (row != null && read < MOST_ROWS) {
                if (row.problem() == null) {
                    read++;
                    for (int i = 0; i < columns.size(); i++) {
                        columns.get(i).see(i < row.cells().size() ? row.cells().get(i) : "");
                    }
                }
                row = rows.next();
            }
            columns.forEach(ColumnEvidence::end);
            return new FileEvidence(columns, read);
        }
    }
}
