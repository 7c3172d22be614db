package org.leadrelay.redesign.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parsed files of a release. */
record ModelSet(List<ProcessModel> processes, List<TableModel> tables, List<WordsModel> words) {

    /** Files that cannot be read are told and left out. */
    static ModelSet read(List<ModelFile> files, Findings findings) {
        List<ProcessModel> processes = new ArrayList<>();
        List<TableModel> tables = new ArrayList<>();
        List<WordsModel> words = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ModelFile file : files) {
            if (!seen.add(file.kind() + " " + file.id())) {
                findings.add(Rule.FILE_TWICE, file.name(), null, file.id());
                continue;
            }
            try {
                switch (file.kind()) {
                    case PROCESS -> processes.add(new ProcessModel(file, SafeXmlParser.read(file)));
                    case DECISION -> tables.add(new TableModel(file, SafeXmlParser.read(file)));
                    case WORDS -> words.add(WordsModel.read(file));
                }
            } catch (UnreadableFile unreadable) {
                findings.add(unreadable.finding());
            }
        }
        return new ModelSet(processes, tables, words);
    }

    Optional<ProcessModel> process(String id) {
        return processes.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    Optional<TableModel> table(String id) {
        return tables.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
