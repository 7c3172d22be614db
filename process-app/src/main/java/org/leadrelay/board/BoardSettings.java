package org.leadrelay.board;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the boards.
 *
 * @param recordingBegan outcomes before this day were not recorded: leads that came in earlier are in no number. The start of the log
 *     when not set
 */
@ConfigurationProperties("leadrelay.boards")
record BoardSettings(@Nullable LocalDate recordingBegan) {}
