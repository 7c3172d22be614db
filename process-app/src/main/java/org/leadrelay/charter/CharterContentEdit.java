package org.leadrelay.charter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Another text of the charter: what is not written anew stays as it was said. */
public final class CharterContentEdit {

    private String name;
    private String idealProfile;
    private String qualifies;
    private List<PinnedTable> tables;
    private List<AgreedQuestion> questions;
    private String currency;
    private List<Figure> figures;
    private List<Clause> clauses;
    private List<Rung> ladder;
    private Map<String, List<AgreedOption>> lists;
    private Limits limits;
    private String calendar;

    CharterContentEdit(CharterContent said) {
        name = said.name();
        idealProfile = said.idealProfile();
        qualifies = said.qualifies();
        tables = said.tables();
        questions = said.questions();
        currency = said.currency();
        figures = said.figures();
        clauses = said.clauses();
        ladder = said.ladder();
        lists = said.lists();
        limits = said.limits();
        calendar = said.calendar();
    }

    public CharterContentEdit name(String written) {
        name = written;
        return this;
    }

    public CharterContentEdit idealProfile(String written) {
        idealProfile = written;
        return this;
    }

    public CharterContentEdit qualifies(String role) {
        qualifies = role;
        return this;
    }

    public CharterContentEdit tables(List<PinnedTable> written) {
        tables = written;
        return this;
    }

    public CharterContentEdit questions(List<AgreedQuestion> written) {
        questions = written;
        return this;
    }

    public CharterContentEdit figures(String inCurrency, List<Figure> written) {
        currency = inCurrency;
        figures = written;
        return this;
    }

    public CharterContentEdit clauses(List<Clause> written) {
        clauses = written;
        return this;
    }

    /** A clause in place of the one of its name, or a new one. */
    public CharterContentEdit clause(Clause written) {
        List<Clause> all = new ArrayList<>(clauses);
        all.removeIf(each -> each.name().equals(written.name()));
        all.add(written);
        clauses = all;
        return this;
    }

    /** Without this clause and its ladder. */
    public CharterContentEdit withoutClause(String clause) {
        clauses = clauses.stream().filter(each -> !each.name().equals(clause)).toList();
        return ladder(clause, List.of());
    }

    /**
     * Who is told of this clause, in place of whoever was told; nobody leaves it to {@code any}.
     */
    public CharterContentEdit ladder(String clause, List<Rung> written) {
        List<Rung> all = new ArrayList<>(ladder);
        all.removeIf(each -> each.clause().equals(clause));
        all.addAll(written);
        ladder = all;
        return this;
    }

    /** A list in place of the one of this name, or a new one. */
    public CharterContentEdit list(String list, List<AgreedOption> written) {
        lists = new TreeMap<>(lists);
        lists.put(list, written);
        return this;
    }

    public CharterContentEdit withoutList(String list) {
        lists = new TreeMap<>(lists);
        lists.remove(list);
        return this;
    }

    public CharterContentEdit limits(Limits written) {
        limits = written;
        return this;
    }

    public CharterContentEdit calendar(String id) {
        calendar = id;
        return this;
    }

    public CharterContent text() {
        return new CharterContent(
                name,
                idealProfile,
                qualifies,
                tables,
                questions,
                currency,
                figures,
                clauses,
                ladder,
                lists,
                limits,
                calendar);
    }
}
