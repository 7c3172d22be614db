package org.leadrelay.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Personal settings: what everyone chooses for themselves, and nobody for anybody else. */
@Service
@Transactional
public class PersonSettings {

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
     */
    public record PersonSetting(boolean namesInTitles) {

        static final PersonSetting USUAL = new PersonSetting(false);
    }

    @Transactional(readOnly = true)
    public PersonSetting mine() {
        return of(person.get().login());
    }

    @Transactional(readOnly = true)
    public PersonSetting of(String login) {
        return jdbc.sql("select names_in_titles from person_setting where login = ?")
                .param(login)
                .query((row, any) -> new PersonSetting(row.getBoolean(1)))
                .optional()
                .orElse(PersonSetting.USUAL);
    }

    /** Takes the current person's choice. */
    public PersonSetting choose(PersonSetting setting) {
        jdbc.sql("""
            insert into person_setting (login, names_in_titles) values (?, ?)
            on conflict (login) do update
            set names_in_titles = excluded.names_in_titles
            """).params(person.get().login(), setting.namesInTitles()).update();
        return setting;
    }
}
