package org.leadrelay.nurture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.journal.Kind;
import org.leadrelay.notification.NoticeCause;
import org.leadrelay.notification.NoticeSubjects;
import org.leadrelay.nurture.text.TextVersion.State;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Language;
import org.leadrelay.platform.NotFound;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One person of marketing writes, another approves, and the next mail says it. */
@ProductTest
@OwnDatabase
class TextEditingTest {

    private static final TextKey KEY = new TextKey("awareness", "1");
    private static final Language EN = Language.ENGLISH;
    private static final String VERSION = KEY.path(EN) + ":1";

    @Autowired
    TextEditing editing;

    @Autowired
    NurtureTexts texts;

    @Autowired
    NoticeSubjects subjects;

    @Autowired
    Cast cast;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void marketing() {
        database.empty();
        cast.person("mara", Roles.MARKETING);
        cast.person("moritz", Roles.MARKETING);
        cast.person("third", Roles.SALES_REP);
        cast.actingAs("mara");
    }

    @AfterEach
    void nobody() {
        cast.actingAsNobody();
        database.empty();
    }

    @Test
    void what_came_with_the_product_is_in_force_until_another_is_approved() {
        // given
        assertThat(texts.text(KEY, EN).inForce().version()).isZero();
        NurtureText written = editing.save(KEY, EN, saying("one"), 0);
        // then
        assertThat(written.draft().state()).isEqualTo(State.DRAFT);
        assertThat(written.inForce().version()).isZero();
        // when
        NurtureText proposed = editing.propose(KEY, EN, written.edition());
        // then
        assertThat(proposed.approvers()).containsExactly("moritz");
        assertThat(proposed.mayApprove()).isFalse();
        assertThat(notices("textApproval")).containsExactly("moritz");
        // when
        cast.actingAs("moritz");
        assertThat(texts.toApprove()).isEqualTo(1);
        NurtureText approved = editing.approve(KEY, EN, proposed.edition(), "Good.");
        // then
        assertThat(approved.inForce().content().subject()).isEqualTo("one");
        assertThat(approved.inForce().decision().by()).isEqualTo("moritz");
        assertThat(approved.draft()).isNull();
        assertThat(notices("textAnswered")).containsExactly("mara");
        assertThat(unresolved("textApproval")).isZero();
        assertThat(texts.versions(KEY, EN))
                .extracting(each -> each.version() + " " + each.state().code())
                .containsExactly("1 in-force", "0 earlier");
        assertThat(lines()).contains(Kind.TEXT_WRITTEN.code(), Kind.TEXT_PROPOSED.code(), Kind.TEXT_APPROVED.code());
    }

    @Test
    void nobody_approves_or_returns_what_they_wrote() {
        // given
        NurtureText proposed = proposed("one");
        // then
        assertThatThrownBy(() -> editing.approve(KEY, EN, proposed.edition(), ""))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("Another person");
        assertThatThrownBy(() -> editing.giveBack(KEY, EN, proposed.edition(), "no"))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void whoever_changes_a_draft_wrote_in_it_and_it_awaits_approval_no_more() {
        // given
        NurtureText proposed = proposed("one");
        cast.actingAsNobody();
        cast.person("third", Roles.MARKETING);
        cast.actingAs("moritz");
        // when
        NurtureText changed = editing.save(KEY, EN, saying("two"), proposed.edition());
        // then
        assertThat(changed.draft().state()).isEqualTo(State.DRAFT);
        assertThat(changed.draft().authors()).containsExactly("mara", "moritz");
        assertThat(unresolved("textApproval")).isZero();
        // when
        NurtureText again = editing.propose(KEY, EN, changed.edition());
        // then
        assertThat(again.approvers()).containsExactly("third");
    }

    @Test
    void where_nobody_else_of_marketing_is_there_an_administrator_approves_and_never_the_author() {
        // given
        cast.actingAsNobody();
        cast.person("moritz", Roles.SALES_REP);
        cast.person("alex", Roles.ADMINISTRATOR);
        cast.actingAs("mara");
        NurtureText proposed = proposed("one");
        // then
        assertThat(proposed.approvers()).contains("alex").doesNotContain("mara");
        assertThat(notices("textApproval")).contains("alex");
        // when
        cast.actingAs("alex");
        // then
        assertThat(editing.approve(KEY, EN, proposed.edition(), "").inForce().version())
                .isEqualTo(1);
    }

    @Test
    void an_administrator_approves_nothing_while_another_of_marketing_can() {
        // given
        cast.actingAsNobody();
        cast.person("alex", Roles.ADMINISTRATOR);
        cast.actingAs("mara");
        NurtureText proposed = proposed("one");
        cast.actingAs("alex");
        // then
        assertThatThrownBy(() -> editing.approve(KEY, EN, proposed.edition(), ""))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_text_is_returned_with_words_that_its_author_reads() {
        // given
        NurtureText proposed = proposed("one");
        cast.actingAs("moritz");
        assertThatThrownBy(() -> editing.giveBack(KEY, EN, proposed.edition(), "  "))
                .isInstanceOf(Invalid.class);
        // when
        NurtureText returned = editing.giveBack(KEY, EN, proposed.edition(), "Shorter, please.");
        // then
        assertThat(returned.draft().isReturned()).isTrue();
        assertThat(returned.draft().decision().words()).isEqualTo("Shorter, please.");
        assertThat(notices("textAnswered")).containsExactly("mara");
        // when
        cast.actingAs("mara");
        NurtureText again = editing.propose(
                KEY, EN, editing.save(KEY, EN, saying("1"), returned.edition()).edition());
        // then
        assertThat(again.draft().decision().words())
                .as("its author still reads why")
                .isEqualTo("Shorter, please.");
        assertThat(again.draft().isReturned()).isFalse();
        assertThat(unresolved("textApproval")).isEqualTo(1);
        assertThat(sentence(NoticeCause.text(VERSION))).startsWith("mara wrote");
        assertThat(sentence(NoticeCause.answeredText(VERSION))).contains("Shorter, please.");
        // when
        NurtureText taken = editing.save(KEY, EN, saying("2"), again.edition());
        // then
        assertThat(taken.draft().state()).isEqualTo(State.DRAFT);
        assertThat(taken.draft().isReturned())
                .as("it was put forward since it came back")
                .isFalse();
    }

    @Test
    void a_draft_is_kept_and_put_forward_at_once_or_not_at_all() {
        // given
        TextContent force = texts.text(KEY, EN).inForce().content();
        int edition = editing.save(KEY, EN, saying("one"), 0).edition();
        // then
        assertThatThrownBy(() -> editing.propose(KEY, EN, force, edition)).isInstanceOf(Conflict.class);
        assertThat(texts.text(KEY, EN).edition()).as("nothing was saved").isEqualTo(edition);
        // when
        NurtureText proposed = editing.propose(KEY, EN, saying("two"), edition);
        // then
        assertThat(proposed.draft().isAwaiting()).isTrue();
        assertThat(proposed.draft().content().subject()).isEqualTo("two");
    }

    @Test
    void a_draft_that_somebody_changed_meanwhile_is_not_overwritten() {
        // given
        editing.save(KEY, EN, saying("one"), 0);
        // then
        assertThatThrownBy(() -> editing.save(KEY, EN, saying("two"), 0))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("meanwhile");
        assertThat(texts.text(KEY, EN).draft().content().subject()).isEqualTo("one");
    }

    @Test
    void nobody_approves_what_they_did_not_see() {
        // given
        NurtureText proposed = proposed("one");
        editing.propose(
                KEY,
                EN,
                editing.save(KEY, EN, saying("two"), proposed.edition()).edition());
        cast.actingAs("moritz");
        // then
        assertThatThrownBy(() -> editing.approve(KEY, EN, proposed.edition(), ""))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void an_earlier_version_comes_back_through_approval_too() {
        // given
        approved("one");
        approved("two");
        int edition = texts.text(KEY, EN).edition();
        cast.actingAs("mara");
        // when
        NurtureText restored = editing.restore(KEY, EN, 1, edition);
        // then
        assertThat(restored.draft().content().subject()).isEqualTo("one");
        assertThat(restored.draft().restored()).isEqualTo(1);
        assertThat(restored.inForce().content().subject()).isEqualTo("two");
        // when
        NurtureText proposed = editing.propose(KEY, EN, restored.edition());
        cast.actingAs("moritz");
        editing.approve(KEY, EN, proposed.edition(), "");
        // then
        assertThat(texts.versions(KEY, EN))
                .extracting(each -> each.version() + " " + each.state().code() + " "
                        + each.content().subject())
                .startsWith("3 in-force one", "2 earlier two", "1 earlier one");
        assertThatThrownBy(() -> editing.restore(KEY, EN, 9, 1)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_draft_given_up_is_gone_and_what_is_in_force_stays() {
        // given
        NurtureText proposed = proposed("one");
        // when
        NurtureText left = editing.discard(KEY, EN, proposed.edition());
        // then
        assertThat(left.draft()).isNull();
        assertThat(left.inForce().version()).isZero();
        assertThat(unresolved("textApproval")).isZero();
        assertThat(editing.save(KEY, EN, saying("two"), left.edition()).draft().version())
                .as("a number is never given twice")
                .isEqualTo(2);
    }

    @Test
    void a_draft_that_says_what_is_in_force_is_not_put_forward() {
        // given
        NurtureText same = editing.save(KEY, EN, texts.text(KEY, EN).inForce().content(), 0);
        // then
        assertThatThrownBy(() -> editing.propose(KEY, EN, same.edition())).isInstanceOf(Conflict.class);
    }

    @Test
    void a_text_that_no_mail_may_say_is_not_kept() {
        // given
        TextContent bare = new TextContent("one", "Hello {{interest}}", null, Map.of());
        // then
        assertThatThrownBy(() -> editing.save(KEY, EN, bare, 0)).isInstanceOf(Invalid.class);
        assertThat(texts.text(KEY, EN).edition()).isZero();
    }

    @Test
    void the_list_has_the_steps_of_the_table_in_their_order_and_then_the_others() {
        // given
        editing.save(new TextKey("chocolate", "1"), EN, saying("one"), 0);
        // when
        List<TextSummary> all = texts.all();
        // then
        assertThat(all)
                .extracting(each -> each.track() + " " + each.step() + " " + each.kind() + " " + each.planned())
                .containsExactly(
                        "awareness 1 mail true",
                        "awareness 2 mail true",
                        "awareness 3 mail true",
                        "awareness 4 mail true",
                        "evaluation 1 mail true",
                        "evaluation 2 mail true",
                        "evaluation 3 call true",
                        "evaluation 4 mail true",
                        "evaluation 5 mail true",
                        "reactivation 1 mail true",
                        "reactivation 2 mail true",
                        "reactivation 3 call true",
                        "chocolate 1 mail false",
                        "any touch mail false");
        assertThat(all.get(0).why()).isEqualTo("What we do and for whom.");
        assertThat(all.get(12).languages().get(0).draft()).isEqualTo(State.DRAFT);
        assertThat(all.get(12).languages().get(0).version()).isNull();
    }

    private static TextContent saying(String subject) {
        return new TextContent(subject, "Hello {{firstName}}.", null, Map.of("firstName", "there"));
    }

    private NurtureText proposed(String subject) {
        return editing.propose(
                KEY,
                EN,
                editing.save(KEY, EN, saying(subject), texts.text(KEY, EN).edition())
                        .edition());
    }

    private void approved(String subject) {
        cast.actingAs("mara");
        NurtureText proposed = proposed(subject);
        cast.actingAs("moritz");
        editing.approve(KEY, EN, proposed.edition(), "");
    }

    private String sentence(NoticeCause cause) {
        return subjects.of(cause.key(), Locale.ENGLISH).orElseThrow().sentence();
    }

    private List<String> notices(String kind) {
        return jdbc.sql("select recipient from notice where kind = ? order by recipient")
                .param(kind)
                .query(String.class)
                .list();
    }

    private long unresolved(String kind) {
        return jdbc.sql("select count(*) from notice where kind = ? and resolved_at is null")
                .param(kind)
                .query(Long.class)
                .single();
    }

    private List<String> lines() {
        return jdbc.sql("select kind from journey_log where kind like 'text-%'")
                .query(String.class)
                .list();
    }
}
