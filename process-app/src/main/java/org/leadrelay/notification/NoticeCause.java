package org.leadrelay.notification;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadrelay.access.Mandate;

/**
 * Cause of a notice: what it is about. When that is gone (a task is answered, a promise ended, a charter signed), every
 * notice of that cause is resolved.
 *
 * @param key as the database and REST write it: {@code task:} and an id
 */
public record NoticeCause(String key) {

    private static final String CHARTER = "charter:";
    private static final String RELEASE = "release:";
    private static final String DRIFT = "drift:";
    private static final Pattern TEXT =
            Pattern.compile("text(?:Answered)?:texts/([^/]+)/([^/]+)_([a-z]{2})\\.md:(\\d+)");
    private static final String TOOL = "tool:";

    /** A promise that is to be kept, or of which is to be said why it was not. */
    public static NoticeCause promise(UUID promiseId) {
        return new NoticeCause("promise:" + promiseId);
    }

    /** A task that is to be answered. */
    public static NoticeCause task(String taskId) {
        return new NoticeCause("task:" + taskId);
    }

    /** A version of the charter that this side is to sign. */
    public static NoticeCause signature(int version, Mandate mandate) {
        return new NoticeCause(CHARTER + version + ":" + mandate.code());
    }

    /** A release of the models that somebody is to approve. */
    public static NoticeCause approval(int release) {
        return new NoticeCause(RELEASE + release);
    }

    /** Drift of the decision tables for the leads of a source. */
    public static NoticeCause drift(long id) {
        return new NoticeCause(DRIFT + id);
    }

    /**
     * A version of a nurture mail's text that somebody is to approve.
     *
     * @param version the path of its file, a colon and the version
     */
    public static NoticeCause text(String version) {
        return new NoticeCause("text:" + version);
    }

    /** One that was approved or returned. */
    public static NoticeCause answeredText(String version) {
        return new NoticeCause("textAnswered:" + version);
    }

    /** The version of a nurture mail's text that it is about; empty when it is about something else. */
    public Optional<TextReference> text() {
        Matcher found = TEXT.matcher(key);
        return found.matches()
                ? Optional.of(new TextReference(
                        found.group(1), found.group(2), found.group(3), Integer.parseInt(found.group(4))))
                : Optional.empty();
    }

    /**
     * A version of a nurture mail's text.
     *
     * @param language two letters
     */
    public record TextReference(String track, String step, String language, int version) {}

    /** A marketing tool that does not take touches. */
    public static NoticeCause tool(String name) {
        return new NoticeCause(TOOL + name);
    }

    /** The marketing tool that it is about; empty when it is about something else. */
    public Optional<String> tool() {
        return key.startsWith(TOOL) ? Optional.of(key.substring(TOOL.length())) : Optional.empty();
    }

    /** The id of the drift that it is about; empty when it is about something else. */
    public Optional<Long> drift() {
        return key.startsWith(DRIFT) ? Optional.of(Long.valueOf(key.substring(DRIFT.length()))) : Optional.empty();
    }

    /** The release that it is about; empty when it is about something else. */
    public Optional<Integer> release() {
        return key.startsWith(RELEASE)
                ? Optional.of(Integer.valueOf(key.substring(RELEASE.length())))
                : Optional.empty();
    }

    /** The version of the charter that it is about; empty when it is about something else. */
    public Optional<Integer> charterVersion() {
        return key.startsWith(CHARTER)
                ? Optional.of(Integer.valueOf(key.substring(CHARTER.length()).replaceFirst(":.*", "")))
                : Optional.empty();
    }

    /** The id of the task that it is about; empty when it is about something else. */
    public Optional<String> task() {
        return key.startsWith("task:") ? Optional.of(key.substring("task:".length())) : Optional.empty();
    }
}
