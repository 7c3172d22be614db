package org.leadrelay.worklist;

import org.leadrelay.access.CurrentPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Screen layout of the inbox, as each person arranged it. */
@Service
@Transactional
public class InboxLayouts {

    /** Of the width of list and task together, in percent: what the list takes at least and at most. */
    public static final int NARROWEST_LIST = 20;

    public static final int WIDEST_LIST = 80;

    /** The list's share until somebody moves the splitter. */
    static final int USUAL = 56;

    private final JdbcClient jdbc;
    private final CurrentPerson current;

    InboxLayouts(JdbcClient jdbc, CurrentPerson current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** The list's share of the current person, in percent. */
    @Transactional(readOnly = true)
    public int listShare() {
        return jdbc.sql("select list_share from inbox_layout where login = ?")
                .param(current.get().login())
                .query(Integer.class)
                .optional()
                .orElse(USUAL);
    }

    /** Whether the current person knows the card for the first talk with a lead, and has folded it. */
    @Transactional(readOnly = true)
    public boolean isOpeningFolded() {
        return jdbc.sql("select opening_folded from inbox_layout where login = ?")
                .param(current.get().login())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    public void keepOpeningFolded(boolean folded) {
        jdbc.sql("""
            insert into inbox_layout (login, list_share, opening_folded) values (?, ?, ?)
            on conflict (login) do update set opening_folded = excluded.opening_folded
            """).params(current.get().login(), USUAL, folded).update();
    }

    /** Keeps the list's share for the current person; beyond the limits it is the limit. */
    public void keepListShare(int percent) {
        jdbc.sql("""
            insert into inbox_layout (login, list_share) values (?, ?)
            on conflict (login) do update set list_share = excluded.list_share
            """)
                .params(current.get().login(), Math.max(NARROWEST_LIST, Math.min(WIDEST_LIST, percent)))
                .update();
    }
}
