package org.leadrelay.nurture.text;

import java.util.Optional;
import java.util.regex.Pattern;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Language;
import org.leadrelay.platform.Wording;

/**
 * Identifier of a text: the track and the step that it is sent at. The table {@code nurture-track} names it as a
 * template, {@code <track>-<step>}; a template without a hyphen is of no track.
 */
public record TextKey(String track, String step) {

    /** What is sent where a template has no text of its own. */
    public static final TextKey GENERAL = new TextKey(TextKey.ANY, "touch");

    /** The folder of texts that are of no track. */
    private static final String ANY = "any";

    private static final Wording WORDING = Wording.of(TextKey.class);
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,59}");
    private static final Pattern LAST = Pattern.compile("[A-Za-z0-9]{1,20}");

    /**
     * @throws Invalid where it could be no file's name, or no template's
     */
    public static TextKey of(String track, String step) {
        if (!SHAPE.matcher(track).matches() || track.endsWith("-")) {
            throw Invalid.field("track", WORDING.text("trackShape", track));
        }
        if (!LAST.matcher(step).matches()) {
            throw Invalid.field("step", WORDING.text("stepShape", step));
        }
        return new TextKey(track, step);
    }

    /**
     * The language of a text by its code.
     *
     * @throws Invalid for a language that no text is written in
     */
    public static Language language(String code) {
        return Language.ofCode(code)
                .orElseThrow(() -> Invalid.field(
                        "language", WORDING.text("noLanguage", code, String.join(", ", Language.codes()))));
    }

    /** Empty for a template that could be no file's name. */
    static Optional<TextKey> ofTemplate(String template) {
        int last = template.lastIndexOf('-');
        String track = last < 0 ? ANY : template.substring(0, last);
        String step = template.substring(last + 1);
        return SHAPE.matcher(track).matches()
                        && !track.endsWith("-")
                        && LAST.matcher(step).matches()
                ? Optional.of(new TextKey(track, step))
                : Optional.empty();
    }

    /** As the table names it. */
    public String template() {
        return track.equals(ANY) ? step : track + "-" + step;
    }

    /** Whether it stands for all that have no text of their own. */
    public boolean isGeneral() {
        return equals(GENERAL);
    }

    /** The file's path. */
    public String path(Language language) {
        return "texts/" + track + "/" + step + "_" + language.code() + ".md";
    }
}
