package org.leadrelay.platform;

import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * Kinds of request bodies, each with its size limit. An operation that is not
 * named here takes an ordinary one, whatever its address looks like before it is decoded.
 */
enum BodyKind {
    /** A page's message, a form, JSON. */
    ORDINARY(1, false),

    /** A web form, or one click to unsubscribe, which may come as multipart. */
    FORM(1, true),

    /** An array of up to a thousand leads. */
    LEADS(8, false),

    /** Models and tables from Camunda Modeler. */
    MODELS(UploadPath.LARGEST_MODELS_MEGABYTES, true),

    /** A file of leads with what surrounds it. */
    FILE(257, true);

    /** One click of a mail program. */
    static final String MAIL_LINK = "/u/";

    /** Of a file itself; the rest is for what surrounds it. */
    static final int LARGEST_FILE_MEGABYTES = 256;

    private static final Set<String> MODEL_FILES =
            Set.of(EngineRestErrors.PATH + "/deployment/create", "/api/redesign/check", "/api/releases/draft/files");

    private static final Set<String> IMPORTS = Set.of("/api/imports", "/api/imports/preview");

    private final int megabytes;
    private final boolean inParts;

    BodyKind(int megabytes, boolean inParts) {
        this.megabytes = megabytes;
        this.inParts = inParts;
    }

    /**
     * What may come with this request.
     *
     * @param path within the product, decoded and without path parameters
     */
    static BodyKind of(String method, String path) {
        if (!HttpMethod.POST.matches(method)) {
            return ORDINARY;
        }
        if (path.equals("/intake/web-to-lead") || path.startsWith(MAIL_LINK)) {
            return FORM;
        }
        if (path.equals("/api/leads")) {
            return LEADS;
        }
        if (MODEL_FILES.contains(path)) {
            return MODELS;
        }
        return IMPORTS.contains(path) || path.startsWith(UploadPath.OF_PAGES) ? FILE : ORDINARY;
    }

    int megabytes() {
        return megabytes;
    }

    long bytes() {
        return megabytes * 1024L * 1024;
    }

    /** Whether it may be {@code multipart/form-data}, which the container unpacks to files. */
    boolean inParts() {
        return inParts;
    }
}
