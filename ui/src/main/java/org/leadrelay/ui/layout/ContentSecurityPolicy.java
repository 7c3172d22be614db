package org.leadrelay.ui.layout;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Content security policy (CSP) of pages: scripts of the product itself, and those within the page
 * by a nonce of this one answer. Flow evaluates what {@code executeJs} is given, hence {@code
 * 'unsafe-eval'}; its components write style elements, hence {@code 'unsafe-inline'} for styles.
 */
@Component
class ContentSecurityPolicy implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;
    private static final int NONCE_BYTES = 18;

    private static final String POLICY =
            "default-src 'self'; script-src 'self' 'unsafe-eval' 'nonce-%s'; style-src 'self'"
                    + " 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src"
                    + " 'self'; object-src 'none'; frame-src 'none'; worker-src 'none'; base-uri"
                    + " 'self'; form-action 'self'; frame-ancestors 'none'";

    private final transient SecureRandom random = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::protect);
    }

    private void protect(IndexHtmlResponse page) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        page.getDocument().select("script").attr("nonce", nonce);
        page.getVaadinResponse().setHeader("Content-Security-Policy", POLICY.formatted(nonce));
    }
}
