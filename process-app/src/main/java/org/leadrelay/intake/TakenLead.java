package org.leadrelay.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.Captured;
import org.leadrelay.platform.Invalid.Violation;

/**
 * Response for one lead that was sent.
 *
 * @param index its place in the array, null for a single one
 * @param status 201 created or returned to a new journey, 200 known already, 422 refused
 * @param outcome created, merged, unchanged, returned or toDecide; null when refused
 * @param errors why it was refused; of many leads at once not everything
 * @param moreErrors how much else was wrong with it
 */
@JsonPropertyOrder({"index", "status", "id", "leadId", "outcome", "errors", "moreErrors"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record TakenLead(
        @Nullable Integer index,
        int status,
        @Nullable UUID id,
        @Nullable String outcome,
        @Nullable List<Violation> errors,
        @Nullable Integer moreErrors) {

    /** The id, by the name that other lists give it. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    @Nullable
    UUID leadId() {
        return id;
    }

    static TakenLead of(Captured captured) {
        boolean isNew = captured.outcome() == Captured.Outcome.CREATED;
        String outcome = switch (captured.outcome()) {
            case CREATED -> "created";
            case MERGED -> "merged";
            case UNCHANGED -> "unchanged";
            case RETURNED -> "returned";
            case TO_DECIDE -> "toDecide";
        };
        return new TakenLead(null, isNew ? 201 : 200, captured.leadId(), outcome, null, null);
    }

    static TakenLead refused(int status, List<Violation> errors) {
        return new TakenLead(null, status, null, null, errors, null);
    }

    TakenLead at(int place) {
        return new TakenLead(place, status, id, outcome, errors, moreErrors);
    }

    /** With the first of its errors only, and how many there are beside. */
    TakenLead naming(int most) {
        return errors == null || errors.size() <= most
                ? this
                : new TakenLead(index, status, id, outcome, errors.subList(0, most), errors.size() - most);
    }

    int named() {
        return errors == null ? 0 : errors.size();
    }
}
