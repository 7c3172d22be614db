package org.leadrelay.journal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lookup of the reference (pseudonym) under which somebody's lines stand. */
@Component
public class LoggedPeople {

    private final JdbcClient jdbc;

    LoggedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Under which reference somebody's lines stand, {@link ErasedPerson} too; empty where none tells of them. */
    public Optional<UUID> reference(String person) {
        return ErasedPerson.reference(person)
                .or(() -> jdbc.sql("select ref from person_ref where login = ?")
                        .param(person)
                        .query(UUID.class)
                        .optional());
    }
}
