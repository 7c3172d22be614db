package org.leadrelay.assignment;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.access.TeamReach;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.ProductException;
import org.leadrelay.platform.RetryOnCollision;
import org.leadrelay.platform.Wording;
import org.leadrelay.platform.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Skills of reps: the list of them, and who has which. Sales managers keep both: the list's words are
 * everybody's, who has which is said by a manager of the rep, and a word that reps of other teams have is not
 * taken off. Which lead needs which skill is the process owner's table {@code hand-off-skills}.
 */
@Service
@RetryOnCollision
@Transactional(noRollbackFor = ProductException.class)
public class Skills {

    private static final Wording WORDING = Wording.of(Skills.class);

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int LONGEST_LABEL = 80;

    private final JdbcClient jdbc;
    private final CurrentPerson person;
    private final TeamReach reach;
    private final Reps reps;
    private final Pool pool;
    private final RepChanges changes;

    Skills(JdbcClient jdbc, CurrentPerson person, TeamReach reach, Reps reps, Pool pool, RepChanges changes) {
        this.jdbc = jdbc;
        this.person = person;
        this.reach = reach;
        this.reps = reps;
        this.pool = pool;
        this.changes = changes;
    }

    /** The list, by word. */
    @Transactional(readOnly = true)
    public List<Skill> all() {
        return jdbc.sql("""
            select s.id, s.label_en, s.label_de,
                   array(select login from rep_skill r where r.skill = s.id) as reps
            from skill s order by s.id
            """)
                .query((row, number) ->
                        skill(row.getString(1), new Words(row.getString(2), row.getString(3)), (String[])
                                row.getArray(4).getArray()))
                .list();
    }

    private Skill skill(String id, Words words, String[] reps) {
        boolean mayRemove =
                person.get().may(Permission.MANAGE_REPS) && Arrays.stream(reps).allMatch(reach::manages);
        return new Skill(id, words, reps.length, mayRemove);
    }

    /**
     * Adds a skill to the list, or names one that is there anew.
     *
     * @param german null for the same words in both languages
     * @throws Invalid when the word is none, or the label is empty or too long
     */
    public void put(String id, @Nullable String english, @Nullable String german) {
        person.get().mustHave(Permission.MANAGE_REPS);
        if (!ID.matcher(id).matches()) {
            throw Invalid.field("id", WORDING.text("skillId"));
        }
        String label = label("english", english);
        jdbc.sql("""
            insert into skill (id, label_en, label_de) values (?, ?, ?)
            on conflict (id) do update
            set label_en = excluded.label_en, label_de = excluded.label_de
            """)
                .params(id, label, german == null || german.isBlank() ? label : label("german", german))
                .update();
        changes.note(Kind.SKILL_DEFINED, id, LineDetails.of("fields", List.of("words")));
    }

    private static String label(String field, @Nullable String given) {
        String label = given == null ? "" : given.strip();
        if (label.isEmpty() || label.length() > LONGEST_LABEL || label.indexOf('\0') >= 0) {
            throw Invalid.field(field, WORDING.text("skillLabel", LONGEST_LABEL));
        }
        return label;
    }

    /**
     * Takes a skill off the list, and from everybody who has it.
     *
     * @throws org.leadrelay.platform.Forbidden when a rep of another team has it
     */
    public void remove(String id) {
        person.get().mustHave(Permission.MANAGE_REPS);
        List<String> having = jdbc.sql("select login from rep_skill where skill = ?")
                .param(id)
                .query(String.class)
                .list();
        having.forEach(reach::mustManage);
        if (jdbc.sql("delete from skill where id = ?").param(id).update() == 0) {
            throw new NotFound(WORDING.text("noSuchSkill", id, known()));
        }
        changes.note(Kind.SKILL_REMOVED, id, LineDetails.of("membersBefore", having));
    }

    /**
     * Says anew which skills a rep has. Leads that wait for one are served at once.
     *
     * @throws Invalid when one is not on the list
     */
    public RepChoice of(String login, Set<String> skills) {
        reach.mustManage(login);
        reps.mustBeKnown(login);
        Set<String> unknown = new TreeSet<>(skills);
        all().forEach(each -> unknown.remove(each.id()));
        if (!unknown.isEmpty()) {
            throw Invalid.field("skills", WORDING.text("noSuchSkill", String.join(", ", unknown), known()));
        }
        pool.lock();
        List<String> before = reps.one(login).skills();
        jdbc.sql("delete from rep_skill where login = ?").param(login).update();
        jdbc.sql("insert into rep_skill (login, skill) select :login, unnest(:skills::text[])")
                .param("login", login)
                .param("skills", skills.toArray(String[]::new))
                .update();
        RepChoice after = reps.one(login);
        changes.note(Kind.REP_SKILLED, login, LineDetails.ofChange("skills", before, after.skills()));
        changes.placeFreed();
        return after;
    }

    private String known() {
        return all().stream().map(Skill::id).collect(Collectors.joining(", "));
    }
}
