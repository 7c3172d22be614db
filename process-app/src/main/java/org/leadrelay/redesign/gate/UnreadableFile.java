package org.leadrelay.redesign.gate;

/** Exception of a file that is no well-formed model or table, or holds what none may hold; with the finding in words. */
public final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    UnreadableFile(Finding finding) {
        super(finding.rule() + " " + finding.file() + " " + finding.arguments());
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }
}
