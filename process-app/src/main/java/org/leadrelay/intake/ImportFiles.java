package org.leadrelay.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Chunked storage of uploaded files in the database, so that any node can read them. */
@Component
class ImportFiles {

    private static final Wording WORDING = Wording.of(ImportFiles.class);

    private static final int CHUNK = 256 * 1024;
    private static final int START = 128 * 1024;

    private final JdbcClient jdbc;

    ImportFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was found out about a file while it came in.
     *
     * @param encodings between which somebody has to choose, the likeliest first; none where it is
     *     sure
     */
    record Stored(long size, Charset charset, List<Charset> encodings, char delimiter, long lines) {}

    /**
     * Stores a file in constant memory.
     *
     * @throws Invalid when it is empty
     */
    Stored store(UUID importId, InputStream file) throws IOException {
        StreamEncodingDetector charsets = new StreamEncodingDetector();
        byte[] buffer = new byte[CHUNK];
        byte[] start = new byte[0];
        long size = 0;
        long lines = 0;
        int chunk = 0;
        int length = file.readNBytes(buffer, 0, CHUNK);
        while (length > 0) {
            if (chunk == 0) {
                start = Arrays.copyOf(buffer, Math.min(length, START));
            }
            charsets.see(buffer, length);
            for (int i = 0; i < length; i++) {
                lines += buffer[i] == '\n' ? 1 : 0;
            }
            jdbc.sql("insert into import_chunk (import_id, number, bytes) values (?, ?, ?)")
                    .params(importId, chunk, Arrays.copyOf(buffer, length))
                    .update();
            size += length;
            chunk++;
            length = file.readNBytes(buffer, 0, CHUNK);
        }
        Detection<Charset> guess = charsets.guess();
        Charset charset = guess.best();
        String text = new String(start, charset);
        if (text.isBlank() || text.equals("\uFEFF")) {
            throw Invalid.field("file", WORDING.text("empty"));
        }
        if (text.startsWith("PK\u0003\u0004") || text.startsWith("%PDF")) {
            throw Invalid.field("file", WORDING.text("noCsv"));
        }
        List<Charset> encodings = guess.sure() ? List.of() : guess.candidates();
        return new Stored(size, charset, encodings, DelimiterDetector.found(text), lines);
    }

    /** What stands between the cells when the file is read in this encoding. */
    char delimiter(UUID importId, Charset charset) {
        byte[] start = jdbc.sql("select bytes from import_chunk where import_id = ? and number = 0")
                .param(importId)
                .query((row, any) -> row.getBytes(1))
                .single();
        return DelimiterDetector.found(new String(start, 0, Math.min(start.length, START), charset));
    }

    CsvRows open(UUID importId, Charset charset, char delimiter) throws IOException {
        Reader reader = new InputStreamReader(
                new Chunks(importId),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
        return new CsvRows(reader, delimiter);
    }

    void delete(UUID importId) {
        jdbc.sql("delete from import_chunk where import_id = ?").param(importId).update();
    }

    private final class Chunks extends InputStream {
        private final UUID importId;
        private byte[] current = new byte[0];
        private int position;
        private int next;

        Chunks(UUID importId) {
            this.importId = importId;
        }

        @Override
        public int read() {
            return filled() ? current[position++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (!filled()) {
                return -1;
            }
            int count = Math.min(length, current.length - position);
            System.arraycopy(current, position, into, offset, count);
            position += count;
            return count;
        }

        private boolean filled() {
            if (position < current.length) {
                return true;
            }
            byte @Nullable [] chunk = jdbc.sql("select bytes from import_chunk where import_id = ? and number = ?")
                    .params(importId, next)
                    .query((row, any) -> row.getBytes(1))
                    .optional()
                    .orElse(null);
            if (chunk == null) {
                return false;
            }
            current = chunk;
            position = 0;
            next++;
            return true;
        }
    }
}
