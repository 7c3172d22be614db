package org.leadrelay.intake;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.leadrelay.access.Actor;
import org.leadrelay.access.Permission;
import org.leadrelay.journal.CommittedText;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.platform.Invalid;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Allow-list of the addresses to which a web form may redirect its visitor. Nothing is allowed that is not
 * listed: an open redirect would lend our name to anybody.
 */
@Service
public class ReturnAddresses {

    private final ReturnAddressRepository addresses;
    private final OperationLog log;
    private final Clock clock;

    ReturnAddresses(ReturnAddressRepository addresses, OperationLog log, Clock clock) {
        this.addresses = addresses;
        this.log = log;
        this.clock = clock;
    }

    public List<String> all() {
        return addresses.prefixes();
    }

    /**
     * Allows every address that begins with this one: same scheme, host and port, path below it.
     *
     * @throws Invalid when it is no http or https address
     */
    @Transactional
    public void allow(String prefix, Actor actor) {
        actor.mustHave(Permission.KEEP_RETURN_ADDRESSES);
        URI address = parsed(prefix)
                .orElseThrow(() -> Invalid.field(
                        "prefix",
                        "This is not an http or https address.",
                        "Write it as https://www.example.org/thanks."));
        if (!addresses.existsById(address.toString())) {
            addresses.saveAndFlush(new ReturnAddressEntity(address.toString(), actor.login(), clock.instant()));
            note(Kind.RETURN_ADDRESS_ALLOWED, address.toString());
        }
    }

    @Transactional
    public void forbid(String prefix, Actor actor) {
        actor.mustHave(Permission.KEEP_RETURN_ADDRESSES);
        if (addresses.existsById(prefix)) {
            addresses.deleteById(prefix);
            note(Kind.RETURN_ADDRESS_FORBIDDEN, prefix);
        }
    }

    private void note(Kind kind, String address) {
        log.add(StreamKind.INTAKE, kind, new CommittedText(address), Map.of());
    }

    /** The address to redirect to; empty when it is not allowed. */
    Optional<URI> allowed(String address) {
        return parsed(address)
                .filter(wanted ->
                        all().stream().flatMap(each -> parsed(each).stream()).anyMatch(each -> below(each, wanted)));
    }

    private static boolean below(URI prefix, URI wanted) {
        String path = path(prefix);
        String wantedPath = path(wanted);
        return prefix.getScheme().equalsIgnoreCase(wanted.getScheme())
                && prefix.getHost().equalsIgnoreCase(wanted.getHost())
                && prefix.getPort() == wanted.getPort()
                && (wantedPath.equals(path) || wantedPath.startsWith(path.endsWith("/") ? path : path + "/"));
    }

    private static String path(URI address) {
        String path = address.normalize().getPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    private static Optional<URI> parsed(String address) {
        try {
            URI uri = new URI(address.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web && uri.getHost() != null && uri.getUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
