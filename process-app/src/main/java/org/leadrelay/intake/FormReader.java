package org.leadrelay.intake;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.TooLarge;
import org.leadrelay.platform.Wording;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Parser of a web form's body, urlencoded or multipart, in the character encoding that the form declares. The
 * server's own parameters are no use: it reads every form as UTF-8.
 */
final class FormReader {

    /** What the lead's record says of a form whose encoding had to be guessed. */
    static final String GUESSED = "formEncoding";

    private static final Wording WORDING = Wording.of(FormReader.class);
    private static final int MOST_BYTES = 1024 * 1024;

    /** A name and a value as they came, and the encoding that a part declares for itself. */
    private record Sent(byte[] name, byte[] value, @Nullable String encoding) {}

    private FormReader() {}

    /**
     * @throws Invalid for an encoding that is not known, and for a field that cannot be read in the
     *     one that is declared
     * @throws TooLarge above 1 MB
     */
    static MultiValueMap<String, String> read(HttpServletRequest request) throws IOException {
        MediaType type = type(request);
        boolean multipart = "multipart".equals(type.getType());
        List<Sent> sent = multipart ? parts(request) : urlencoded(body(request.getInputStream()));
        if (sent.isEmpty()) {
            return readByTheServer(request);
        }
        String query = request.getQueryString();
        if (query != null) {
            sent.addAll(urlencoded(query.getBytes(StandardCharsets.ISO_8859_1)));
        }
        FormEncoding encoding = declared(sent, type.getParameter("charset"));
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        boolean guessed = false;
        for (Sent each : sent) {
            FormEncoding own = each.encoding() == null ? encoding : FormEncoding.named("Content-Type", each.encoding());
            // The server has read the names of parts, as UTF-8.
            FormEncoding ofName = multipart ? FormEncoding.UNDECLARED : encoding;
            String name = ofName.decode(each.name(), "body");
            form.add(name, own.decode(each.value(), name));
            guessed |= own.guesses(each.value()) || ofName.guesses(each.name());
        }
        if (guessed) {
            form.add(GUESSED, WORDING.text("guessedEncoding"));
        }
        return form;
    }

    private static FormEncoding declared(List<Sent> sent, @Nullable String charset) {
        if (charset != null) {
            return FormEncoding.named("Content-Type", charset);
        }
        for (String field : List.of("_charset_", "encoding")) {
            for (Sent each : sent) {
                String value = new String(each.value(), StandardCharsets.ISO_8859_1).strip();
                if (!value.isEmpty() && field.equals(new String(each.name(), StandardCharsets.ISO_8859_1))) {
                    return FormEncoding.named(field, value);
                }
            }
        }
        return FormEncoding.UNDECLARED;
    }

    private static MediaType type(HttpServletRequest request) {
        try {
            return MediaType.parseMediaType(String.valueOf(request.getContentType()));
        } catch (InvalidMediaTypeException e) {
            return MediaType.APPLICATION_FORM_URLENCODED;
        }
    }

    /** When a filter has asked for a parameter, the body is gone and this is what is left. */
    private static MultiValueMap<String, String> readByTheServer(HttpServletRequest request) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        for (Map.Entry<String, String[]> each : request.getParameterMap().entrySet()) {
            form.put(each.getKey(), new ArrayList<>(List.of(each.getValue())));
        }
        return form;
    }

    private static List<Sent> parts(HttpServletRequest request) throws IOException {
        List<Sent> sent = new ArrayList<>();
        int size = 0;
        try {
            for (Part part : request.getParts()) {
                if (part.getSubmittedFileName() == null) {
                    byte[] value = body(part.getInputStream());
                    size += value.length;
                    if (size > MOST_BYTES) {
                        throw tooLarge();
                    }
                    String type = part.getContentType();
                    sent.add(new Sent(
                            part.getName().getBytes(StandardCharsets.UTF_8),
                            value,
                            type == null ? null : charset(type)));
                }
            }
        } catch (ServletException e) {
            throw new IOException(e);
        }
        return sent;
    }

    private static @Nullable String charset(String contentType) {
        try {
            return MediaType.parseMediaType(contentType).getParameter("charset");
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }

    private static byte[] body(InputStream stream) throws IOException {
        try (stream) {
            byte[] body = stream.readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw tooLarge();
            }
            return body;
        }
    }

    private static TooLarge tooLarge() {
        return new TooLarge(WORDING.text("formTooLarge"));
    }

    private static List<Sent> urlencoded(byte[] text) {
        List<Sent> sent = new ArrayList<>();
        for (String pair : new String(text, StandardCharsets.ISO_8859_1).split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                sent.add(new Sent(bytes(name), bytes(value), null));
            }
        }
        return sent;
    }

    /** The bytes behind plus signs and percent signs; a percent sign of no number is itself. */
    private static byte[] bytes(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char each = encoded.charAt(i);
            int high = i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 1), 16) : -1;
            int low = i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 2), 16) : -1;
            if (each == '%' && high >= 0 && low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(each == '+' ? ' ' : each);
            }
        }
        return bytes.toByteArray();
    }
}
