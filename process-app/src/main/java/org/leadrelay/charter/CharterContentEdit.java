package org.leadrelay.charter;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.leadrelay.platform.Records;
import org.leadrelay.platform.Words;

/** Builder of a changed content of the charter: what is not set stays as it was. */
public final class CharterContentEdit {

    private CharterContent text;

    CharterContentEdit(CharterContent said) {
        text = said;
    }

    public CharterContentEdit name(String written) {
        return with("name", written);
    }

    public CharterContentEdit idealProfile(String written) {
        return with("idealProfile", written);
    }

    public CharterContentEdit qualifies(String role) {
        return with("qualifies", role);
    }

    public CharterContentEdit tables(List<PinnedTable> written) {
        return with("tables", written);
    }

    public CharterContentEdit questions(List<AgreedQuestion> written) {
        return with("questions", written);
    }

    public CharterContentEdit figures(String inCurrency, List<Figure> written) {
        return with("currency", inCurrency).with("figures", written);
    }

    public CharterContentEdit clauses(List<Clause> written) {
        return with("clauses", written);
    }

    /** A clause in place of the one of its name, or a new one. */
    public CharterContentEdit clause(Clause written) {
        List<Clause> all = new ArrayList<>(text.clauses());
        all.removeIf(each -> each.name().equals(written.name()));
        all.add(written);
        return with("clauses", all);
    }

    /** Without this clause and its ladder. */
    public CharterContentEdit withoutClause(String clause) {
        clauses(text.clauses().stream()
                .filter(each -> !each.name().equals(clause))
                .toList());
        return ladder(clause, List.of());
    }

    /**
     * Who is told of this clause, in place of whoever was told; nobody leaves it to {@code any}.
     */
    public CharterContentEdit ladder(String clause, List<Rung> written) {
        List<Rung> all = new ArrayList<>(text.ladder());
        all.removeIf(each -> each.clause().equals(clause));
        all.addAll(written);
        return with("ladder", all);
    }

    /** A list in place of the one of this name, or a new one. */
    public CharterContentEdit list(String list, List<AgreedOption> written) {
        TreeMap<String, List<AgreedOption>> lists = new TreeMap<>(text.lists());
        lists.put(list, written);
        return with("lists", lists);
    }

    /** What people call a list of this name. */
    public CharterContentEdit listLabel(String list, Words written) {
        TreeMap<String, Words> labels = new TreeMap<>(text.listLabels());
        labels.put(list, written);
        return with("listLabels", labels);
    }

    public CharterContentEdit withoutList(String list) {
        TreeMap<String, List<AgreedOption>> lists = new TreeMap<>(text.lists());
        lists.remove(list);
        TreeMap<String, Words> labels = new TreeMap<>(text.listLabels());
        labels.remove(list);
        return with("lists", lists).with("listLabels", labels);
    }

    public CharterContentEdit limits(Limits written) {
        return with("limits", written);
    }

    public CharterContentEdit calendar(String id) {
        return with("calendar", id);
    }

    public CharterContent text() {
        return text;
    }

    private CharterContentEdit with(String component, Object written) {
        text = Records.with(text, component, written);
        return this;
    }
}
