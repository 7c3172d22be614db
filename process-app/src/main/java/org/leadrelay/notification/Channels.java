package org.leadrelay.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Mandates;
import org.leadrelay.access.People;
import org.leadrelay.notification.NoticeChoices.NoticeChoice;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.ProductException;
import org.leadrelay.platform.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Channel preferences of people, kind by kind of notice. Nobody who heads a side is without a channel for
 * escalations, whatever was chosen before.
 */
@Service
@Transactional(noRollbackFor = ProductException.class)
public class Channels {

    private static final Wording WORDING = Wording.of(Channels.class);

    private final JdbcClient jdbc;
    private final People people;
    private final Mandates mandates;
    private final CurrentPerson person;

    Channels(JdbcClient jdbc, People people, Mandates mandates, CurrentPerson person) {
        this.jdbc = jdbc;
        this.people = people;
        this.mandates = mandates;
        this.person = person;
    }

    /** What the current person chose, every kind included. */
    @Transactional(readOnly = true)
    public NoticeChoices mine() {
        String login = person.get().login();
        Map<NoticeKind, NoticeChoice> chosen = new HashMap<>();
        jdbc.sql("select kind, bell, mail from notice_choice where login = ?")
                .param(login)
                .query((ResultSet row) -> {
                    Optional<NoticeKind> kind = NoticeKind.ofCode(row.getString("kind"));
                    if (kind.isPresent()) {
                        chosen.put(kind.get(), choice(kind.get(), row));
                    }
                });
        return new NoticeChoices(
                people.get(login).email(),
                outsideHours(login),
                Arrays.stream(NoticeKind.values())
                        .map(kind -> chosen.getOrDefault(kind, usual(kind)))
                        .toList());
    }

    /**
     * Takes the current person's choice; a kind that is not named stays as it was.
     *
     * @throws Invalid when the head of a side would not hear of an escalation any more
     */
    public NoticeChoices choose(boolean outsideHours, Collection<NoticeChoice> kinds) {
        String login = person.get().login();
        for (NoticeChoice each : kinds) {
            if (each.kind() == NoticeKind.ESCALATION
                    && !each.bell()
                    && each.mail() == MailPreference.OFF
                    && heads(login)) {
                throw Invalid.field("kinds", WORDING.text("headsHear"));
            }
        }
        for (NoticeChoice each : kinds) {
            jdbc.sql("""
                insert into notice_choice (login, kind, bell, mail) values (?, ?, ?, ?)
                on conflict (login, kind) do update
                set bell = excluded.bell, mail = excluded.mail
                """)
                    .params(login, each.kind().code(), each.bell(), each.mail().code())
                    .update();
        }
        jdbc.sql("""
            insert into notice_hours (login, outside_hours) values (?, ?)
            on conflict (login) do update set outside_hours = excluded.outside_hours
            """).params(login, outsideHours).update();
        return mine();
    }

    /** How each of these people hears of this kind, by login. Nobody is without both by mistake. */
    List<ChannelChoice> ways(Collection<String> logins, NoticeKind kind) {
        List<ChannelChoice> ways = jdbc.sql("""
            select r.login, c.bell, c.mail, h.outside_hours,
                   p.active and p.email is not null as reachable
            from unnest(:logins::text[]) as r(login)
            left join person p on p.login = r.login
            left join notice_choice c on c.login = r.login and c.kind = :kind
            left join notice_hours h on h.login = r.login
            order by r.login
            """)
                .param("logins", logins.stream().distinct().toArray(String[]::new))
                .param("kind", kind.code())
                .query((row, number) -> way(kind, row))
                .list();
        if (kind != NoticeKind.ESCALATION || ways.stream().allMatch(ChannelChoice::any)) {
            return ways;
        }
        return ways.stream()
                .map(way -> way.any() || !heads(way.login()) ? way : way.ringing())
                .toList();
    }

    private boolean heads(String login) {
        return !mandates.heldBy(login).isEmpty();
    }

    private boolean outsideHours(String login) {
        return jdbc.sql("select outside_hours from notice_hours where login = ?")
                .param(login)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private static ChannelChoice way(NoticeKind kind, ResultSet row) throws SQLException {
        NoticeChoice choice = row.getString("mail") == null ? usual(kind) : choice(kind, row);
        boolean reachable = row.getBoolean("reachable");
        boolean unheard = choice.mail() != MailPreference.OFF && !reachable;
        return new ChannelChoice(
                row.getString("login"),
                choice.bell() || unheard,
                reachable ? choice.mail() : MailPreference.OFF,
                row.getBoolean("outside_hours"));
    }

    private static NoticeChoice usual(NoticeKind kind) {
        return new NoticeChoice(kind, true, kind.usually());
    }

    private static NoticeChoice choice(NoticeKind kind, ResultSet row) throws SQLException {
        return new NoticeChoice(
                kind,
                row.getBoolean("bell"),
                MailPreference.ofCode(row.getString("mail")).orElse(kind.usually()));
    }
}
