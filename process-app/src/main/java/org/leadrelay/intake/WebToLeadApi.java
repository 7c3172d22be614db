package org.leadrelay.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.leadrelay.platform.Invalid;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Public endpoint for web forms, compatible with Salesforce's Web-to-Lead. */
@RestController
@RequestMapping("/intake/web-to-lead")
@Tag(name = "Web form")
class WebToLeadApi {

    private static final String THANKS = """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Thank you</title></head>
        <body><p>Thank you. We have received your message.</p></body></html>
        """;

    private final WebForms forms;
    private final ReturnAddresses returns;
    private final FormLimits limits;

    WebToLeadApi(WebForms forms, ReturnAddresses returns, FormLimits limits) {
        this.forms = forms;
        this.returns = returns;
        this.limits = limits;
    }

    @PostMapping(consumes = {MediaType.APPLICATION_FORM_URLENCODED_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE})
    @Operation(
            summary = "Take a web form in",
            description = "Field names of Salesforce's Web-to-Lead: first_name, last_name, email,"
                    + " company, phone, lead_source, retURL and so on; custom fields are kept"
                    + " as attributes. Answers 303 to an allowed retURL, otherwise a page that"
                    + " says thank you. The form is stored when the answer comes, and taken in"
                    + " right after it: the answer is the same whether or not the address is"
                    + " known.")
    ResponseEntity<String> take(HttpServletRequest request) throws IOException {
        if (!limits.allows(request.getRemoteAddr())) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header("Retry-After", "60")
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body("{\"title\":\"Too many forms\",\"status\":429,\"detail\":\"Wait a"
                            + " minute, then send the form again.\"}");
        }
        MultiValueMap<String, String> form = FormReader.read(request);
        String retUrl = WebForms.single(form, "retURL");
        Optional<URI> next = retUrl == null ? Optional.empty() : returns.allowed(retUrl);
        if (retUrl != null && !retUrl.isBlank() && next.isEmpty()) {
            throw Invalid.field(
                    "retURL",
                    "This address is not on the list of allowed return addresses.",
                    "Ask the administrator to allow it, or leave retURL out.");
        }
        if (!forms.isRobot(form)) {
            forms.take(form);
        }
        return next.map(address -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(address)
                        .<String>build())
                .orElseGet(() ->
                        ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(THANKS));
    }
}
