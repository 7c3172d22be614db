package org.leadrelay.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whether Modeler can read the templates is tested in {@code lint/test}. */
class ElementTemplatesTest {

    private static final Pattern STEP = Pattern.compile("\"\\$\\{([A-Za-z]+)}\"");

    @Test
    void every_delegate_has_a_template_and_every_template_a_delegate() throws IOException {
        // given
        Set<String> named = new HashSet<>();

        // when
        for (Path file : Models.files(".camunda/element-templates", ".json")) {
            STEP.matcher(Files.readString(file)).results().forEach(m -> named.add(m.group(1)));
        }

        // then
        assertThat(named).containsAll(Contract.DELEGATES);
        named.removeAll(Contract.DELEGATES);
        assertThat(named).containsExactlyInAnyOrder("leadId", "repId");
    }
}
