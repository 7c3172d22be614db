package org.leadrelay.worklist;

/** Violation of one answer, in words for whoever gave it. */
final class WrongAnswer extends Exception {

    private static final long serialVersionUID = 1L;

    private final String words;

    WrongAnswer(String words) {
        super(words, null, false, false);
        this.words = words;
    }

    String words() {
        return words;
    }
}
