package org.leadrelay.lead;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.SearchText;
import org.leadrelay.platform.TextNormalizer;

/**
 * Denormalized contact details in the lead's own row, for lists and search. Never changed in part: facts that
 * change bring new details.
 */
@Embeddable
class ContactDetails {

    private static final List<Field> SEARCHED = List.of(
            Field.NAME,
            Field.FIRST_NAME,
            Field.LAST_NAME,
            Field.EMAIL,
            Field.COMPANY,
            Field.NUMBER,
            Field.EXTERNAL_ID,
            Field.PHONE);

    @Column
    private @Nullable String externalId;

    @Column
    private @Nullable String number;

    @Column
    private @Nullable String firstName;

    @Column
    private @Nullable String lastName;

    @Column
    private @Nullable String name;

    @Column
    private @Nullable String email;

    @Column
    private @Nullable String phone;

    @Column(name = "phone_e164")
    private @Nullable String phoneE164;

    @Column
    private @Nullable String company;

    @Column
    private @Nullable String title;

    @Column
    private @Nullable String website;

    @Column
    private @Nullable String street;

    @Column
    private @Nullable String postalCode;

    @Column
    private @Nullable String city;

    @Column
    private @Nullable String country;

    @Column
    private @Nullable String source;

    @Column
    private @Nullable String campaign;

    @Column
    private @Nullable String captureChannel;

    /** The name as names are compared, for the database to find the same one. */
    @Column
    private @Nullable String nameKey;

    /** The company as names are compared, for the database to find its other leads. */
    @Column
    private @Nullable String companyKey;

    /** The domain of the address, for the same. */
    @Column
    private @Nullable String mailDomain;

    /** What a person may type to find this lead, in the form of {@link SearchText}. */
    @Column
    private String search = "";

    ContactDetails() {}

    static ContactDetails of(Function<Field, @Nullable String> value, @Nullable String phoneE164) {
        ContactDetails details = new ContactDetails();
        details.externalId = value.apply(Field.EXTERNAL_ID);
        details.number = value.apply(Field.NUMBER);
        details.firstName = value.apply(Field.FIRST_NAME);
        details.lastName = value.apply(Field.LAST_NAME);
        details.name = value.apply(Field.NAME);
        details.email = value.apply(Field.EMAIL);
        details.phone = value.apply(Field.PHONE);
        details.phoneE164 = phoneE164;
        details.company = value.apply(Field.COMPANY);
        details.title = value.apply(Field.TITLE);
        details.website = value.apply(Field.WEBSITE);
        details.street = value.apply(Field.STREET);
        details.postalCode = value.apply(Field.POSTAL_CODE);
        details.city = value.apply(Field.CITY);
        details.country = value.apply(Field.COUNTRY);
        details.source = value.apply(Field.SOURCE);
        details.campaign = value.apply(Field.CAMPAIGN);
        details.captureChannel = value.apply(Field.CAPTURE_CHANNEL);
        details.nameKey = details.name == null ? null : TextNormalizer.key(details.name);
        details.companyKey = details.company == null ? null : TextNormalizer.key(details.company);
        details.mailDomain = details.email == null ? null : details.email.substring(details.email.lastIndexOf('@') + 1);
        details.search = searched(value, phoneE164);
        return details;
    }

    ContactPoint reachedAt(String origin) {
        return new ContactPoint(email, phoneE164 == null ? phone : phoneE164, origin, externalId);
    }

    /** What finds a lead of these values. */
    private static String searched(Function<Field, @Nullable String> value, @Nullable String phoneE164) {
        return SearchText.of(Stream.concat(SEARCHED.stream().map(value), Stream.ofNullable(phoneE164)));
    }
}
