package org.leadrelay.journal;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Registry of the keys under which a text may stand in a sealed line, in the shape of a code or a login. A lead's lines and
 * all others have keys of their own: what is a code in one may be typed by somebody in the other.
 *
 * @param codes keys whose text is a code of ours: no space, nothing that an address has
 * @param people keys whose text is a login
 * @param sentences keys whose text is a sentence that the product makes of numbers and times alone
 */
record AllowedKeys(Set<String> codes, Set<String> people, Set<String> sentences) {

    private static final AllowedKeys OF_LEADS = new AllowedKeys(
            Set.of(
                    "cause",
                    "channel",
                    "clause",
                    "consent",
                    "content",
                    "currency",
                    "element",
                    "end",
                    "event",
                    "field",
                    "hitPolicy",
                    "outcome",
                    "period",
                    "priority",
                    "reason",
                    "rejectionReason",
                    "notReadyReason",
                    "role",
                    "rows",
                    "rules",
                    "signal",
                    "skills",
                    "state",
                    "status",
                    "table",
                    "template",
                    "textLanguage",
                    "textPath",
                    "tool",
                    "touchKind",
                    "track",
                    "xml"),
            Set.of("assignee", "by", "from", "holder", "rep", "repId", "reps", "to"),
            Set.of("arithmeticDe", "arithmeticEn"));

    private static final AllowedKeys OF_OTHERS = new AllowedKeys(
            Set.of(
                    "block",
                    "calendar",
                    "contentHash",
                    "currency",
                    "deployment",
                    "element",
                    "error",
                    "fields",
                    "files",
                    "how",
                    "instance",
                    "job",
                    "locale",
                    "model",
                    "of",
                    "openTasks",
                    "outcome",
                    "period",
                    "permissions",
                    "roles",
                    "rule",
                    "scope",
                    "scopes",
                    "session",
                    "sha256",
                    "side",
                    "skills",
                    "sort",
                    "state",
                    "stream",
                    "template",
                    "type",
                    "versions",
                    "way",
                    "what",
                    "why"),
            Set.of("by", "deputies", "deputy", "holder", "members", "successor"),
            Set.of());

    private static final String BEFORE = "Before";
    private static final Pattern CODE = Pattern.compile("-?[\\p{L}\\p{N}_][\\p{L}\\p{N}_.:/+#-]{0,199}");
    private static final Pattern LOGIN = Pattern.compile("\\S{1,200}");

    private static final Set<String> KINDS_OF_LEADS =
            Kind.ofLeads().stream().map(Kind::code).collect(Collectors.toUnmodifiableSet());

    static AllowedKeys of(Kind kind) {
        return kind.ofLead() ? OF_LEADS : OF_OTHERS;
    }

    /**
     * @param kind code of a kind, or what somebody wrote in its place
     */
    static AllowedKeys ofCode(String kind) {
        return KINDS_OF_LEADS.contains(kind) ? OF_LEADS : OF_OTHERS;
    }

    /** Whether people stand under this key, or under the same for the value before. */
    boolean isOfPeople(String key) {
        return people.contains(now(key));
    }

    /** Whether this text may stand under this key, or under the same for the value before. */
    boolean vouchFor(String key, String text) {
        String now = now(key);
        return sentences.contains(now)
                || (codes.contains(now) && CODE.matcher(text).matches())
                || (people.contains(now) && LOGIN.matcher(text).matches());
    }

    private static String now(String key) {
        return key.endsWith(BEFORE) ? key.substring(0, key.length() - BEFORE.length()) : key;
    }
}
