package org.leadrelay.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random files of invented people who come again and again: by address, by id, by both, with other
 * cells, with and without an objection; some share name and number and are a pair to decide.
 */
final class RandomPeople {

    private static final String HEADER =
            "Prospect ID,Email,Name,Phone,Company,City,Lead Source,Do Not Email,Do Not Call\n";

    private final Random random;
    private final List<Someone> people = new ArrayList<>();

    private record Someone(String id, String email, String name, String phone) {}

    RandomPeople(long seed, int count) {
        random = new Random(seed);
        for (int i = 0; i < count; i++) {
            // Three at most are alike: of more, the product shows the first few pairs.
            int alike = i - i % 3;
            boolean twin = random.nextInt(4) == 0;
            people.add(new Someone(
                    "p-" + i,
                    "someone" + i + "@people.example",
                    "Person " + (twin ? alike : i),
                    "+49 30 9018" + (1000 + (twin ? alike : i))));
        }
    }

    String file(int rows) {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < rows; i++) {
            file.append(row(people.get(random.nextInt(people.size())))).append('\n');
        }
        return file.toString();
    }

    private String row(Someone one) {
        int known = random.nextInt(4);
        Someone other = people.get(random.nextInt(people.size()));
        return String.join(
                ",",
                known == 0 ? "" : one.id(),
                known == 1 ? "" : random.nextInt(40) == 0 ? other.email() : one.email(),
                random.nextInt(10) == 0 ? other.name() : one.name(),
                random.nextInt(3) == 0 ? "" : one.phone(),
                random.nextInt(2) == 0 ? "" : "Company " + random.nextInt(5),
                random.nextInt(2) == 0 ? "" : "City " + random.nextInt(5),
                random.nextBoolean() ? "Google" : "Referral",
                said(),
                said());
    }

    private String said() {
        return switch (random.nextInt(6)) {
            case 0 -> "Yes";
            case 1 -> "No";
            default -> "";
        };
    }
}
