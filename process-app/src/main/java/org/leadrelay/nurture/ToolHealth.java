package org.leadrelay.nurture;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Health indicator of marketing tools: what waits for each and what it did not take. It is never down, for a tool that
 * does not answer is no reason to take a node away.
 */
@Component("nurtureTools")
class ToolHealth implements HealthIndicator {

    private final ToolSettings settings;
    private final ToolBacklog backlogs;

    ToolHealth(ToolSettings settings, ToolBacklog backlogs) {
        this.settings = settings;
        this.backlogs = backlogs;
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail("configured", settings.names())
                .withDetail("troubled", backlogs.all().values())
                .build();
    }
}
