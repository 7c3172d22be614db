package org.leadrelay.demo;

import java.util.List;
import java.util.Set;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.FirstPeople;
import org.leadrelay.access.Mandate;
import org.leadrelay.access.Mandates;
import org.leadrelay.access.People;
import org.leadrelay.access.PersonChange;
import org.leadrelay.access.Roles;
import org.leadrelay.access.Teams;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.charter.CharterVersions;
import org.leadrelay.charter.SignOff;
import org.leadrelay.platform.ConditionalOnDemo;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One person for each role, whose login is the role's name, the two heads and some more reps; two
 * teams. Nobody has chosen a language: whoever tries the demo is answered in that of their browser.
 */
@Component
@ConditionalOnDemo
public class DemoPeople implements FirstPeople {

    /** What everybody in the demo logs in with. */
    public static final String PASSWORD = "demo";

    private final People people;
    private final Teams teams;
    private final Mandates mandates;
    private final CharterVersions charter;
    private final SignOff signOff;
    private final CurrentPerson current;

    DemoPeople(
            People people,
            Teams teams,
            Mandates mandates,
            CharterVersions charter,
            SignOff signOff,
            CurrentPerson current) {
        this.people = people;
        this.teams = teams;
        this.mandates = mandates;
        this.charter = charter;
        this.signOff = signOff;
        this.current = current;
    }

    private record Somebody(String login, String name, String role) {}

    private static final List<Somebody> EVERYBODY = List.of(
            new Somebody(Roles.MARKETING, "Mara Lindqvist", Roles.MARKETING),
            new Somebody("marketing-2", "Moritz Adler", Roles.MARKETING),
            new Somebody(Roles.SALES_REP, "Sam Okafor", Roles.SALES_REP),
            new Somebody("ada", "Ada Winter", Roles.SALES_REP),
            new Somebody("ben", "Ben Hartmann", Roles.SALES_REP),
            new Somebody("chloe", "Chloe Martin", Roles.SALES_REP),
            new Somebody("dmitri", "Dmitri Sokolow", Roles.SALES_REP),
            new Somebody(Roles.SALES_MANAGER, "Susanne Berg", Roles.SALES_MANAGER),
            new Somebody("head-of-marketing", "Helena Marsh", Roles.MARKETING),
            new Somebody("head-of-sales", "Henrik Sander", Roles.SALES_MANAGER),
            new Somebody(Roles.ARBITER, "Arthur Quinn", Roles.ARBITER),
            new Somebody(Roles.PROCESS_OWNER, "Petra Vogel", Roles.PROCESS_OWNER),
            new Somebody(Roles.AUDITOR, "Audrey Nakamura", Roles.AUDITOR),
            new Somebody(Roles.ADMINISTRATOR, "Alex Romero", Roles.ADMINISTRATOR));

    @Override
    @Transactional
    public void arrive() {
        for (Somebody each : EVERYBODY) {
            people.create(
                    each.login(),
                    new PersonChange(each.name(), each.login() + "@demo.example", null, Set.of(each.role())),
                    PASSWORD);
        }
        teams.create("Inbound", Set.of(Roles.SALES_REP, "ada", "ben", Roles.SALES_MANAGER, "head-of-sales"));
        teams.create("Field", Set.of("chloe", "dmitri", Roles.SALES_MANAGER, "head-of-sales"));
        mandates.give(Mandate.HEAD_OF_MARKETING, "head-of-marketing", Set.of(Roles.MARKETING), null);
        mandates.give(Mandate.HEAD_OF_SALES, "head-of-sales", Set.of(Roles.SALES_MANAGER), null);
        sign(Mandate.HEAD_OF_MARKETING, "head-of-marketing");
        sign(Mandate.HEAD_OF_SALES, "head-of-sales");
    }

    /** The charter that comes with the product. */
    private void sign(Mandate mandate, String head) {
        CharterVersion first = charter.inForce();
        current.as(
                people.actor(people.get(head)),
                () -> signOff.sign(first.version(), mandate, first.contentHash(), false));
    }

    /** The logins in the order in which they are shown. */
    public static List<String> logins() {
        return EVERYBODY.stream().map(Somebody::login).toList();
    }
}
