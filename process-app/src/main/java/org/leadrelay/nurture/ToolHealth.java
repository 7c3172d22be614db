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
    private final ToolStanding standings;

    ToolHealth(ToolSettings settings, ToolStanding standings) {
        this.settings = settings;
        this.standings = standings;
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail("configured", settings.names())
                .withDetail("troubled", standings.all().values())
                .build();
    }
}
