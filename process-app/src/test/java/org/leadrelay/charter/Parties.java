package org.leadrelay.charter;

import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Mandate;
import org.leadrelay.access.Mandates;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.Cast;
import org.springframework.boot.test.context.TestComponent;

/** A process owner who writes, and two heads with a deputy each who sign. */
@TestComponent
public class Parties {

    public static final String OWNER = "petra";
    public static final String MARKETING = "helena";
    public static final String MARKETING_DEPUTY = "dora";
    public static final String SALES = "henrik";
    public static final String SALES_DEPUTY = "dirk";

    private final Cast cast;
    private final Mandates mandates;
    private final CharterDrafts drafts;
    private final SignOff signOff;
    private final CharterVersions versions;

    Parties(Cast cast, Mandates mandates, CharterDrafts drafts, SignOff signOff, CharterVersions versions) {
        this.cast = cast;
        this.mandates = mandates;
        this.drafts = drafts;
        this.signOff = signOff;
        this.versions = versions;
    }

    /** They are there, and have their mandates. */
    public void arrive() {
        cast.actingAsNobody();
        cast.person(OWNER, Roles.PROCESS_OWNER);
        cast.person(MARKETING, Roles.MARKETING);
        cast.person(MARKETING_DEPUTY, Roles.MARKETING);
        cast.person(SALES, Roles.SALES_MANAGER);
        cast.person(SALES_DEPUTY, Roles.SALES_MANAGER);
        mandates.give(Mandate.HEAD_OF_MARKETING, null, Set.of(), null);
        mandates.give(Mandate.HEAD_OF_SALES, SALES, Set.of(SALES_DEPUTY), null);
        mandates.give(Mandate.HEAD_OF_MARKETING, MARKETING, Set.of(MARKETING_DEPUTY), null);
    }

    public CharterVersion draft(UnaryOperator<CharterContent> change) {
        cast.actingAs(OWNER);
        CharterVersion begun = drafts.begin();
        return drafts.edit(begun.edition(), change.apply(begun.provisions()));
    }

    public CharterVersion propose(UnaryOperator<CharterContent> change, @Nullable Instant from) {
        return drafts.propose(draft(change).edition(), from);
    }

    public CharterVersion sign(String login, Mandate mandate, int version, boolean recompute) {
        cast.actingAs(login);
        return signOff.sign(version, mandate, versions.version(version).contentHash(), recompute);
    }

    /** Written, proposed and signed by both. */
    public CharterVersion agree(UnaryOperator<CharterContent> change, @Nullable Instant from, boolean recompute) {
        int version = propose(change, from).version();
        sign(MARKETING, Mandate.HEAD_OF_MARKETING, version, recompute);
        CharterVersion agreed = sign(SALES, Mandate.HEAD_OF_SALES, version, recompute);
        cast.actingAsNobody();
        return agreed;
    }
}
