package org.leadrelay.nurture;

/** Why a request to a link of a mail is taken for a machine's. */
enum ClickMark {
    NONE(""),
    /** It asked for the head of the page only. */
    HEAD("head"),
    /** It followed the link that nobody sees. */
    HIDDEN("hidden"),
    /** The mail had only just left. */
    AT_ONCE("atOnce"),
    /** All links of the mail, one right after the other. */
    ALL_LINKS("allLinks"),
    /** The button was sent without the page that has it. */
    UNSEEN("unseen"),
    /** Whoever reports it does not know that a person did it. */
    UNCONFIRMED("unconfirmed");

    private final String code;

    ClickMark(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
