package org.leadrelay.charter;

/**
 * Registry of the clauses of the charter that Java relies on by name, with who relies on each and why. Every other clause is the
 * charter's own and may be called what its two sides like.
 */
public enum KnownClause {
    ANSWER_HAND_OFF(
            "answerHandOff",
            "the hand-off",
            "A rep gets a lead who is there to answer it in this time; without the clause absences do not count."),

    ASSIGN_REP(
            "assignRep",
            "the escalation ladder",
            "Nobody holds a lead that waits for a rep, so its notice says that it waits; under another name that it is"
                    + " late."),

    ANSWER_QUESTION(
            "answerQuestion",
            "questions to marketing",
            "While it is open the rep's promises pause and it does not; under another name it would pause itself.");

    private final String id;
    private final String reliedOnBy;
    private final String why;

    KnownClause(String id, String reliedOnBy, String why) {
        this.id = id;
        this.reliedOnBy = reliedOnBy;
        this.why = why;
    }

    /** As the charter, the models and the ledger write it. */
    public String id() {
        return id;
    }

    public String reliedOnBy() {
        return reliedOnBy;
    }

    /** What the clause is taken to mean, and what happens when the charter drops or renames it. */
    public String why() {
        return why;
    }
}
