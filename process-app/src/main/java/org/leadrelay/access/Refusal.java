package org.leadrelay.access;

import java.util.Arrays;
import java.util.List;
import org.leadrelay.platform.Wording;
import org.springframework.security.authorization.AuthorizationDecision;

/** Authorization decision of a denied access that says why, in the language of the request. */
final class Refusal extends AuthorizationDecision {

    private static final long serialVersionUID = 1L;

    private static final Wording WORDING = Wording.of(Refusal.class);

    private final String wording;
    private final List<String> arguments;

    private Refusal(String wording, List<String> arguments) {
        super(false);
        this.wording = wording;
        this.arguments = arguments;
    }

    static Refusal of(String wording, String... arguments) {
        return new Refusal(wording, Arrays.asList(arguments));
    }

    String words() {
        return WORDING.text(wording, arguments.toArray());
    }
}
