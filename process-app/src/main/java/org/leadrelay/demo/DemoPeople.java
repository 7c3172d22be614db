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
 * Seed data: demo users and teams. Nobody has chosen a language: whoever tries the demo is answered in that of their
 * browser.
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

    private record DemoUser(String login, String name, String role) {}

    private static final List<DemoUser> EVERYBODY = List.of(
            new DemoUser(Roles.MARKETING, "Mara Lindqvist", Roles.MARKETING),
            new DemoUser("marketing-2", "Moritz Adler", Roles.MARKETING),
            new DemoUser(Roles.SALES_REP, "Sam Okafor", Roles.SALES_REP),
            new DemoUser("ada", "Ada Winter", Roles.SALES_REP),
            new DemoUser("ben", "Ben Hartmann", Roles.SALES_REP),
            new DemoUser("chloe", "Chloe Martin", Roles.SALES_REP),
            new DemoUser("dmitri", "Dmitri Sokolow", Roles.SALES_REP),
            new DemoUser(Roles.SALES_MANAGER, "Susanne Berg", Roles.SALES_MANAGER),
            new DemoUser("head-of-marketing", "Helena Marsh", Roles.MARKETING),
            new DemoUser("head-of-sales", "Henrik Sander", Roles.SALES_MANAGER),
            new DemoUser(Roles.ARBITER, "Arthur Quinn", Roles.ARBITER),
            new DemoUser(Roles.PROCESS_OWNER, "Petra Vogel", Roles.PROCESS_OWNER),
            new DemoUser(Roles.AUDITOR, "Audrey Nakamura", Roles.AUDITOR),
            new DemoUser(Roles.ADMINISTRATOR, "Alex Romero", Roles.ADMINISTRATOR));

    @Override
    @Transactional
    public void arrive() {
        for (DemoUser each : EVERYBODY) {
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
        return EVERYBODY.stream().map(DemoUser::login).toList();
    }
}
