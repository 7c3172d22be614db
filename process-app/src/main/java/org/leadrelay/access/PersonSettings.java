package org.leadrelay.access;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Personal settings: what everyone chooses for themselves, and nobody for anybody else. */
@Service
@Transactional
public class PersonSettings {

    private static final Wording WORDING = Wording.of(PersonSettings.class);

    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

    private final JdbcClient jdbc;
    private final CurrentPerson person;

    PersonSettings(JdbcClient jdbc, CurrentPerson person) {
        this.jdbc = jdbc;
        this.person = person;
    }

    /**
     * What somebody chose.
     *
     * @param namesInTitles whether titles of browser pages and subjects of mails name leads. Off
     *     until somebody wants it: both are seen by others, on a shared screen or a locked phone
     * @param region two letters of the country as whose dates and numbers they are written; null
     *     follows the browser
     */
    public record PersonSetting(
            boolean namesInTitles, @Nullable String region) {

        static final PersonSetting USUAL = new PersonSetting(false, null);
    }

    @Transactional(readOnly = true)
    public PersonSetting mine() {
        return of(person.get().login());
    }

    @Transactional(readOnly = true)
    public PersonSetting of(String login) {
        return jdbc.sql("select names_in_titles, region from person_setting where login = ?")
                .param(login)
                .query((row, any) -> new PersonSetting(row.getBoolean(1), row.getString(2)))
                .optional()
                .orElse(PersonSetting.USUAL);
    }

    /**
     * Takes the current person's choice.
     *
     * @throws Invalid when no country has that region's letters
     */
    public PersonSetting choose(PersonSetting setting) {
        if (setting.region() != null && !REGIONS.contains(setting.region())) {
            throw Invalid.field("region", WORDING.text("region", setting.region()));
        }
        jdbc.sql("""
            insert into person_setting (login, names_in_titles, region) values (?, ?, ?)
            on conflict (login) do update
            set names_in_titles = excluded.names_in_titles, region = excluded.region
            """)
                .params(person.get().login(), setting.namesInTitles(), setting.region())
                .update();
        return setting;
    }
}
