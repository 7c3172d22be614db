package org.leadrelay.process.redesign;

import java.util.List;

/** Releases with one fault each, made from the shipped one. */
final class BadReleases {

    private BadReleases() {}

    /**
     * @param address what models name that would have something fetched
     */
    static List<CorpusCase> all(String address) {
        CorpusBuilder corpus = new CorpusBuilder();
        BadFiles.add(corpus, address);
        BadContent.add(corpus);
        BadProcesses.add(corpus);
        BadTasks.add(corpus);
        BadForms.add(corpus);
        BadFlows.add(corpus);
        BadTables.add(corpus);
        return corpus.made();
    }
}
