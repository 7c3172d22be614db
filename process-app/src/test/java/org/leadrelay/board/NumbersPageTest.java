package org.leadrelay.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The reference of numbers is printed from their definitions. */
class NumbersPageTest {

    private static final Path PAGE = Path.of("../docs/reference/numbers.md");
    private static final String PERSONS = """

        ## Persons

        Without the permission `boards-people` no number is one person's, and no row names a rep but oneself. That holds on pages, by REST, in files and in letters, which are written
        with what their reader may see then.

        **Teams** are told apart where nobody can be told by them. Whoever sees some teams can tell those who are in one and not in another, in both, and in none; each of these classes must hold at
        least four people who may be given leads now, or nobody with a row. People who left, and reps in no team who never had a lead, hide nobody. Of several teams the larger are shown; all others are one group
        with whoever has no team, and asking for one of them is refused with 403. A rep in two teams counts in both.

        **What this does not hide**, and why:

        | | |
        |---|---|
        | the rep of a lead that the reader may see | stands on the lead's page and in the list of leads: whoever works on a lead has to know who has it. The rows behind a number name leads, so a reader with `see-every-lead` can look up reps lead by lead; each look is in the access log |
        | promises of a person | stand in the ledger for whoever has `read-every-promise`, as the charter's signatories agreed; a sales manager reads those of their own teams |
        | who worked on a day, or under a version | a team may be asked for by day, source or version, and counts for all of its four or more. Who knows that the others were away can tell the one: a longer window would not help, for the rows have days, and without days nobody can check a number |
        | oneself | everyone may ask for their own; in a team of four that leaves three others |
        | a clause that one person answers | such as the arbiter's verdict: the promise is a role's, and the charter shows both sides their own |
        | a team that changes | the numbers of before and after differ by whoever came or went, also for days long past. Each change of a team is in the access log, with who made it |
        | a marketer, in *What became of it* | the letter says all beside one's own: in a firm of two marketers the rest is the other's. The whole is what the letter is for |
        | the hour | rows have days alone, but the numbers are of now: whoever asks every minute sees when one changes, as on the lead's page |
        | a source, campaign or content that carries a name | is typed by people, and shown as it was typed |
        """;

    private static final String COMMAND = "mvn -pl process-app -am test -Dtest=NumbersPageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dnumbers.write=true";

    private static final String FOUND_BY = """

        What leads have in common, for filters and splits: **source** is the one that the capture named, and **campaign** too. **Content** is what of ours the buyer took
        up first, before the journey was first handed over: the `content` of the first signal that counts and names one, from the capture on, and for whoever
        comes back from the end of the journey before. What a machine may have followed names none, and what is read after the hand-off brought nobody.
        """;

    @Test
    void the_page_is_what_the_definitions_say() throws IOException {
        // given
        String printed = page();
        if (Boolean.getBoolean("numbers.write")) {
            Files.writeString(PAGE, printed);
        }

        // then
        assertThat(Files.readString(PAGE))
                .as("docs/reference/numbers.md. Print it anew: %s", COMMAND)
                .isEqualTo(printed);
    }

    @Test
    void every_number_has_words_in_both_languages_and_an_id_of_its_board() {
        assertThat(NumberCatalog.ALL).extracting(BoardNumber::id).doesNotHaveDuplicates();
        for (BoardNumber number : NumberCatalog.ALL) {
            for (Locale language : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
                assertThat(number.words(language)).isNotBlank();
                assertThat(number.numeratorWords(language)).isNotBlank();
                assertThat(number.denominatorWords(language)).isNotBlank();
            }
            Board board = number.board();
            assertThat(number.id()).startsWith((board == null ? "joint" : board.code()) + ".");
        }
    }

    @Test
    void no_rate_mixes_the_two_clocks() {
        for (BoardNumber number : NumberCatalog.ALL) {
            if (number.horizon()) {
                assertThat(number.clock()).as(number.id()).isEqualTo(BoardNumber.Clock.COHORT);
                assertThat(number.reached()).as(number.id()).isNotNull();
            }
        }
    }

    private static String page() {
        StringBuilder page = new StringBuilder("# Numbers\n\n<!-- printed: " + COMMAND + " -->\n\n"
                + "What every number of the"
                + " boards counts. A **cohort**"
                + " counts rows by the day on"
                + " which they entered the"
                + " denominator, an **event**"
                + " by the day on which it\n"
                + "happened; no ratio mixes the"
                + " two. With a **horizon**"
                + " only rows count that were"
                + " watched for it, the others"
                + " are still running and shown"
                + " beside the number. Below\n"
                + "the **guard** no value is"
                + " said, only \"n of d\". How"
                + " to ask for them: [REST: the"
                + " boards](rest-boards.md).\n"
                + FOUND_BY);
        for (Board board : Board.values()) {
            page.append("\n## ").append(board.label(Locale.ENGLISH)).append("\n\n");
            page.append(
                    "| number | in words | numerator | denominator | unit | kind | clock | horizon | guard | split by |"
                            + " stages |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
            for (BoardNumber number : NumberCatalog.of(board)) {
                page.append(row(number));
            }
        }
        return page + PERSONS;
    }

    private static String row(BoardNumber number) {
        Grouping grouping = number.grouping();
        String stages = number.stages().stream().map(Stage::code).sorted().collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s | %s | %s | %s | %s | %d | %s | %s |%n"
                .formatted(
                        number.id(),
                        number.words(Locale.ENGLISH),
                        number.numeratorWords(Locale.ENGLISH),
                        number.denominatorWords(Locale.ENGLISH),
                        number.unit().code(),
                        number.kind().code(),
                        number.clock().code(),
                        number.horizon() ? "yes" : "no",
                        number.guard(),
                        grouping == null ? "" : grouping.code(),
                        stages)
                .replace(System.lineSeparator(), "\n");
    }
}
