package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.leadrelay.testing.DatabaseContents;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SharedServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Schema comparison for migrations that are written anew before they are released: {@code
 * -Dschema.before=<commit>} makes one database by the scripts of that commit and one by those of the
 * working tree. Objects, their definitions and every row must be equal; the order of columns may
 * differ. Migrations in Java are those of the working tree for both.
 */
@ProductTest
@EnabledIfSystemProperty(named = "schema.before", matches = ".+")
class SameSchemaTest {

    private static final String SCRIPTS = "src/main/resources/db/migration/";
    private static final Pattern MOMENT = Pattern.compile("\"(\\d{4}-\\d\\d-\\d\\dT[^\"]+)\"");

    @Autowired
    Flyway product;

    private final Instant start = Instant.now().minusSeconds(60);

    @Test
    void the_scripts_of_both_make_the_same_database(@TempDir Path scripts) throws Exception {
        // given
        export(System.getProperty("schema.before"), scripts);

        // when
        Set<String> before = migrated("filesystem:" + scripts);
        Set<String> after = migrated("classpath:db/migration");

        // then
        List<String> differences = new ArrayList<String>();
        before.stream().filter(each -> !after.contains(each)).forEach(each -> differences.add("before: " + each));
        after.stream().filter(each -> !before.contains(each)).forEach(each -> differences.add("now: " + each));
        assertThat(before).hasSizeGreaterThan(1000);
        assertThat(differences).isEmpty();
    }

    private Set<String> migrated(String scripts) {
        DataSource database = new DriverManagerDataSource(SharedServer.newDatabase(), "postgres", "");
        Flyway.configure()
                .dataSource(database)
                .locations(scripts)
                .javaMigrations(product.getConfiguration().getJavaMigrations())
                .load()
                .migrate();
        return DatabaseContents.of(JdbcClient.create(database)).stream()
                .map(this::atNoMoment)
                .collect(Collectors.toSet());
    }

    /** The moment of the migration, which no two databases share, becomes one word. */
    private String atNoMoment(String line) {
        return MOMENT.matcher(line).replaceAll(each -> isNow(each.group(1)) ? "\"now\"" : "$0");
    }

    private boolean isNow(String moment) {
        try {
            String zoned = moment.matches(".*([+-]\\d\\d:\\d\\d|Z)") ? moment : moment + "Z";
            return OffsetDateTime.parse(zoned).toInstant().isAfter(start);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static void export(String commit, Path directory) throws IOException, InterruptedException {
        for (String path :
                git("ls-tree", "--name-only", commit, SCRIPTS).lines().toList()) {
            Files.writeString(directory.resolve(Path.of(path).getFileName()), git("show", commit + ":./" + path));
        }
    }

    private static String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as("%s", command).isZero();
        return said;
    }
}
