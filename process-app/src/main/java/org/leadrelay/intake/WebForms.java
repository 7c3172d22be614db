package org.leadrelay.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.Attribute;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.CaptureCheck;
import org.leadrelay.lead.CheckedCapture;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.Origin;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Parser of web forms, which queues the capture it made. */
@Component
class WebForms {

    /** What Salesforce's own forms carry for themselves, and what says nothing about the lead. */
    private static final Set<String> NOT_ABOUT_THE_LEAD = Set.of(
            "oid",
            "orgid",
            "retURL",
            "debug",
            "debugEmail",
            "submit",
            "encoding",
            "_charset_",
            "recordType",
            "Campaign_ID",
            "member_status",
            "g-recaptcha-response",
            "captcha_settings",
            "external");

    /** Who brings what comes by a web form. */
    static final Origin ORIGIN = new Origin("web-to-lead", Origin.Kind.FORM, "Web form", "web-to-lead", null);

    private static final Wording WORDING = Wording.of(WebForms.class);
    private static final int MOST_FIELDS = 200;

    private final Synonyms synonyms;
    private final CaptureCheck check;
    private final WebFormQueue queue;
    private final WebFormRunner runner;
    private final String honeypot;

    WebForms(
            Synonyms synonyms,
            CaptureCheck check,
            WebFormQueue queue,
            WebFormRunner runner,
            @Value("${leadrelay.web-form.honeypot:fax_number}") String honeypot) {
        this.synonyms = synonyms;
        this.check = check;
        this.queue = queue;
        this.runner = runner;
        this.honeypot = honeypot;
    }

    /** A person does not see the field and leaves it empty. */
    boolean isRobot(MultiValueMap<String, String> form) {
        String trap = form.getFirst(honeypot);
        return trap != null && !trap.isBlank();
    }

    /**
     * Checks a form by itself, without a look at any lead, and queues it.
     *
     * @throws Invalid with everything that is wrong with it
     */
    void take(MultiValueMap<String, String> form) {
        Capture capture = capture(form);
        CheckedCapture checked = check.check(capture, ORIGIN);
        if (!checked.violations().isEmpty()) {
            throw Invalid.of(checked.violations());
        }
        queue.add(capture);
        runner.nudge();
    }

    private Capture capture(MultiValueMap<String, String> form) {
        if (form.size() > MOST_FIELDS) {
            throw Invalid.field("body", "The form has more than " + MOST_FIELDS + " fields.", "Leave some out.");
        }
        Map<Field, String> fields = new EnumMap<>(Field.class);
        List<Attribute> attributes = new ArrayList<>();
        form.forEach((name, values) -> {
            List<String> different = different(values);
            if (!different.isEmpty() && !name.equals(honeypot) && !NOT_ABOUT_THE_LEAD.contains(name)) {
                field(name, different, fields, attributes);
            }
        });
        String campaign = single(form, "Campaign_ID");
        if (campaign != null) {
            fields.putIfAbsent(Field.CAMPAIGN, campaign);
        }
        fields.putIfAbsent(Field.CAPTURE_CHANNEL, "Web form");
        return new Capture(fields, attributes, List.of(), null);
    }

    /**
     * The value of a field that has only one; null when nothing is in it.
     *
     * @throws Invalid when it was sent with different values
     */
    static @Nullable String single(MultiValueMap<String, String> form, String name) {
        List<String> different = different(form.getOrDefault(name, List.of()));
        return different.isEmpty() ? null : only(name, different);
    }

    private static String only(String name, List<String> different) {
        if (different.size() > 1) {
            throw Invalid.field(name, WORDING.text("sentTwice", name));
        }
        return different.get(0);
    }

    /** What is equal counts once, and what is blank says nothing. */
    private static List<String> different(List<String> values) {
        return values.stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    private void field(String name, List<String> values, Map<Field, String> fields, List<Attribute> attributes) {
        Optional<Field> field = switch (name) {
            case "URL" -> Optional.of(Field.WEBSITE);
            case "zip" -> Optional.of(Field.POSTAL_CODE);
            case "employees" -> Optional.of(Field.COMPANY_SIZE);
            case "emailOptOut" -> Optional.of(Field.NO_MAIL);
            // The record's id in somebody else's system is not the visitor's to choose.
            case "id", "externalId" -> Optional.empty();
            default -> synonyms.field(name).filter(each -> each != Field.EXTERNAL_ID);
        };
        if (field.isEmpty()) {
            attributes.add(new Attribute(name, String.join(", ", values)));
            return;
        }
        String value = only(name, values);
        if (fields.putIfAbsent(field.get(), value) != null) {
            attributes.add(new Attribute(name, value));
        }
    }
}
