package org.leadrelay.access;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Personal settings: what everyone chooses for themselves, and nobody for anybody else. */
@Service
@Transactional
public class PersonSettings {

    private static final Wording WORDING = Wording.of(PersonSettings.class);

    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

    private final JdbcClient jdbc;
    private final CurrentPerson person;
    private final Duration usualGrace;

    /**
     * @param usualGrace of who chose nothing
     */
    PersonSettings(
            JdbcClient jdbc, CurrentPerson person, @Value("${leadrelay.tasks.grace:PT10S}") Duration usualGrace) {
        this.jdbc = jdbc;
        this.person = person;
        this.usualGrace = usualGrace;
    }

    /**
     * What somebody chose.
     *
     * @param namesInTitles whether titles of browser pages and subjects of mails name leads. Off
     *     until somebody wants it: both are seen by others, on a shared screen or a locked phone
     * @param region two letters of the country as whose dates and numbers they are written; null
     *     follows the browser
     * @param grace how long answers to tasks wait and can be taken back ({@link UndoGrace}); zero for not at all
     */
    public record PersonSetting(
            boolean namesInTitles, @Nullable String region, Duration grace) {}

    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public PersonSetting mine() {
        return of(person.get().login());
    }

    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public PersonSetting of(String login) {
        return jdbc.sql("select names_in_titles, region, grace_seconds from person_setting where login = ?")
                .param(login)
                .query((row, any) -> new PersonSetting(
                        row.getBoolean(1),
                        row.getString(2),
                        row.getObject(3) == null ? usualGrace : Duration.ofSeconds(row.getInt(3))))
                .optional()
                .orElseGet(() -> new PersonSetting(false, null, usualGrace));
    }

    /**
     * Takes the current person's choice.
     *
     * @throws Invalid when no country has that region's letters, or answers cannot wait that long
     */
    public PersonSetting choose(PersonSetting setting) {
        if (setting.region() != null && !REGIONS.contains(setting.region())) {
            throw Invalid.field("region", WORDING.text("region", setting.region()));
        }
        jdbc.sql("""
            insert into person_setting (login, names_in_titles, region, grace_seconds) values (?, ?, ?, ?)
            on conflict (login) do update
            set names_in_titles = excluded.names_in_titles, region = excluded.region,
                grace_seconds = excluded.grace_seconds
            """)
                .params(
                        person.get().login(),
                        setting.namesInTitles(),
                        setting.region(),
                        UndoGrace.checked(setting.grace()).toSeconds())
                .update();
        return setting;
    }
}
