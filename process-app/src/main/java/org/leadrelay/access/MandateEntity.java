package org.leadrelay.access;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.annotations.SortNatural;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Mandates.Mandated;

/** Row of a mandate: who heads a side, and who signs for the head. */
@Entity
@Table(name = "mandate")
class MandateEntity {

    @Id
    private String name;

    @Column
    private @Nullable String holder;

    @Column
    private int edition;

    @SortNatural
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "mandate_deputy", joinColumns = @JoinColumn(name = "mandate"))
    @Column(name = "login")
    private Set<String> deputies = new TreeSet<>();

    protected MandateEntity() {}

    void give(@Nullable String newHolder, Set<String> newDeputies) {
        holder = newHolder;
        deputies.clear();
        deputies.addAll(newDeputies);
        edition++;
    }

    @Nullable
    String holder() {
        return holder;
    }

    int edition() {
        return edition;
    }

    Mandated mandated() {
        return new Mandated(Mandate.ofCode(name), holder, Set.copyOf(deputies), edition);
    }
}
