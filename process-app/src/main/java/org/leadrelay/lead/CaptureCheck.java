package org.leadrelay.lead;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid.Violation;
import org.leadrelay.platform.TextNormalizer;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/** Normalization and validation of a captured record, which finds all violations at once. */
@Component
public class CaptureCheck {

    private static final Wording WORDING = Wording.of(CaptureCheck.class);

    private static final Pattern PREFIX = Pattern.compile("^(?i:p|tel):\\s*");
    private static final int MOST_ATTRIBUTES = 500;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VALUE = 10_000;

    private final FactDefinitions definitions;
    private final Phones phones;
    private final LearnedFacts learned;
    private final Clock clock;

    CaptureCheck(FactDefinitions definitions, Phones phones, LearnedFacts learned, Clock clock) {
        this.definitions = definitions;
        this.phones = phones;
        this.learned = learned;
        this.clock = clock;
    }

    /** What is being put together for one capture. */
    private static final class Draft {
        final Map<String, CheckedCapture.Known> facts = new LinkedHashMap<>();
        final List<Statement> statements = new ArrayList<>();
        final List<Violation> violations = new ArrayList<>();
        final Instant now;

        @Nullable
        String phoneE164;

        Draft(Instant now) {
            this.now = now;
        }

        void wrong(String field, String message) {
            violations.add(new Violation(field, message));
        }
    }

    public CheckedCapture check(Capture capture, Origin origin) {
        Draft draft = new Draft(clock.instant());
        boolean fromFile = origin.kind() == Origin.Kind.IMPORT;
        boolean byForm = origin.kind() == Origin.Kind.FORM;
        capture.fields().forEach((field, value) -> {
            if (byForm && FormRule.isKeptAsSent(field)) {
                asSent(draft, field, value);
            } else {
                field(draft, field, value, fromFile);
            }
        });
        source(draft, origin);
        phone(draft, fromFile);
        capture.attributes()
                .forEach(each -> attribute(draft, byForm ? FormRule.learnedAsSent(each) : learned.keyed(each)));
        moment(draft, capture.at());
        capture.statements().forEach(each -> statement(draft, each));
        identified(draft);
        return new CheckedCapture(
                capture, origin, draft.facts, draft.statements, draft.phoneE164, hash(draft), draft.violations);
    }

    private void field(Draft draft, Field field, String raw, boolean fromFile) {
        String value = unprefixed(field, TextNormalizer.clean(raw));
        if (value.isEmpty()) {
            return;
        }
        String problem = TextRules.problem(value, field.longest());
        if (problem != null) {
            draft.wrong(field.key(), problem);
        } else if (isPlaceholder(field, value)) {
            asSent(draft, field, value);
        } else if (field.isSwitch()) {
            switched(draft, field, value);
        } else if (field == Field.EMAIL) {
            email(draft, raw, value);
        } else if (field == Field.EXTERNAL_ID) {
            externalId(draft, value);
        } else {
            known(draft, field, value, fromFile);
        }
    }

    /** Facebook writes p: before a number, a link tel:. */
    private static String unprefixed(Field field, String value) {
        return field == Field.PHONE ? PREFIX.matcher(value).replaceFirst("") : value;
    }

    private static boolean isPlaceholder(Field field, String value) {
        return switch (field) {
            case EXTERNAL_ID, NUMBER -> Placeholders.isNoId(value);
            case EMAIL -> Placeholders.isNoEmail(value);
            case PHONE -> Placeholders.isNoPhone(value);
            default -> false;
        };
    }

    /** Counts as not given; kept beside the facts, so that what was sent can be seen. */
    private static void asSent(Draft draft, Field field, String value) {
        attribute(draft, new Attribute(field.key(), value));
    }

    private static void externalId(Draft draft, String value) {
        if (Placeholders.isDamaged(value)) {
            draft.wrong(Field.EXTERNAL_ID.key(), WORDING.text("damagedId", value));
        } else {
            put(draft, Field.EXTERNAL_ID, TextNormalizer.code(value));
        }
    }

    private static void email(Draft draft, String raw, String value) {
        Optional<String> normal = Emails.normalise(value);
        if (normal.isEmpty()) {
            draft.wrong(Field.EMAIL.key(), Emails.refusal(raw));
        } else {
            put(draft, Field.EMAIL, normal.get());
        }
    }

    /** From a file, a value that does not fit its type is kept as a text beside the facts. */
    private void known(Draft draft, Field field, String value, boolean fromFile) {
        Optional<FactDefinition> definition = definitions.find(field.key());
        if (definition.isPresent() && definition.get().type() == FactDefinition.Type.NUMBER) {
            Optional<BigDecimal> number = TextRules.number(value);
            String problem = FactValues.problem(definition.get(), number);
            if (problem == null) {
                put(draft, field, number.orElseThrow().stripTrailingZeros().toPlainString());
            } else if (fromFile) {
                attribute(draft, new Attribute(field.label(), value));
            } else {
                draft.wrong(field.key(), problem);
            }
        } else {
            Optional<String> agreed = field == Field.COUNTRY
                    ? Optional.ofNullable(phones.country(value))
                    : definitions.canonical(field.key(), value);
            put(draft, field, agreed.orElse(value));
        }
    }

    private static void put(Draft draft, Field field, String value) {
        draft.facts.put(field.key(), new CheckedCapture.Known(field.label(), value));
    }

    private void source(Draft draft, Origin origin) {
        String given = origin.source();
        if (!draft.facts.containsKey(Field.SOURCE.key()) && given != null && !given.isBlank()) {
            field(draft, Field.SOURCE, given, true);
        }
    }

    private void phone(Draft draft, boolean fromFile) {
        CheckedCapture.Known phone = draft.facts.get(Field.PHONE.key());
        if (phone == null) {
            return;
        }
        if (!Placeholders.isDamaged(phone.value())
                && phone.value().chars().filter(Character::isDigit).count() >= 3) {
            CheckedCapture.Known country = draft.facts.get(Field.COUNTRY.key());
            draft.phoneE164 = phones.e164(phone.value(), country == null ? null : country.value());
        } else if (fromFile) {
            draft.facts.remove(Field.PHONE.key());
            attribute(draft, new Attribute(Field.PHONE.label(), phone.value()));
        } else {
            draft.wrong(Field.PHONE.key(), WORDING.text("phone", TextRules.shortened(phone.value())));
        }
    }

    private static void attribute(Draft draft, Attribute attribute) {
        String name = TextNormalizer.clean(attribute.name());
        String value = TextNormalizer.clean(attribute.value());
        if (name.isEmpty() || value.isEmpty()) {
            return;
        }
        String inName = TextRules.problem(name, LONGEST_NAME);
        String inValue = TextRules.problem(value, LONGEST_VALUE);
        if (inName != null) {
            draft.wrong(TextRules.shortened(name), WORDING.text("inName", inName));
        } else if (inValue != null) {
            draft.wrong(name, inValue);
        } else if (draft.facts.size() >= MOST_ATTRIBUTES) {
            draft.wrong(name, WORDING.text("tooManyFields", MOST_ATTRIBUTES));
        } else {
            String key = Field.of(name).isPresent() ? FormRule.asSent(name) : name;
            draft.facts.putIfAbsent(key, new CheckedCapture.Known(name, value));
        }
    }

    private static void switched(Draft draft, Field field, String value) {
        ConsentCell.Said said = ConsentCell.read(field, value).orElse(null);
        if (said == null) {
            draft.wrong(field.key(), WORDING.text("yesOrNo", TextRules.shortened(value)));
            return;
        }
        String problem = Moments.problem(said.at(), draft.now);
        if (problem != null) {
            draft.wrong(field.key(), problem);
            return;
        }
        boolean agrees = said.meaning() == ConsentCell.Meaning.AGREES;
        if (agrees || said.meaning() == ConsentCell.Meaning.OBJECTS) {
            String basis = agrees ? "consent" : "objection";
            for (Channel each : field.channels()) {
                draft.statements.add(new Statement(each, agrees, "marketing", basis, null, said.at()));
            }
        }
    }

    private static void statement(Draft draft, Statement said) {
        StatementCheck.check("consent.", said, draft.now, draft::wrong);
        draft.statements.add(said);
    }

    private static void moment(Draft draft, @Nullable Instant at) {
        String problem = Moments.problem(at, draft.now);
        if (problem != null) {
            draft.wrong("capturedAt", problem);
        }
    }

    private static void identified(Draft draft) {
        if (draft.violations.isEmpty()
                && !draft.facts.containsKey(Field.EMAIL.key())
                && !draft.facts.containsKey(Field.EXTERNAL_ID.key())
                && !draft.facts.containsKey(Field.PHONE.key())) {
            draft.wrong(Field.EMAIL.key(), WORDING.text("unidentified"));
        }
    }

    private static byte[] hash(Draft draft) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            values(draft).forEach((name, value) -> add(digest, name + '\u0002' + value));
            draft.statements.stream().map(CaptureCheck::hashed).sorted().forEach(each -> add(digest, each));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing in this Java.", e);
        }
    }

    /** With the composed name: so it was when records were remembered that are still compared. */
    private static Map<String, String> values(Draft draft) {
        Map<String, String> values = new TreeMap<>();
        draft.facts.forEach((name, known) -> values.put(name, known.value()));
        String composed = PersonName.joined(values.get(Field.FIRST_NAME.key()), values.get(Field.LAST_NAME.key()));
        if (composed != null) {
            values.putIfAbsent(Field.NAME.key(), composed);
        }
        return values;
    }

    private static String hashed(Statement said) {
        String text = said.channel() + "=" + said.given() + "=" + said.basis();
        return said.at() == null ? text : text + "=" + said.at();
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 1);
    }
}
