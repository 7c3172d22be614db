package org.leadrelay.platform.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;

/**
 * Database roles of the embedded server, by the script that a server of one's own is prepared with. A directory that an
 * earlier version made, where one superuser owned everything, is handed over by it.
 */
final class ServerRoles {

    static final String OWNER = "leadrelay_owner";
    static final String APPLICATION = "leadrelay_app";

    private static final ClassPathResource SCRIPT = new ClassPathResource("db/roles.sql");

    private ServerRoles() {}

    /** As a superuser, at each start; does nothing where everything is as it should be. */
    static void prepare(DataSource superuser) throws IOException {
        try (Connection connection = superuser.getConnection();
                Statement script = connection.createStatement()) {
            script.execute(SCRIPT.getContentAsString(StandardCharsets.UTF_8));
        } catch (SQLException e) {
            throw new IOException("The roles of the database could not be made.", e);
        }
    }
}
