package org.leadrelay.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.board.RecomputedNumbers.Split;
import org.leadrelay.charter.Charter;
import org.leadrelay.export.JourneyExports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Comparison of every number of every board with what the independent program makes of the exported logs. */
public final class BoardsOnRecord {

    private static final Logger LOG = LoggerFactory.getLogger(BoardsOnRecord.class);

    private final BoardReports reports;
    private final Charter charter;
    private final List<String> exported = new ArrayList<>();
    private final Map<String, BigDecimal> costs = new HashMap<>();
    private final Map<String, String> campaigns = new HashMap<>();
    private final Map<String, List<String>> teams = new HashMap<>();

    public BoardsOnRecord(BoardReports reports, JourneyExports exports, Charter charter, Collection<UUID> leads)
            throws IOException {
        this.reports = reports;
        this.charter = charter;
        for (UUID lead : leads) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            exports.zip(lead, file);
            exported.add(textOf(file.toByteArray()));
        }
    }

    /** The lines, and whom they mean. */
    private static String textOf(byte[] zip) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().endsWith(".jsonl")) {
                    text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return text.toString();
    }

    /** What the program is told of costs, by source and month: {@code Fair 2026-03}. */
    Map<String, BigDecimal> costs() {
        return costs;
    }

    /** Of the captures, by the id of the journey: the log names none. */
    public Map<String, String> campaigns() {
        return campaigns;
    }

    /** By login. */
    public Map<String, List<String>> teams() {
        return teams;
    }

    /**
     * Fails where any number differs.
     *
     * @return the numbers
     */
    public Map<String, String> compare(@Nullable Grouping by, Instant asOf) throws Exception {
        Map<String, String> product = product(by);
        Map<String, String> recomputed = RecomputedBoards.of(
                exported,
                asOf,
                HorizonRule.USUAL,
                charter.calendar().zone(),
                new Split(by == null ? "" : by.code(), campaigns, teams, costs));
        recomputed.values().removeIf(said -> said.startsWith("0 of 0, 0 running"));
        LOG.info("{} leads by {}, {} numbers recomputed from their exported logs", exported.size(), by, product.size());
        assertThat(product).isEqualTo(recomputed);
        return product;
    }

    private Map<String, String> product(@Nullable Grouping by) {
        BoardFilter filter =
                new BoardFilter(null, null, null, null, null, null, null, null, null, null, by, HorizonRule.USUAL);
        Map<String, String> said = new TreeMap<>();
        for (Board board : Board.values()) {
            for (NumberResult number : reports.board(board, filter).numbers()) {
                if (number.n() + number.d() + number.running() > 0) {
                    said.put(
                            number.id() + " " + (number.group() == null ? "" : number.group()),
                            RecomputedNumbers.said(number.n(), number.d(), number.running(), number.value()));
                }
            }
        }
        return said;
    }
}
