package org.leadrelay.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.TooManyRequests;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Authentication by personal token. Unknown ones are counted like unknown API keys, by address; known ones pass meanwhile,
 * for the same reason: nobody guesses 256 bits.
 */
@Component
class TokenLogin {

    private final PersonTokens tokens;
    private final BasicLogin people;
    private final LoginThrottle throttle;
    private final LoginLog log;

    TokenLogin(PersonTokens tokens, BasicLogin people, LoginThrottle throttle, LoginLog log) {
        this.tokens = tokens;
        this.people = people;
        this.throttle = throttle;
        this.log = log;
    }

    /**
     * @param login whose it is said to be; null when nobody said
     */
    Authentication authenticate(@Nullable String login, String secret, WebAuthenticationDetails details) {
        String address = ClientAddress.of(details.getRemoteAddress());
        Optional<String> owner =
                tokens.owner(secret).filter(each -> login == null || each.equals(Credentials.normalised(login)));
        if (owner.isEmpty()) {
            throw unknown(address);
        }
        Authentication person = people.person(owner.get(), details);
        log.token(owner.get(), address);
        return person;
    }

    private AuthenticationException unknown(String address) {
        try {
            throttle.unknownKey(address);
            return new BadCredentialsException("This token is unknown, revoked or too old.");
        } catch (TooManyRequests tooMany) {
            return new LoginBlocked(tooMany);
        }
    }
}
