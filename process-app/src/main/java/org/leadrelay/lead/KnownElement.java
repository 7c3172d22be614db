package org.leadrelay.lead;

/**
 * Registry of the BPMN element ids that Java relies on, with who relies on each and why. Every other id is the models' own: it
 * reaches Java from the engine, from the charter or from a row, and may change with them.
 */
public enum KnownElement {
    QUALIFY_LEAD(
            "Activity_QualifyLead",
            "lead-journey",
            "the forecast, letters to marketers",
            "A task here is a lead that marketing may still send to sales, and whoever answers it is told what became"
                    + " of the lead; after a rename none is counted, and nobody is told."),

    COMPLETE_LEAD(
            "Activity_CompleteLead",
            "lead-journey",
            "the forecast, letters to marketers",
            "As above, for leads that cannot be reached yet."),

    ANSWER_HAND_OFF(
            "Activity_AnswerHandOff",
            "lead-journey",
            "the hand-off, the card for the first talk",
            "A rejection frees the rep's place and keeps the lead from that rep in this lap; the card stands above its"
                    + " form. After a rename neither."),

    ANSWER_QUESTION(
            "Activity_AnswerQuestion",
            "lead-journey",
            "questions to marketing",
            "A rep may not ask while a question is open, and an answer is marked for the rep; after a rename neither."),

    REVIEW_REJECTION(
            "Activity_ReviewRejection",
            "lead-journey",
            "the demo",
            "The outcomes that the demo's people choose; after a rename each is as likely as the other."),

    GIVE_VERDICT(
            "Activity_GiveVerdict",
            "lead-journey",
            "precedents, the demo",
            "An answer here is a verdict, shown to the next arbiter; after a rename the earlier ones are not. In the"
                    + " demo as above."),

    MAKE_CONTACT(
            "Activity_MakeContact",
            "lead-follow-up",
            "the lead's page, the card for the first talk, the demo",
            "An answer here is an attempt to reach the buyer; after a rename the page lists none, and the card is not"
                    + " shown. The demo as above."),

    DECIDE_OUTCOME("Activity_DecideOutcome", "lead-follow-up", "the demo", "As above.");

    private static final String DEMO = "the demo";

    private final String id;
    private final String model;
    private final String reliedOnBy;
    private final String why;

    KnownElement(String id, String model, String reliedOnBy, String why) {
        this.id = id;
        this.model = model;
        this.reliedOnBy = reliedOnBy;
        this.why = why;
    }

    /** As the model writes it, and as tables hold it in a column {@code step}. */
    public String id() {
        return id;
    }

    /** The process that holds it. */
    public String model() {
        return model;
    }

    public String reliedOnBy() {
        return reliedOnBy;
    }

    /** Whether the product itself does without it. */
    public boolean isOfTheDemoAlone() {
        return DEMO.equals(reliedOnBy);
    }

    /** What the id is taken to mean, and what happens when it is renamed. */
    public String why() {
        return why;
    }
}
