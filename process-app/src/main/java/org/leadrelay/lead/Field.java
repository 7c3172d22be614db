package org.leadrelay.lead;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields that the product knows, with the name that REST uses and the longest text they hold.
 */
public enum Field {
    EXTERNAL_ID("externalId", "External id", 200, "external_id"),
    NUMBER("number", "Lead number", 100, "number"),
    FIRST_NAME("firstName", "First name", 100, "first_name"),
    LAST_NAME("lastName", "Last name", 100, "last_name"),
    NAME("name", "Name", 200, "name"),
    EMAIL("email", "E-mail", 254, "email"),
    PHONE("phone", "Phone", 50, "phone"),
    COMPANY("company", "Company", 200, "company"),
    TITLE("title", "Job title", 200, "title"),
    WEBSITE("website", "Website", 500, "website"),
    STREET("street", "Street", 300, "street"),
    POSTAL_CODE("postalCode", "Postal code", 30, "postal_code"),
    CITY("city", "City", 100, "city"),
    COUNTRY("country", "Country", 100, "country"),
    SOURCE("source", "Source", 100, "source"),
    CAMPAIGN("campaign", "Campaign", 200, "campaign"),
    CAPTURE_CHANNEL("captureChannel", "Capture channel", 100, "capture_channel"),
    COMPANY_SIZE("companySize", "Company size", 50, null),
    SENIORITY("seniority", "Seniority", 100, null),
    OCCUPATION("occupation", "Occupation", 100, null),
    VISITS("visits", "Visits", 50, null),
    SECONDS_ON_SITE("secondsOnSite", "Seconds on the site", 50, null),
    PAGES_PER_VISIT("pagesPerVisit", "Pages per visit", 50, null),
    LAST_ACTIVITY("lastActivity", "Last activity", 100, null),
    PROFILE_SCORE("profileScore", "Profile score", 50, null),
    ACTIVITY_SCORE("activityScore", "Activity score", 50, null),
    NO_MAIL("doNotEmail", "Do not e-mail", 20, null),
    NO_CALL("doNotCall", "Do not call", 20, null),
    MAIL_CONSENT("mailConsent", "Consent to e-mail", 20, null),
    CALL_CONSENT("callConsent", "Consent to calls", 20, null);

    private static final Map<String, Field> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toMap(Field::key, each -> each));

    private final String key;
    private final String label;
    private final int longest;
    private final @Nullable String column;

    Field(String key, String label, int longest, @Nullable String column) {
        this.key = key;
        this.label = label;
        this.longest = longest;
        this.column = column;
    }

    /** The name in REST, in facts and in mappings. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** The longest text, in characters. */
    public int longest() {
        return longest;
    }

    /** Whether it says something about permission rather than about the person. */
    public boolean isSwitch() {
        return this == NO_MAIL || this == NO_CALL || this == MAIL_CONSENT || this == CALL_CONSENT;
    }

    /** The column of the lead's row that repeats this fact for lists and search, if any. */
    @Nullable String column() {
        return column;
    }

    static Stream<Field> columns() {
        return Arrays.stream(values()).filter(each -> each.column != null);
    }

    public static Optional<Field> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }
}
