package org.leadrelay.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadrelay.journal.Kind;
import org.leadrelay.worklist.Involvement.Part;

/** Who had a part in a case, line by line. */
class InvolvementRuleTest {

    private static final String VERDICT = "Activity_GiveVerdict";
    private static final UUID LEAD = UUID.randomUUID();
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private final List<CaseLine> lines = new ArrayList<>();

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "TASK_COMPLETED,  sales-rep, accept,  COMPLETED",
        "TASK_COMPLETED,  sales-rep, reject,  REJECTED",
        "TASK_COMPLETED,  marketing, dispute, CONTESTED",
        "TASK_COMPLETED,  marketing, recycle, COMPLETED",
        "TASK_COMPLETED,  marketing, answered, COMPLETED",
        "TASK_CLAIMED,    marketing, '',      TOOK",
        "TASK_RELEASED,   marketing, '',      GAVE_BACK",
        "TASK_ASSIGNED,   sales-rep, '',      MOVED",
        "PROMISE_BROKEN,  sales-rep, '',      MISSED",
        "PROMISE_REASON,  '',        '',      EXPLAINED",
        "COMMENT,         sales-rep, '',      COMMENTED",
        "QUESTION,        sales-rep, '',      ASKED",
        "FACT_CORRECTED,  '',        '',      CORRECTED",
        "CLAIM_TAKEN,     '',        '',      CORRECTED",
        "CLAIM_DISMISSED, '',        '',      CORRECTED",
        "REOPENED,        '',        '',      REOPENED"
    })
    void whoever_took_part_may_not_judge(Kind kind, String role, String outcome, Part part) {
        // given
        tell(kind, "ada", role, "Activity_Other", outcome, null, true);

        // then
        assertThat(whyNot("ada")).map(Involvement::part).contains(part);
        assertThat(whyNot("judge")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {
                "TASK_OPENED",
                "TASK_CREATED",
                "CAPTURED",
                "CONSENT",
                "SIGNAL",
                "WITHDRAWN",
                "CHOICE",
                "TASK_CANCELLED",
                "NOTICE",
                "TOUCH",
                "IMPORT_UNDONE"
            })
    void having_looked_or_brought_the_lead_is_no_part(Kind kind) {
        tell(kind, "ada", "marketing", "Activity_Other", "", null, true);
        assertThat(whyNot("ada")).isEmpty();
    }

    @Test
    void to_decide_that_two_leads_are_one_is_a_part_and_to_capture_one_again_is_not() {
        tell(Kind.MERGED, "ada", "", null, "", null, true);
        tell(Kind.MERGED, "ben", "", null, "", null, false);
        assertThat(whyNot("ada")).map(Involvement::part).contains(Part.JOINED);
        assertThat(whyNot("ben")).isEmpty();
    }

    @ParameterizedTest(name = "{0} at {1} of {2}: {3}")
    @CsvSource({
        "COMMENT,        Activity_GiveVerdict,     arbiter,   false",
        "TASK_CLAIMED,   Activity_GiveVerdict,     arbiter,   false",
        "TASK_COMPLETED, Activity_GiveVerdict,     arbiter,   false",
        "TASK_ASSIGNED,  Activity_GiveVerdict,     arbiter,   false",
        "PROMISE_BROKEN, Activity_GiveVerdict,     arbiter,   false",
        "TASK_COMPLETED, Activity_AnotherVerdict,  arbiter,   false",
        "COMMENT,        Activity_ReviewRejection, marketing, true"
    })
    void what_was_done_as_the_judge_is_no_part(Kind kind, String step, String role, boolean involved) {
        tell(kind, "judge", role, step, "", null, false);
        assertThat(whyNot("judge").isPresent()).isEqualTo(involved);
    }

    @Test
    void whoever_reviewed_before_may_review_again() {
        tell(Kind.TASK_COMPLETED, "mary", "marketing", "Activity_ReviewRejection", "", null, false);
        List<Involvement> parts = InvolvementRule.parts(lines);
        assertThat(InvolvementRule.whyNot(parts, "mary", "Activity_ReviewRejection"))
                .isEmpty();
        assertThat(InvolvementRule.whyNot(parts, "mary", VERDICT)).isPresent();
    }

    @Test
    void a_part_in_an_earlier_lap_counts_and_says_so() {
        lines.add(new CaseLine(LEAD, MONDAY, Kind.COMMENT, "ada", "marketing", "x", "X", "", null, false, true));
        assertThat(whyNot("ada")).map(Involvement::earlierLap).contains(true);
    }

    @Test
    void a_lead_is_owned_from_the_first_reps_task_to_the_next_owner() {
        // given
        tell(Kind.TASK_CREATED, "system", "sales-rep", "Activity_AnswerHandOff", "", "ada", false);
        tell(Kind.TASK_ASSIGNED, "boss", "sales-rep", "Activity_AnswerHandOff", "", "ben", false);
        tell(Kind.TASK_COMPLETED, "ben", "sales-rep", "Activity_AnswerHandOff", "reject", null, false);

        // then
        Involvement ada = whyNot("ada").orElseThrow();
        assertThat(ada)
                .returns(Part.OWNED, Involvement::part)
                .returns(MONDAY, Involvement::from)
                .returns(MONDAY.plusSeconds(1), Involvement::until);
        assertThat(whyNot("ben").orElseThrow())
                .returns(Part.OWNED, Involvement::part)
                .returns(MONDAY.plusSeconds(2), Involvement::until);
        assertThat(whyNot("boss")).map(Involvement::part).contains(Part.MOVED);
    }

    @Test
    void a_lead_that_somebody_still_has_is_owned_without_an_end() {
        tell(Kind.TASK_CLAIMED, "ada", "sales-rep", "Activity_AnswerHandOff", "", null, false);
        tell(Kind.TASK_COMPLETED, "ada", "sales-rep", "Activity_AnswerHandOff", "accept", null, false);
        assertThat(whyNot("ada").orElseThrow())
                .returns(Part.OWNED, Involvement::part)
                .returns(null, Involvement::until);
    }

    @Test
    void the_table_in_the_docs_is_the_rule() throws IOException {
        // given
        String table = Files.readString(Path.of("..", "docs", "reference", "uninvolved.md"));

        // then
        for (Kind kind : Kind.ofLeads()) {
            ArrayList<String> parts = new ArrayList<String>();
            for (String outcome : List.of("", "reject", "dispute")) {
                for (Boolean decided : List.of(true, false)) {
                    InvolvementRule.part(line(kind, outcome, decided))
                            .map(part -> part.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                            .filter(part -> !parts.contains(part))
                            .ifPresent(parts::add);
                }
            }
            Matcher row = Pattern.compile("\\| `" + kind.code() + "` \\|[^|\n]*\\| ([^|\n]*) \\|")
                    .matcher(table);
            assertThat(row.find()).as(kind.code() + " stands in the table").isTrue();
            assertThat(Arrays.asList(row.group(1).split(", ", -1)))
                    .as(kind.code())
                    .containsExactlyInAnyOrderElementsOf(parts.isEmpty() ? List.of("no part") : parts);
        }
    }

    /** A broken promise is read from the ledger. */
    @Test
    void every_kind_that_is_a_part_is_read() {
        for (Kind kind : Kind.ofLeads()) {
            if (kind != Kind.PROMISE_BROKEN
                    && InvolvementRule.part(line(kind, "", true)).isPresent()) {
                assertThat(InvolvementRule.KINDS).contains(kind);
            }
        }
    }

    private static CaseLine line(Kind kind, String outcome, boolean decided) {
        return new CaseLine(LEAD, MONDAY, kind, "ada", "sales-rep", "x", "X", outcome, null, decided, false);
    }

    private Optional<Involvement> whyNot(String login) {
        return InvolvementRule.whyNot(InvolvementRule.parts(lines), login, VERDICT);
    }

    private void tell(
            Kind kind,
            String person,
            String role,
            @Nullable String step,
            String outcome,
            @Nullable String to,
            boolean decided) {
        lines.add(new CaseLine(
                LEAD,
                MONDAY.plusSeconds(lines.size()),
                kind,
                person,
                role.isEmpty() ? null : role,
                step,
                step,
                outcome,
                to,
                decided,
                false));
    }
}
