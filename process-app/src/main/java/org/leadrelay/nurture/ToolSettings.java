package org.leadrelay.nurture;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.CannotStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties of the marketing tools that touches are handed to, each by its name: where its webhook is,
 * and the secret that signs it. Nothing but these says to which address anything is sent.
 */
@ConfigurationProperties("leadrelay.nurture")
record ToolSettings(@DefaultValue Map<String, Tool> tools) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);
    private static final String SETTING = "leadrelay.nurture.tools.";

    /**
     * A marketing tool.
     *
     * @param secret as {@link WebhookSecret} reads it
     * @param timeout how long it may take to answer
     * @param giveUpAfter how long a touch is tried while the tool does not answer
     */
    record Tool(
            @Nullable URI url,
            @Nullable String secret,
            @DefaultValue("PT10S") Duration timeout,
            @DefaultValue("P1D") Duration giveUpAfter) {

        URI address() {
            return Objects.requireNonNull(url);
        }

        WebhookSecret signer() {
            return WebhookSecret.of(String.valueOf(secret));
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Tool[" + url + "]";
        }
    }

    ToolSettings {
        tools = Map.copyOf(tools);
        tools.forEach(ToolSettings::check);
    }

    Optional<Tool> find(String name) {
        return Optional.ofNullable(tools.get(name));
    }

    Set<String> names() {
        return new TreeSet<>(tools.keySet());
    }

    private static void check(String name, Tool tool) {
        if (!NAME.matcher(name).matches()) {
            throw new CannotStart(
                    SETTING + name + " is no name for a tool.", "Use lower case, digits and hyphens, such as mailer.");
        }
        URI url = tool.url();
        if (url == null || !isAllowed(url)) {
            throw new CannotStart(
                    SETTING + name + ".url is no address that leads may be handed to.",
                    "Begin it with https and a host, without a user and without a fragment; http is for this machine"
                            + " only.");
        }
        if (tool.timeout().isNegative()
                || tool.timeout().isZero()
                || tool.timeout().compareTo(LONGEST_TIMEOUT) > 0
                || tool.giveUpAfter().isNegative()) {
            throw new CannotStart(
                    SETTING + name + ".timeout or .give-up-after is out of bounds.",
                    "The first is at most PT30S, and the second is not negative.");
        }
        if (!WebhookSecret.isOne(String.valueOf(tool.secret()))) {
            throw new CannotStart(
                    SETTING + name + ".secret is not of the form whsec_ and 24 to 64 bytes in base 64.",
                    "Make one: echo whsec_$(openssl rand -base64 32)");
        }
    }

    /** Whether leads may be handed to that address: TLS, or this machine. */
    static boolean isAllowed(URI url) {
        String host = url.getHost();
        if (host == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            return false;
        }
        return "https".equalsIgnoreCase(url.getScheme())
                || ("http".equalsIgnoreCase(url.getScheme()) && THIS_MACHINE.contains(host));
    }
}
