package org.leadrelay.lead;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Schema of the known lead fields: REST name, length. */
public enum Field {
    EXTERNAL_ID("externalId", "External id", 200),
    NUMBER("number", "Lead number", 100),
    FIRST_NAME("firstName", "First name", 100),
    LAST_NAME("lastName", "Last name", 100),
    NAME("name", "Name", 200),
    EMAIL("email", "E-mail", 254),
    PHONE("phone", "Phone", 50),
    COMPANY("company", "Company", 200),
    TITLE("title", "Job title", 200),
    WEBSITE("website", "Website", 500),
    STREET("street", "Street", 300),
    POSTAL_CODE("postalCode", "Postal code", 30),
    CITY("city", "City", 100),
    COUNTRY("country", "Country", 100),
    SOURCE("source", "Source", 100),
    CAMPAIGN("campaign", "Campaign", 200),
    CAPTURE_CHANNEL("captureChannel", "Capture channel", 100),
    COMPANY_SIZE("companySize", "Company size", 50),
    SENIORITY("seniority", "Seniority", 100),
    OCCUPATION("occupation", "Occupation", 100),
    VISITS("visits", "Visits", 50),
    SECONDS_ON_SITE("secondsOnSite", "Seconds on the site", 50),
    PAGES_PER_VISIT("pagesPerVisit", "Pages per visit", 50),
    LAST_ACTIVITY("lastActivity", "Last activity", 100),
    PROFILE_SCORE("profileScore", "Profile score", 50),
    ACTIVITY_SCORE("activityScore", "Activity score", 50),
    NO_MAIL("doNotEmail", "Do not e-mail", 20),
    NO_CALL("doNotCall", "Do not call", 20),
    /** Both channels in one, as a column of a block list says it. */
    NO_CONTACT("doNotContact", "Do not contact", 20),
    MAIL_CONSENT("mailConsent", "Consent to e-mail", 20),
    CALL_CONSENT("callConsent", "Consent to calls", 20);

    private static final Map<String, Field> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toMap(Field::key, each -> each));

    private final String key;
    private final String label;
    private final int longest;

    Field(String key, String label, int longest) {
        this.key = key;
        this.label = label;
        this.longest = longest;
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
        return this == NO_MAIL || this == NO_CALL || this == NO_CONTACT || this == MAIL_CONSENT || this == CALL_CONSENT;
    }

    /** The channels that a switch speaks of; none for other fields. */
    public List<Channel> channels() {
        return switch (this) {
            case NO_MAIL, MAIL_CONSENT -> List.of(Channel.MAIL);
            case NO_CALL, CALL_CONSENT -> List.of(Channel.CALL);
            case NO_CONTACT -> List.of(Channel.MAIL, Channel.CALL);
            default -> List.of();
        };
    }

    public static Optional<Field> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }
}
