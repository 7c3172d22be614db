package org.leadrelay.access;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** In-memory entry of one session on this node. */
final class OpenSession {

    private final UUID id;
    private final String login;
    private final HttpSession http;

    /** By the system clock, which the demo does not move. */
    private final Instant started;

    private volatile long version;
    private volatile long nextVersion;
    private volatile Instant lastSeen;
    private volatile @Nullable SessionEnd end;

    /**
     * @param started by the system clock, which the demo does not move
     * @param now by the product's
     */
    OpenSession(UUID id, String login, HttpSession http, long version, Instant started, Instant now) {
        this.id = id;
        this.login = login;
        this.http = http;
        this.version = version;
        this.nextVersion = version;
        this.started = started;
        this.lastSeen = now;
    }

    UUID id() {
        return id;
    }

    String login() {
        return login;
    }

    HttpSession http() {
        return http;
    }

    Instant started() {
        return started;
    }

    /** Whether it began, or was taken along, with this version of the person's access. */
    boolean carries(long asked) {
        return asked == version || asked == nextVersion;
    }

    /** The version that this session's own change makes; until its commit both are right. */
    void expect(long next) {
        nextVersion = next;
    }

    void changed(boolean committed) {
        if (committed) {
            version = nextVersion;
        } else {
            nextVersion = version;
        }
    }

    Instant lastSeen() {
        return lastSeen;
    }

    void seen(Instant at) {
        lastSeen = at;
    }

    @Nullable
    SessionEnd end() {
        return end;
    }

    /** Answers whether this call ended it. */
    synchronized boolean endFor(SessionEnd why) {
        if (end != null) {
            return false;
        }
        end = why;
        return true;
    }
}
