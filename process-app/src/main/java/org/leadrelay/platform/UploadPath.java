package org.leadrelay.platform;

import jakarta.servlet.http.HttpServletRequest;

/** Paths of file uploads, decoded and normalised as the container maps them. */
public final class UploadPath {

    /** Vaadin's uploads from a page. */
    static final String OF_PAGES = "/VAADIN/dynamic/resource/";

    static final int LARGEST_MODELS_MEGABYTES = 10;

    /** Of models and tables in one request, with what surrounds them. */
    public static final long LARGEST_MODELS_BYTES = LARGEST_MODELS_MEGABYTES * 1024L * 1024;

    private UploadPath() {}

    /** Whether a page sends a file with this request. */
    public static boolean isFromPage(HttpServletRequest request) {
        return BodyKind.of(request.getMethod(), of(request)) == BodyKind.FILE
                && of(request).startsWith(OF_PAGES);
    }

    /** The address within the product: decoded, without path parameters and double slashes. */
    public static String of(HttpServletRequest request) {
        String more = request.getPathInfo();
        return request.getServletPath() + (more == null ? "" : more);
    }
}
