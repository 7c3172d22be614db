package org.leadrelay.lead;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * View of one lead with all that a screen shows of it.
 *
 * @param name what to call it: name, e-mail, company, or # and the external id; never empty
 * @param otherEmails further addresses by which it is known, of leads that were merged into it
 * @param facts contact details, facts and attributes, in the order they came
 * @param claims what forms typed that differs from what is known, to be taken over or dismissed
 * @param permitted the channels on which it may be reached now
 * @param journeys newest first
 * @param why why it is worth a rep's time, in one sentence, in the language of the request
 * @param sameCompany other leads of its company, as far as the person may see them
 */
public record LeadCard(
        UUID id,
        String name,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        List<String> otherEmails,
        @Nullable String phone,
        @Nullable String company,
        @Nullable String title,
        @Nullable String website,
        @Nullable String city,
        @Nullable String country,
        @Nullable String source,
        @Nullable String campaign,
        String origin,
        @Nullable String externalId,
        @Nullable String owner,
        Instant createdAt,
        Instant capturedAt,
        Journey journey,
        List<Journey> journeys,
        List<FactView> facts,
        List<OldFact> oldFacts,
        List<LeadClaim> claims,
        List<ConsentView> consents,
        Set<Channel> permitted,
        List<CaptureView> captures,
        String why,
        List<CompanyLead> sameCompany) {

    /** The element where the journey waits, null once it has ended. */
    @JsonProperty
    public @Nullable String step() {
        return journey.step();
    }

    /** How the latest journey ended, null while it lives. */
    @JsonProperty
    public @Nullable String end() {
        return journey.end();
    }

    /** running or ended. */
    @JsonProperty
    public String state() {
        return journey.endedAt() == null ? "running" : "ended";
    }
}
