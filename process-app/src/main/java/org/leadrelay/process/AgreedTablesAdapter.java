package org.leadrelay.process;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.leadrelay.charter.AgreedTables;
import org.leadrelay.platform.Language;
import org.springframework.stereotype.Component;

/** Adapter of the deployed decision tables as people read them, with the reasons of their rows in the language of whoever reads. */
@Component
class AgreedTablesAdapter implements AgreedTables {

    private final DeployedTables tables;

    AgreedTablesAdapter(DeployedTables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<DecisionTable> table(String decision, int version, Locale locale) {
        Language language = Language.of(locale);
        return tables.find(decision, version).map(found -> localized(decision, found, language));
    }

    private DecisionTable localized(String decision, DeployedTable found, Language language) {
        DecisionTable table = found.table();
        if (language == Language.ENGLISH) {
            return table;
        }
        return new DecisionTable(
                table.name(),
                table.hitPolicy(),
                table.inputIds(),
                table.inputs(),
                table.outputs(),
                IntStream.range(0, table.rules().size())
                        .mapToObj(row -> {
                            Rule rule = table.rules().get(row);
                            return new Rule(
                                    rule.inputs(), rule.outputs(), tables.reason(decision, found, row, language));
                        })
                        .toList());
    }

    @Override
    public List<String> factsRead(String decision, int version) {
        return tables.find(decision, version).map(DeployedTable::facts).orElse(List.of());
    }
}
