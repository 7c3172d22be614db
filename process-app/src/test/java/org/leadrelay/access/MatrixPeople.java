package org.leadrelay.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.leadrelay.access.WhoMayWhat.Caller;
import org.leadrelay.testing.Cast;
import org.leadrelay.worklist.Desk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The people of the company in which the access matrix is tried: everybody of each role in one team, a rep in another. */
final class MatrixPeople {

    static final String MATE = "mx-mate";
    static final String STRANGER = "mx-stranger";
    static final String BYSTANDER = "mx-bystander";
    private static final String REPS = Roles.SALES_REP;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Desk desk;

    @Autowired
    CurrentPerson person;

    @Autowired
    People people;

    @Autowired
    ApiKeys keys;

    private final Map<Caller, RequestPostProcessor> callers = new EnumMap<>(Caller.class);
    private UUID ownTeam;
    private UUID otherTeam;

    static String login(Caller caller) {
        return "mx-" + caller.code();
    }

    /** Everybody, as they log in. */
    Map<Caller, RequestPostProcessor> people() {
        for (Caller each : Caller.values()) {
            if (each.isRole()) {
                cast.person(login(each), each.code());
            } else if (each == Caller.NO_ROLE || each == Caller.DEACTIVATED) {
                cast.person(login(each));
            }
            callers.put(each, door(each));
        }
        cast.person(login(Caller.DEACTIVATED), Roles.ADMINISTRATOR);
        cast.person(MATE, REPS);
        cast.person(STRANGER, REPS);
        cast.person(BYSTANDER, Roles.MARKETING);
        jdbc.sql("""
            insert into lead_identity (kind, scope, value, lead_id)
            values ('email', '', 'taken@matrix.example', ?)
            """).param(desk.lead()).update();
        ownTeam = cast.team("Matrix own", login(Caller.SALES_REP), login(Caller.SALES_MANAGER), MATE);
        otherTeam = cast.team("Matrix other", STRANGER);
        asProduct(() -> {
            people.deactivate(login(Caller.DEACTIVATED), null);
            return null;
        });
        return callers;
    }

    private RequestPostProcessor door(Caller caller) {
        if (caller == Caller.ANONYMOUS) {
            return request -> request;
        }
        if (!caller.isKey()) {
            return httpBasic(login(caller), Cast.PASSWORD);
        }
        String secret =
                asProduct(() -> keys.create("mx-" + UUID.randomUUID(), "mx-origin", null, Set.of(caller.scope()))
                        .secret());
        return request -> {
            request.addHeader("X-API-Key", secret);
            return request;
        };
    }

    /** The team of whoever has a role; everybody but the stranger. */
    UUID ownTeam() {
        return ownTeam;
    }

    UUID otherTeam() {
        return otherTeam;
    }

    private <T> T asProduct(Supplier<T> work) {
        return person.as(Actor.SYSTEM, work);
    }
}
