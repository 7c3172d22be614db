package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.lead.Field;

class SynonymsTest {

    private final Synonyms synonyms = new Synonyms();

    @ParameterizedTest
    @CsvSource(delimiter = '=', textBlock = """
        Tel. = phone
        Handynr. = phone
        Phone 1 - Value = phone
        phone_number = phone
        Person - Phone - Work = phone
        Firma / Kunde = company
        Organization 1 - Name = company
        Organization Name = company
        Organization - Name = company
        Größe (MA) = companySize
        Vor- und Nachname = name
        Ansprechpartner = name
        full_name = name
        Letzte Aktivität = lastActivity
        E-Mail Adresse = email
        E-mail 1 - Value = email
        E-mail Address = email
        Person - Email - Work = email
        Web Page = website
        Business Postal Code = postalCode
        mql_id = externalId
        lead_id = externalId
        contact_id = externalId
        uuid = externalId
        origin = source
        channel = source
        emailAddressIsOptedOut = doNotEmail
        Opted out of email: One to One = doNotEmail
        Opted out of email: Newsletter = doNotEmail
        donotbulkemail = doNotEmail
        UNSUB_TIME = doNotEmail
        Marketing status = doNotEmail
        phoneNumberIsOptedOut = doNotCall
        donotphone = doNotCall
        doNotCall = doNotCall
        is_blacklisted = doNotContact
        Werbesperre = doNotContact
        Nicht kontaktieren = doNotContact
        """)
    void names_of_other_products_are_known(String header, String field) {
        assertThat(synonyms.field(header)).map(Field::key).contains(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "company_id",
                "account_id",
                "owner_id",
                "form_id",
                "ad_id",
                "adset_id",
                "Branche",
                "first_contact_date",
                "landing_page_id",
                "Opted",
                "Notes"
            })
    void false_friends_and_other_things_are_not(String header) {
        assertThat(synonyms.field(header)).isEmpty();
    }
}
