package org.leadrelay.platform.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param directory where the embedded PostgreSQL keeps its data; relative to where the application
 *     was started
 */
@ConfigurationProperties("leadrelay.data")
record EmbeddedDatabaseProperties(@DefaultValue("data") Path directory) {}
