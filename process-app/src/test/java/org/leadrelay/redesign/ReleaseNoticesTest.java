package org.leadrelay.redesign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.redesign.Candidates.UploadedFile;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@OwnDatabase
class ReleaseNoticesTest {

    private static final String OWNER = "approval-owner";
    private static final String HELPER = "approval-helper";
    private static final String SECOND = "approval-second";
    private static final String ADMINISTRATOR = "approval-administrator";

    @Autowired
    private Candidates candidates;

    @Autowired
    private Approval approval;

    @Autowired
    private Cast cast;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void people() {
        cast.actingAsNobody();
        cast.person(OWNER, Roles.PROCESS_OWNER);
        cast.person(HELPER, Roles.PROCESS_OWNER);
        cast.person(SECOND, Roles.PROCESS_OWNER);
        cast.person(ADMINISTRATOR, Roles.ADMINISTRATOR);
        cast.person("approval-rep", Roles.SALES_REP);
        jdbc.sql("delete from notice").update();
    }

    @Test
    void whoever_may_approve_hears_of_it_and_whoever_worked_on_it_does_not() throws Exception {
        // given two who worked on it
        cast.actingAs(HELPER);
        upload("decisions/hand-off-skills.dmn", "Any rep can take it.", "Whoever is free.");
        cast.actingAs(OWNER);
        Release candidate = upload("decisions/nurture-track.dmn", "What we do and for whom.", "What we do.");

        // when
        approval.seal(candidate.number(), candidate.edition(), "Say it in fewer words");

        // then
        assertThat(awaited(candidate)).containsExactly(ADMINISTRATOR, SECOND);

        // and when
        cast.actingAs(SECOND);
        approval.reject(candidate.number(), "The words are fine.");

        // then
        assertThat(awaited(candidate)).isEmpty();
    }

    @Test
    void nobody_has_to_approve_what_was_withdrawn_or_approved() throws Exception {
        // given
        cast.actingAs(OWNER);
        Release first = upload("decisions/hand-off-skills.dmn", "Any rep can take it.", "Whoever can.");
        approval.seal(first.number(), first.edition(), "First try");

        // when
        approval.withdraw(first.number(), "Not yet");

        // then
        assertThat(awaited(first)).isEmpty();

        // and when
        Release second = upload("decisions/hand-off-skills.dmn", "Any rep can take it.", "Whoever has time.");
        Release sealed = approval.seal(second.number(), second.edition(), "Second try");
        assertThat(awaited(second)).contains(SECOND);
        cast.actingAs(SECOND);
        approval.approve(sealed.number(), sealed.contentHash(), null);

        // then
        assertThat(awaited(second)).isEmpty();
    }

    private Release upload(String file, String before, String after) throws Exception {
        String text = new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
        assertThat(text).contains(before);
        byte[] changed = text.replace(before, after).getBytes(StandardCharsets.UTF_8);
        String name = file.substring(file.indexOf('/') + 1);
        return candidates
                .upload(List.of(new UploadedFile(name, changed)), Origin.BROWSER, null)
                .release();
    }

    /** Of the people of this class. */
    private List<String> awaited(Release release) {
        return jdbc.sql("""
            select recipient from notice
            where kind = 'approval' and resolved_at is null and cause = ? and recipient like 'approval-%'
            order by recipient
            """)
                .param("release:" + release.number())
                .query(String.class)
                .list();
    }
}
