package org.leadrelay.nurture;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.journal.ReadingLog;
import org.leadrelay.lead.LeadCards;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for how it stands with mail to a lead. */
@RestController
@RequestMapping("/api/leads/{id}/mail")
@Tag(name = "Leads")
class LeadMailApi {

    private final MailStandings standings;
    private final LeadCards cards;
    private final ReadingLog readings;
    private final CurrentPerson person;

    LeadMailApi(MailStandings standings, LeadCards cards, ReadingLog readings, CurrentPerson person) {
        this.standings = standings;
        this.cards = cards;
        this.readings = readings;
        this.person = person;
    }

    @GetMapping
    @Operation(
            summary = "Whether the address of a lead takes mail, and what the person wishes",
            description =
                    "undeliverable: since when, with the status and how many mails came back; wishes: lessOften, or"
                            + " notThisSubject with the track.")
    MailStanding one(@PathVariable UUID id) {
        cards.name(id, person.get());
        readings.lead(id, ReadingLog.Way.REST);
        return standings.of(id);
    }

    @DeleteMapping("/undeliverable")
    @Operation(summary = "Try the address of a lead again, although mail to it came back")
    MailStanding tryAgain(@PathVariable UUID id) {
        standings.tryAgain(id, person.get());
        return standings.of(id);
    }
}
