package org.leadrelay.platform.csv;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.HttpHeaders;

/**
 * HTTP response that becomes a CSV file with its first byte, so that a refusal before it is answered as a
 * problem.
 */
public final class CsvResponse extends OutputStream {

    private final HttpServletResponse response;
    private final String file;
    private boolean begun;

    public CsvResponse(HttpServletResponse response, String file) {
        this.response = response;
        this.file = file;
    }

    @Override
    public void write(int one) throws IOException {
        begin();
        response.getOutputStream().write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        begin();
        response.getOutputStream().write(bytes, from, length);
    }

    private void begin() {
        if (!begun) {
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
            begun = true;
        }
    }
}
