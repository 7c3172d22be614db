package org.leadrelay.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.core.io.ClassPathResource;

/**
 * Invented companies of the demo, from {@code demo/firms.csv}, and the people who work there. Domains lie below
 * the top level that is reserved for examples (RFC 2606).
 */
final class SimulatedFirms {

    private static final Map<String, People> PEOPLE = Map.of(
            "Germany",
                    people(
                            "Aisha Anke Bernd Clara Elif Felix Greta Hannes Ines Jakob Katja Lars Mira Nils Olga Paul",
                            "Albers Brandt Demir Engel Fischer Graf Hoffmann Jansen Keller Lange Meurer Ostermann"
                                    + " Richter Schuster Ullrich Wolf"),
            "Austria",
                    people("Andreas Barbara Eva Florian Johanna Lukas", "Gruber Huber Leitner Moser Pichler Steiner"),
            "Switzerland", people("Beat Corinne Luca Nicole Reto Ursina", "Ammann Bianchi Favre Kunz Schmid Zimmerli"),
            "Netherlands", people("Bram Daan Femke Jeroen Sanne Wout", "Bakker Dekker Jonker Kuipers Smit Verbeek"),
            "United Kingdom",
                    people(
                            "Amelia Callum Eleanor Harriet Imran Lewis Nadia Oliver Priya Rhys",
                            "Abbott Barker Chaudhry Ellison Fletcher Hargreaves Larkin Okoro Prescott Whitfield"),
            "France",
                    people("Antoine Camille Hugo Inès Mathilde Rémi", "Bernard Chevalier Faure Lambert Moreau Roussel"),
            "United States",
                    people("Aaron Brooke Diego Grace Malik Tessa", "Alvarez Bennett Coleman Hayes Nguyen Walker"),
            "Australia", people("Ella Jack Matilda Noah", "Carmichael Doyle Ferguson Tran"));

    private static final People NORTH =
            people("Astrid Erik Freja Ingrid Magnus Tuva", "Dahl Eriksen Holm Lindberg Nygaard Solberg");

    private final List<Firm> all;

    SimulatedFirms() {
        try {
            all = new ClassPathResource("demo/firms.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(part -> new Firm(part[0], part[1] + ".example", part[2], part[3], part[4]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A company.
     *
     * @param people how many work there
     */
    record Firm(String name, String domain, String people, String city, String country) {}

    private record People(List<String> first, List<String> last) {}

    List<Firm> all() {
        return all;
    }

    Firm any(Random chance) {
        return all.get(chance.nextInt(all.size()));
    }

    static String first(Firm firm, Random chance) {
        return any(PEOPLE.getOrDefault(firm.country(), NORTH).first(), chance);
    }

    static String last(Firm firm, Random chance) {
        return any(PEOPLE.getOrDefault(firm.country(), NORTH).last(), chance);
    }

    private static People people(String first, String last) {
        return new People(List.of(first.split(" ")), List.of(last.split(" ")));
    }

    private static String any(List<String> list, Random chance) {
        return list.get(chance.nextInt(list.size()));
    }
}
