package org.leadrelay.demo;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.lead.Origin;

/**
 * Deterministic generator of invented people who fill in the demo's web forms. Some come back later and have
 * done more.
 */
final class SimulatedVisitors {

    private static final List<String> TITLES = List.of(
            "Managing Director",
            "Head of Operations",
            "IT Director",
            "Plant Manager",
            "Marketing Manager",
            "Head of Customer Service",
            "Controller",
            "Purchasing Specialist",
            "Assistant");
    private static final List<String> SOURCES =
            List.of("Google", "Organic Search", "Webinar", "Trade Show", "Referral", "Newsletter", "Google", "partner");
    private static final int FIRST_HOUR = 7;
    private static final int LAST_HOUR = 21;

    private final SimulatedFirms firms = new SimulatedFirms();
    private final LeadCapture captures;
    private final ZoneId zone;
    private final double perWorkday;
    private final long seed;

    /**
     * @param perWorkday how many come on a working day on average; a fifth of it at weekends
     */
    SimulatedVisitors(LeadCapture captures, ZoneId zone, double perWorkday, long seed) {
        this.captures = captures;
        this.zone = zone;
        this.perWorkday = perWorkday;
        this.seed = seed;
    }

    private record Arrival(Instant at, Map<Field, String> fields) {}

    /** Takes in who came after the one instant and not after the other. */
    int come(Instant after, Instant until) {
        int taken = 0;
        for (Arrival each : between(after, until)) {
            captures.capture(
                    new Capture(each.fields(), List.of(), List.of(), null),
                    new Origin("demo-pages", Origin.Kind.API, null, "demo-pages", null));
            taken++;
        }
        return taken;
    }

    /** When the next one comes after that instant. */
    Instant next(Instant after) {
        Instant until = after;
        while (true) {
            until = until.plus(Duration.ofDays(1));
            List<Arrival> some = between(after, until);
            if (!some.isEmpty()) {
                return some.get(0).at();
            }
        }
    }

    private List<Arrival> between(Instant after, Instant until) {
        List<Arrival> found = new ArrayList<>();
        LocalDate last = until.atZone(zone).toLocalDate();
        for (LocalDate day = after.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            of(day).stream()
                    .filter(each -> each.at().isAfter(after) && !each.at().isAfter(until))
                    .forEach(found::add);
        }
        found.sort(Comparator.comparing(Arrival::at));
        return found;
    }

    private List<Arrival> of(LocalDate day) {
        Random chance = new Random(seed + day.toEpochDay() * 7_919);
        boolean weekend = day.getDayOfWeek().getValue() > 5;
        double expected = weekend ? perWorkday / 5 : perWorkday;
        int many = (int) Math.floor(expected * (0.5 + chance.nextDouble()) + chance.nextDouble());
        List<Arrival> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String id = "D-" + day.toEpochDay() + "-" + (i + 1);
            Instant at = at(day, chance);
            boolean comesBack = chance.nextInt(6) == 0;
            all.add(new Arrival(at, person(id, chance, comesBack)));
        }
        return all;
    }

    private Instant at(LocalDate day, Random chance) {
        return day.atTime(FIRST_HOUR + chance.nextInt(LAST_HOUR - FIRST_HOUR), chance.nextInt(60))
                .atZone(zone)
                .toInstant();
    }

    private Map<Field, String> person(String id, Random chance, boolean eager) {
        EnumMap<Field, String> fields = new EnumMap<>(Field.class);
        SimulatedFirms.Firm firm = firms.any(chance);
        String first = SimulatedFirms.first(firm, chance);
        String last = SimulatedFirms.last(firm, chance);
        fields.put(Field.EXTERNAL_ID, id);
        fields.put(Field.FIRST_NAME, first);
        fields.put(Field.LAST_NAME, last);
        if (chance.nextInt(5) > 0) {
            fields.put(Field.COMPANY, firm.name());
            fields.put(Field.COMPANY_SIZE, firm.people());
        }
        fields.put(Field.TITLE, any(TITLES, chance));
        fields.put(Field.CITY, firm.city());
        fields.put(Field.COUNTRY, firm.country());
        fields.put(Field.SOURCE, any(SOURCES, chance));
        fields.put(Field.EMAIL, address(first, last) + "@" + firm.domain());
        Optional<String> phone = FictionNumbers.of(firm.city(), chance);
        if (chance.nextInt(4) > 0) {
            phone.ifPresent(number -> fields.put(Field.PHONE, number));
        }
        fields.put(Field.PROFILE_SCORE, Integer.toString(11 + chance.nextInt(10)));
        fields.put(Field.ACTIVITY_SCORE, Integer.toString(eager ? 18 : 12 + chance.nextInt(6)));
        fields.put(Field.VISITS, Integer.toString(1 + chance.nextInt(12)));
        fields.put(Field.SECONDS_ON_SITE, Integer.toString(60 + chance.nextInt(600)));
        return fields;
    }

    /** As a company writes it: small, and without marks above the letters. */
    private static String address(String first, String last) {
        String plain = Normalizer.normalize(first + "." + last, Normalizer.Form.NFD);
        return plain.replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
    }

    private static String any(List<String> list, Random chance) {
        return list.get(chance.nextInt(list.size()));
    }
}
