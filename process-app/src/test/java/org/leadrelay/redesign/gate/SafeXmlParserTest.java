package org.leadrelay.redesign.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What the parser makes of a file; what it refuses is in the corpus. */
class SafeXmlParserTest {

    private static Node read(String xml) {
        return SafeXmlParser.read(new ModelFile("x", FileKind.PROCESS, "x.bpmn", xml.getBytes(UTF_8)));
    }

    @Test
    void an_element_is_known_by_its_namespace_whatever_prefix_a_file_uses() {
        // when
        Node root = read("""
            <b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:c="http://camunda.org/schema/1.0/bpmn" xmlns:other="urn:other">
              <b:process id="p" c:versionTag="1" other:versionTag="2">
                <b:documentation>  Why <![CDATA[& how]]>
                </b:documentation>
              </b:process>
            </b:definitions>
            """);

        // then
        Node process = root.children("process").get(0);
        assertThat(process.id()).isEqualTo("p");
        assertThat(process.value("camunda:versionTag")).isEqualTo("1");
        assertThat(process.attribute("{urn:other}versionTag")).isEqualTo("2");
        assertThat(process.attribute("versionTag")).isNull();
        assertThat(process.children("documentation").get(0).text()).isEqualTo("Why & how");
        assertThat(process.line()).isEqualTo(3);
        assertThat(root.all()).extracting(Node::name).containsExactly("definitions", "process", "documentation");
    }

    @Test
    void the_line_is_that_on_which_the_start_tag_ends_as_the_engine_counts() {
        Node root = read("<definitions\n xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"\n><process\n id=\"p\"/>"
                + "</definitions>");
        assertThat(root.line()).isEqualTo(3);
        assertThat(root.children().get(0).line()).isEqualTo(4);
    }

    @Test
    void a_file_that_is_none_is_told_with_its_line() {
        assertThatThrownBy(() -> read("<definitions>\n<")).isInstanceOfSatisfying(UnreadableFile.class, unreadable -> {
            assertThat(unreadable.finding().rule()).isEqualTo("file-malformed");
            assertThat(unreadable.finding().arguments().get(0)).isEqualTo("2");
        });
    }
}
