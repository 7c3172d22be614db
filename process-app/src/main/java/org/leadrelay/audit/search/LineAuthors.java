package org.leadrelay.audit.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.access.LoggedKeys;
import org.leadrelay.journal.LoggedPeople;
import org.springframework.stereotype.Component;

/** Lookup of the authors under whom the lines of somebody stand: people by reference, API keys by id, both by name in lines of before. */
@Component
class LineAuthors {

    private final LoggedKeys keys;
    private final LoggedPeople people;

    LineAuthors(LoggedKeys keys, LoggedPeople people) {
        this.keys = keys;
        this.people = people;
    }

    /** Of all API keys of a name. */
    List<String> ofKey(String author) {
        return keys.authors(author);
    }

    /** Empty where no line tells of that person by reference. */
    Optional<UUID> reference(String person) {
        return people.reference(person);
    }
}
