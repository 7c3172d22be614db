package org.leadrelay.nurture.text;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.ReadingLog.Way;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for the texts of nurture mails: written by marketing, approved by another person, tried. */
@RestController
@RequestMapping("/api/nurture/texts")
@Tag(name = "Nurture texts")
class NurtureTextsApi {

    private static final Wording WORDING = Wording.of(NurtureTextsApi.class);
    private static final String ONE = "/{track}/{step}/{language}";

    private final NurtureTexts texts;
    private final TextEditing editing;
    private final TextPreviews previews;
    private final TestMails tests;

    NurtureTextsApi(NurtureTexts texts, TextEditing editing, TextPreviews previews, TestMails tests) {
        this.texts = texts;
        this.editing = editing;
        this.previews = previews;
        this.tests = tests;
    }

    /**
     * @param edition the edition that was read; 0 for a text that nobody has written yet
     * @param fallbacks by field, what is said where its value is not known
     */
    record TextBody(
            @Nullable Integer edition,
            @Nullable String subject,
            @Nullable String body,
            @Nullable String link,
            @Nullable Map<String, @Nullable String> fallbacks) {

        TextContent content() {
            Map<String, String> said = new TreeMap<>();
            if (fallbacks != null) {
                fallbacks.forEach((field, words) -> said.put(field, words == null ? "" : words));
            }
            return new TextContent(needed("subject", subject), needed("body", body), link, said);
        }
    }

    /**
     * @param lead whose values it is shown with; null for those of a stranger
     */
    record TrialBody(
            @Nullable String subject,
            @Nullable String body,
            @Nullable String link,
            @Nullable Map<String, @Nullable String> fallbacks,
            @Nullable UUID lead) {

        TextContent content() {
            return new TextBody(null, subject, body, link, fallbacks).content();
        }
    }

    record EditionBody(@Nullable Integer edition) {}

    record AnswerBody(@Nullable Integer edition, @Nullable String words) {}

    record RestoreBody(@Nullable Integer edition, @Nullable Integer version) {}

    /** A field that a text may name. */
    record FieldView(String field, String label) {}

    /** Where a test mail goes. */
    record TestView(String address) {}

    @GetMapping
    @Operation(summary = "List the steps of all tracks with their texts")
    List<TextSummary> all() {
        return texts.all();
    }

    @GetMapping("/fields")
    @Operation(summary = "List the fields that a text may name")
    List<FieldView> fields() {
        return Arrays.stream(MergeField.values())
                .map(each -> new FieldView(each.code(), each.label(Wording.language())))
                .toList();
    }

    @GetMapping(ONE)
    @Operation(summary = "Read a text: what is in force, and the draft")
    NurtureText one(@PathVariable String track, @PathVariable String step, @PathVariable String language) {
        return texts.text(TextKey.of(track, step), TextKey.language(language));
    }

    @GetMapping(ONE + "/versions")
    @Operation(summary = "List all versions of a text, with who wrote and who approved each")
    List<TextVersion> versions(@PathVariable String track, @PathVariable String step, @PathVariable String language) {
        return texts.versions(TextKey.of(track, step), TextKey.language(language));
    }

    @PutMapping(ONE)
    @Operation(
            summary = "Write the draft of a text",
            description = "Sent to nobody before another person has approved it. Every field that it prints needs a"
                    + " fallback, or stands within its own section.")
    NurtureText save(
            @PathVariable String track,
            @PathVariable String step,
            @PathVariable String language,
            @RequestBody TextBody body) {
        return editing.save(
                TextKey.of(track, step), TextKey.language(language), body.content(), needed("edition", body.edition()));
    }

    @DeleteMapping(ONE + "/draft")
    @Operation(summary = "Give the draft of a text up")
    NurtureText discard(
            @PathVariable String track,
            @PathVariable String step,
            @PathVariable String language,
            @RequestParam int edition) {
        return editing.discard(TextKey.of(track, step), TextKey.language(language), edition);
    }

    @PostMapping(ONE + "/proposal")
    @Operation(summary = "Put the draft of a text before another person")
    NurtureText propose(
            @PathVariable String track,
            @PathVariable String step,
            @PathVariable String language,
            @RequestBody EditionBody body) {
        return editing.propose(TextKey.of(track, step), TextKey.language(language), needed("edition", body.edition()));
    }

    @PostMapping(ONE + "/approval")
    @Operation(summary = "Approve the draft of a text that others wrote: the next mail says it")
    NurtureText approve(
            @PathVariable String track,
            @PathVariable String step,
            @PathVariable String language,
            @RequestBody AnswerBody body) {
        return editing.approve(
                TextKey.of(track, step),
                TextKey.language(language),
                needed("edition", body.edition()),
                body.words() == null ? "" : body.words());
    }

    @PostMapping(ONE + "/return")
    @Operation(summary = "Return the draft of a text to whoever wrote it, with words")
    NurtureText giveBack(
            @PathVariable String track,
            @PathVariable String step,
            @PathVariable String language,
            @RequestBody AnswerBody body) {
        return editing.giveBack(
                TextKey.of(track, step),
                TextKey.language(language),
                needed("edition", body.edition()),
                needed("words", body.words()));
    }

    @PostMapping(ONE + "/restoration")
    @Operation(summary = "Begin a draft with the content of an earlier version")
    NurtureText restore(
            @PathVariable String track,
            @PathVariable String step,
            @PathVariable String language,
            @RequestBody RestoreBody body) {
        return editing.restore(
                TextKey.of(track, step),
                TextKey.language(language),
                needed("version", body.version()),
                needed("edition", body.edition()));
    }

    @PostMapping(ONE + "/previews")
    @Operation(
            summary = "See a text as leads would read it",
            description = "As three leads that differ in its fields, and as somebody of whom nothing is known; or, with"
                    + " lead, as that one. Nothing is kept.")
    List<TextPreview> preview(
            @PathVariable String track,
            @PathVariable String step,
            @PathVariable String language,
            @RequestBody TrialBody body) {
        TextKey.of(track, step);
        TextContent content = body.content();
        TextCheck.check(content);
        UUID lead = body.lead();
        List<UUID> leads = lead == null ? previews.leads(content) : List.of(lead);
        return TextPreviews.show(content, previews.readers(TextKey.language(language), leads, Way.REST));
    }

    @PostMapping(ONE + "/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Send a text to oneself",
            description = "Marked as a test; at most 5 within 10 minutes. It unsubscribes nobody.")
    TestView test(
            @PathVariable String track,
            @PathVariable String step,
            @PathVariable String language,
            @RequestBody TrialBody body) {
        return new TestView(
                tests.send(TextKey.of(track, step), TextKey.language(language), body.content(), body.lead(), Way.REST));
    }

    private static <T> T needed(String field, @Nullable T value) {
        if (value == null) {
            throw Invalid.field(field, WORDING.text("needed." + field));
        }
        return value;
    }
}
