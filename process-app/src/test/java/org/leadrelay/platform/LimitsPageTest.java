package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

/** The page of limits says what the product does. */
class LimitsPageTest {

    private static String page = "";
    private static Properties settings = new Properties();

    @BeforeAll
    static void read() throws Exception {
        page = Files.readString(Path.of("../docs/reference/limits.md"));
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        Properties read = yaml.getObject();
        settings = read == null ? settings : read;
    }

    @Test
    void bodies() {
        says("a body: page message, form, JSON", BodyKind.ORDINARY.megabytes() + " MB");
        says("the body of `POST /intake/web-to-lead`, also", BodyKind.FORM.megabytes() + " MB");
        says("the body of `POST /api/leads`", BodyKind.LEADS.megabytes() + " MB");
        says("the body of `POST /engine-rest/deployment/create`", BodyKind.MODELS.megabytes() + " MB");
        says("the body of `POST /api/redesign/check`", BodyKind.MODELS.megabytes() + " MB");
        says("a file to import", BodyKind.LARGEST_FILE_MEGABYTES + " MB");
        says("the whole body around that file", BodyKind.FILE.megabytes() + " MB");
        assertThat(megabytes("spring.servlet.multipart.max-file-size")).isEqualTo(BodyKind.LARGEST_FILE_MEGABYTES);
        assertThat(megabytes("spring.servlet.multipart.max-request-size")).isEqualTo(BodyKind.FILE.megabytes());
        assertThat(megabytes("spring.servlet.multipart.file-size-threshold"))
                .as("a web form stays in memory")
                .isEqualTo(BodyKind.FORM.megabytes());
        assertThat(megabytes("server.tomcat.max-http-form-post-size")).isEqualTo(BodyKind.ORDINARY.megabytes());
    }

    @Test
    void the_container() {
        says("read on of a refused body", megabytes("server.tomcat.max-swallow-size") + " MB");
        says("fields of a web form", setting("server.tomcat.max-parameter-count"));
        says("parts of a multipart body", setting("server.tomcat.max-part-count"));
        says(
                "head of a request",
                DataSize.parse(setting("server.max-http-request-header-size")).toKilobytes() + " KB");
        says("pause of a sender", setting("server.tomcat.connection-timeout").replace("s", " s"));
    }

    @Test
    void json_answers_and_lists() {
        says("nesting of JSON", JsonLimits.DEEPEST);
        says("digits of a number", JsonLimits.LONGEST_NUMBER);
        says("characters of a name", JsonLimits.LONGEST_NAME);
        says("characters of a text", JsonLimits.LONGEST_TEXT);
        says("violations named in one answer", Invalid.MOST_NAMED);
        says("rows of a page", Page.LARGEST);
        says("rows before a page", Page.DEEPEST);
        says("words of a search", SearchText.MOST_WORDS);
        says("characters of a search", SearchText.LONGEST);
    }

    private static void says(String what, Object limit) {
        assertThat(page.lines().filter(line -> line.startsWith("| " + what)))
                .singleElement()
                .asString()
                .contains("| " + limit + " |");
    }

    private static long megabytes(String name) {
        return DataSize.parse(setting(name)).toMegabytes();
    }

    private static String setting(String name) {
        return String.valueOf(settings.get(name));
    }
}
