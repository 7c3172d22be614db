package org.leadrelay.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actors.Access;
import org.leadrelay.platform.NodeBroadcast;
import org.leadrelay.platform.NodeName;
import org.leadrelay.platform.ProductClock;
import org.leadrelay.platform.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.stereotype.Component;

/**
 * Registry of the sessions on this node. A session is over when its row is gone, when the person's access has another
 * version than the session carries, or when it is as old as one may be; the next request is refused at once, and its
 * pages are closed as soon as this node is notified.
 */
@Component
public class OpenSessions implements Sweep {

    static final String TOPIC = "sessions";

    private static final Logger LOG = LoggerFactory.getLogger(OpenSessions.class);
    private static final String ATTRIBUTE = OpenSessions.class.getName();
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final Actors actors;
    private final SessionTable rows;
    private final LoginLog log;
    private final SessionSettings settings;
    private final Duration idle;
    private final ProductClock clock;
    private final ObjectProvider<OpenPages> pages;
    private final Map<UUID, OpenSession> open = new ConcurrentHashMap<>();

    /** Asynchronous: a publisher does not wait for the pages of others. */
    private final Executor behind =
            daemon(new ThreadPoolExecutor(1, 1, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>()));

    private volatile Instant noted = Instant.MIN;

    OpenSessions(
            Actors actors,
            SessionTable rows,
            LoginLog log,
            SessionSettings settings,
            ServerProperties server,
            ProductClock clock,
            NodeBroadcast nodes,
            ObjectProvider<OpenPages> pages) {
        this.actors = actors;
        this.rows = rows;
        this.log = log;
        this.settings = settings;
        this.idle = server.getServlet().getSession().getTimeout();
        this.clock = clock;
        this.pages = pages;
        actors.onChange(changed -> look(each -> changed.holds(each.login())));
        Runnable unused = nodes.listen(TOPIC, this::ended, () -> behind.execute(this::compare));
    }

    /** Begins the session of somebody who has just logged in, in place of an older one. */
    SessionAuthentication begin(String login, long version, LoginDetails details, HttpSession http) {
        Instant now = clock.instant();
        OpenSession session = new OpenSession(
                UUID.randomUUID(), login, http, version, clock.base().instant(), now);
        log.began(new PersonSession(
                session.id(),
                login,
                now,
                now,
                NodeName.NAME,
                String.valueOf(details.getRemoteAddress()),
                details.browser(),
                true));
        open.put(session.id(), session);
        http.setMaxInactiveInterval(Math.toIntExact(idle.toSeconds()));
        http.setAttribute(ATTRIBUTE, new Binding(session));
        return new SessionAuthentication(session, this, details);
    }

    /**
     * Who is logged in, with the roles of now.
     *
     * @throws SessionExpired when nobody is any more
     */
    Actor actor(OpenSession session) {
        SessionEnd why = whyOver(session);
        if (why != null) {
            throw new SessionExpired(why);
        }
        return actors.find(session.login()).orElseThrow(() -> new SessionExpired(SessionEnd.DEACTIVATED));
    }

    @Nullable
    SessionEnd whyOver(OpenSession session) {
        if (session.end() != null) {
            return session.end();
        }
        if (!open.containsKey(session.id())) {
            return SessionEnd.LOGGED_OUT;
        }
        if (!clock.base().instant().isBefore(session.started().plus(settings.longest()))) {
            return SessionEnd.TOO_LONG;
        }
        Access access = actors.access(session.login()).orElse(null);
        if (access == null) {
            return SessionEnd.DEACTIVATED;
        }
        return session.carries(access.version()) ? null : SessionEnd.PASSWORD;
    }

    /**
     * Why the session of this request is over; null when it is not, or there is none. What is over
     * is closed with all its pages.
     */
    public @Nullable SessionEnd check(HttpServletRequest request) {
        OpenSession session = of(request.getSession(false));
        if (session == null) {
            return null;
        }
        SessionEnd why = whyOver(session);
        if (why == null) {
            session.seen(clock.instant());
        } else {
            end(session, why);
        }
        return why;
    }

    /** Writes down which sessions live, ends those that are over, and forgets those of the dead. */
    /** Sessions live by the machine's clock. */
    @Override
    public Duration delayWhileJumping() {
        return Duration.ofDays(1);
    }

    @Override
    public int sweep() {
        int ended = endThoseOver(each -> true);
        Instant now = clock.base().instant();
        if (now.isBefore(noted.plus(NOTED_EVERY)) && !now.isBefore(noted)) {
            return ended;
        }
        noted = now;
        compare();
        return ended + log.forgotten();
    }

    /** A row that is gone was ended while nobody could tell this node. */
    private void compare() {
        List<OpenSession> here = List.copyOf(open.values());
        Set<UUID> alive = rows.alive(here.stream().map(OpenSession::id).toList());
        here.stream().filter(each -> !alive.contains(each.id())).forEach(each -> end(each, SessionEnd.ENDED));
        here.stream().filter(each -> alive.contains(each.id())).forEach(each -> rows.seen(each.id(), each.lastSeen()));
    }

    private void ended(String id) {
        OpenSession session = open.get(UUID.fromString(id));
        if (session != null) {
            behind.execute(() -> end(session, SessionEnd.ENDED));
        }
    }

    private void look(Predicate<OpenSession> at) {
        if (open.values().stream().anyMatch(at)) {
            behind.execute(() -> {
                endThoseOver(at);
                pages.ifAvailable(all -> open.values().stream().filter(at).forEach(each -> all.look(each.http())));
            });
        }
    }

    private int endThoseOver(Predicate<OpenSession> at) {
        int ended = 0;
        for (OpenSession each : List.copyOf(open.values())) {
            SessionEnd why = at.test(each) ? whyOver(each) : null;
            if (why != null) {
                end(each, why);
                ended++;
            }
        }
        return ended;
    }

    void end(OpenSession session, SessionEnd why) {
        if (!session.endFor(why)) {
            return;
        }
        open.remove(session.id());
        log.ended(session.id(), session.login(), why);
        LOG.info("A session of {} ended: {}", session.login(), why.word());
        OpenPages all = pages.getIfAvailable();
        try {
            if (all != null) {
                all.leave(session.http(), why);
            } else {
                session.http().invalidate();
            }
        } catch (IllegalStateException gone) {
            LOG.debug("The session of {} was gone already", session.login());
        }
    }

    private static @Nullable OpenSession of(@Nullable HttpSession http) {
        return http != null && http.getAttribute(ATTRIBUTE) instanceof Binding binding ? binding.session : null;
    }

    private static Executor daemon(ThreadPoolExecutor executor) {
        executor.allowCoreThreadTimeOut(true);
        executor.setThreadFactory(work -> {
            Thread thread = new Thread(work, "ends-sessions");
            thread.setDaemon(true);
            return thread;
        });
        return executor;
    }

    /** Hears when the container forgets the session: by logout, idleness, or another login. */
    private final class Binding implements HttpSessionBindingListener {

        private final OpenSession session;

        Binding(OpenSession session) {
            this.session = session;
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            if (session.endFor(SessionEnd.LOGGED_OUT)) {
                open.remove(session.id());
                log.ended(session.id(), session.login(), SessionEnd.LOGGED_OUT);
            }
        }
    }
}
