package org.leadrelay.lead;

/** The reason why a statement about consent does not decide its channel. */
public enum ConsentWhy {
    /** An objection that the person's own later word has ended. */
    ENDED,
    /** Another statement that says the same counts before it: a newer one, or a better one. */
    REPLACED,
    /** A consent that is not later than the objection. */
    NOT_LATER,
    /** Its moment lay in the future when it was recorded. */
    POST_DATED,
    /** It claims to be later than the objection: a person decides. */
    TO_DECIDE,
    /** A person has decided that its claim does not hold. */
    DISMISSED,
    /** Without a date of its own it lifts no objection. */
    UNDATED,
    /** What is declared about all people of a source lifts nobody's objection. */
    DECLARED,
    /** Anybody can send a form about anybody: it lifts no objection. */
    ANONYMOUS
}
