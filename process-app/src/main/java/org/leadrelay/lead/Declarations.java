package org.leadrelay.lead;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is declared about the people that an origin, a source or a way of coming in brings: the
 * channels on which they may be reached, and the basis. The nearest declaration counts: the
 * mapping's own, then the origin's, the source's, and that for the kind of capture.
 */
@Service
public class Declarations {

    private final JdbcClient jdbc;
    private final Clock clock;

    Declarations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A declaration with what it is about.
     *
     * @param scope origin, source, or kind (API, FORM, IMPORT, PERSON)
     */
    public record Declared(String scope, String name, Declaration declaration) {}

    public List<Declared> all() {
        return jdbc.sql("select * from declaration order by scope, name")
                .query(
                        (row, any) ->
                                new Declared(
                                        row.getString("scope"),
                                        row.getString("name"),
                                        new Declaration(
                                                row.getBoolean("mail"),
                                                row.getBoolean("call"),
                                                row.getString("basis"),
                                                row.getString("wording"))))
                .list();
    }

    @Transactional
    public void declare(Declared declared, String person) {
        Declaration what = declared.declaration();
        jdbc.sql(
                        """
                        insert into declaration
                            (scope, name, mail, call, basis, wording, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (scope, name) do update set mail = excluded.mail,
                            call = excluded.call, basis = excluded.basis,
                            wording = excluded.wording, changed_by = excluded.changed_by,
                            changed_at = excluded.changed_at
                        """)
                .params(
                        declared.scope(),
                        declared.name(),
                        what.mail(),
                        what.call(),
                        what.basis(),
                        what.wording(),
                        person,
                        Sql.time(clock.instant()))
                .update();
    }

    @Transactional
    public boolean withdraw(String scope, String name) {
        return jdbc.sql("delete from declaration where scope = ? and name = ?")
                        .params(scope, name)
                        .update()
                == 1;
    }

    /**
     * The consents that follow for a lead of this origin and source; none when nothing is declared.
     */
    List<Statement> statements(Origin origin, @Nullable String source) {
        Declaration declared =
                origin.declared() != null ? origin.declared() : nearest(origin, source);
        List<Statement> statements = new ArrayList<>();
        if (declared != null && declared.mail()) {
            statements.add(statement(Channel.MAIL, declared));
        }
        if (declared != null && declared.call()) {
            statements.add(statement(Channel.CALL, declared));
        }
        return statements;
    }

    private @Nullable Declaration nearest(Origin origin, @Nullable String source) {
        return jdbc.sql(
                        """
                        select * from declaration
                        where (scope = 'origin' and name = ?)
                           or (scope = 'source' and name = ?)
                           or (scope = 'kind' and name = ?)
                        order by case scope when 'origin' then 1 when 'source' then 2 else 3 end
                        limit 1
                        """)
                .params(origin.name(), source == null ? "" : source, origin.kind().name())
                .query(
                        (row, any) ->
                                new Declaration(
                                        row.getBoolean("mail"),
                                        row.getBoolean("call"),
                                        row.getString("basis"),
                                        row.getString("wording")))
                .optional()
                .orElse(null);
    }

    private static Statement statement(Channel channel, Declaration declared) {
        return new Statement(
                channel, true, "marketing", declared.basis(), declared.wording(), null);
    }
}
