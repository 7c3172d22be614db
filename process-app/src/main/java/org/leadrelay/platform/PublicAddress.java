package org.leadrelay.platform;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Base URL by which people reach the product, for addresses in answers: the one that links in mail begin with, or as this
 * request named it while none is set.
 */
@Component
public class PublicAddress {

    private final String set;

    PublicAddress(@Value("${leadrelay.mail.base-url:}") String set) {
        String stripped = set.strip();
        this.set = stripped.endsWith("/") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }

    /** Without a slash at its end. Scheme and port behind a proxy are those that a trusted one says. */
    public String of(HttpServletRequest request) {
        return set.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : set;
    }
}
