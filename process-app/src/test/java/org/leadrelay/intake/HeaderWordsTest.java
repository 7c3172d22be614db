package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emailAddressIsOptedOut",
                "phoneNumberIsOptedOut",
                "SMS Opt-out",
                "OPTOUT",
                "Opt In",
                "has_opted_out_of_tracking",
                "Unsubscribed",
                "UNSUB_TIME",
                "unsubscribe reason",
                "donotphone",
                "donotbulkemail",
                "doNotFax",
                "Do Not Contact",
                "Don't mail",
                "DNC",
                "No mail",
                "No email please",
                "No more newsletters",
                "noEmail",
                "Not to be contacted",
                "Do not disturb",
                "Never call",
                "Stop SMS",
                "Remove from mailing",
                "Blacklisted?",
                "is_blacklisted",
                "Block list",
                "Suppression list",
                "suppressed_at",
                "Robinson",
                "Robinsonliste",
                "Werbesperre",
                "Mailsperre",
                "Gesperrt",
                "Nicht kontaktieren",
                "nichtAnrufen",
                "Keine Werbung",
                "Kein Newsletter",
                "Abgemeldet am",
                "Newsletterabmeldung",
                "Widerspruch Werbung",
                "Werbewiderspruch",
                "Consent revoked",
                "Désinscrit",
                "Désabonnement",
                "Ne pas contacter",
                "Liste noire",
                "Baja newsletter",
                "No llamar",
                "Lista negra",
                "Disiscritto",
                "Non contattare",
                "Opposizione",
                "Niet bellen",
                "Geen mail",
                "Uitgeschreven",
                "Afgemeld",
                "Nie dzwonić",
                "Wypisany",
                "Sprzeciw",
                "Brak zgody",
                "Objection to marketing"
            })
    void opting_out_is_heard_in_seven_languages(String header) {
        assertThat(OptOutWords.soundsLike(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Option",
                "Options",
                "Optik",
                "Optional note",
                "Optimized",
                "Adoption date",
                "Notes",
                "Noticed",
                "Notiz",
                "Nichtraucher",
                "hs_object_id",
                "Object",
                "Phone No",
                "No. of Employees",
                "Number",
                "November",
                "Nickname",
                "Bus stop",
                "Building block",
                "NIE",
                "Non-profit",
                "No",
                "Nordic",
                "Sports",
                "Copter",
                "Captain",
                "Laptop",
                "Department",
                "Description",
                "Subscription plan",
                "Contact owner",
                "Mailing city",
                "Email",
                "Call time",
                "Notebook",
                "Knot",
                "Banner",
                "Bank",
                "Bajada",
                "Sperry Rand",
                "Contact stage",
                "Denomination"
            })
    void false_friends_are_passed_over(String header) {
        assertThat(OptOutWords.soundsLike(header)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "ID",
                "lead_id",
                "LeadID",
                "contactId",
                "Contact ID",
                "mql_id",
                "uuid",
                "GUID",
                "Record ID - Contact",
                "prospect_uuid",
                "CRM-ID",
                "Kunden-ID",
                "subscriber id",
                "leadid"
            })
    void an_id_of_the_record_is_known_by_its_name(String header) {
        assertThat(IdWords.looksLikeId(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "campaign_id", "company_id", "Account ID", "owner_id", "form_id", "ad_id", "adset_id",
                "seller user id", "Identity", "Idea", "Video", "Paid", "Valid until", "landing_page_id",
                "Name", "Product ID", "VAT ID", "gclid"
            })
    void ids_of_something_else_are_not_the_records(String header) {
        assertThat(IdWords.looksLikeId(header)).isFalse();
    }

    @Test
    void headings_tell_of_a_language_that_writes_a_decimal_comma() {
        assertThat(HeaderWords.commaLanguage(List.of("E-Mail", "Nachname", "Größe (MA)")))
                .isTrue();
        assertThat(HeaderWords.commaLanguage(List.of("Prénom", "Nom", "Email", "Score")))
                .isTrue();
        assertThat(HeaderWords.commaLanguage(List.of("Email", "Last name", "Visits")))
                .isFalse();
    }
}
