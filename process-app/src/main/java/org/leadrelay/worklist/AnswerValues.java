package org.leadrelay.worklist;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.stream.Collectors;
import org.leadrelay.charter.Option;
import org.leadrelay.platform.Wording;
import org.leadrelay.workingtime.BusinessCalendar;

/** Strict parser of single answers: a number is not a text, and a choice is one of those offered. */
final class AnswerValues {

    private static final Wording WORDING = Wording.of(AnswerValues.class);

    private static final int LONGEST_TEXT = 10_000;
    private static final BigInteger SMALLEST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9998;

    private final BusinessCalendar calendar;

    AnswerValues(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    Object of(Form.Field field, Object answer) throws WrongAnswer {
        return switch (field.type()) {
            case "string" -> text(field, answer);
            case "long" -> number(field, answer);
            case "boolean" -> yesOrNo(field, answer);
            case "date" -> date(field, answer);
            case "enum" -> choice(field, answer);
            default -> throw new WrongAnswer(WORDING.text("type", field.label(), field.type()));
        };
    }

    static String choices(Form.Field field) {
        return field.options().stream()
                .map(option -> option.value() + " (" + option.label() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String text(Form.Field field, Object answer) throws WrongAnswer {
        if (!(answer instanceof String text)) {
            throw new WrongAnswer(WORDING.text("text", field.label()));
        }
        int length = text.codePointCount(0, text.length());
        Integer shortest = field.minlength();
        if (shortest != null && length < shortest) {
            throw new WrongAnswer(WORDING.text("tooShort", field.label(), length, shortest));
        }
        Integer longest = field.maxlength();
        int most = longest == null ? LONGEST_TEXT : Math.min(longest, LONGEST_TEXT);
        if (length > most) {
            throw new WrongAnswer(WORDING.text("tooLong", field.label(), length, most));
        }
        if (text.indexOf('\0') >= 0 || !wellFormed(text)) {
            throw new WrongAnswer(WORDING.text("characters", field.label()));
        }
        return text;
    }

    private static boolean wellFormed(String text) {
        return text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }

    private static Long number(Form.Field field, Object answer) throws WrongAnswer {
        if (!(answer instanceof Integer
                || answer instanceof Long
                || answer instanceof Short
                || answer instanceof BigInteger)) {
            throw new WrongAnswer(WORDING.text("long", field.label()));
        }
        BigInteger number = new BigInteger(answer.toString());
        BigInteger least = field.min() == null ? SMALLEST : BigInteger.valueOf(field.min());
        BigInteger most = field.max() == null ? LARGEST : BigInteger.valueOf(field.max());
        if (number.compareTo(least) < 0) {
            throw new WrongAnswer(WORDING.text("tooSmall", field.label(), number, least));
        }
        if (number.compareTo(most) > 0) {
            throw new WrongAnswer(WORDING.text("tooLarge", field.label(), number, most));
        }
        return number.longValue();
    }

    private static Boolean yesOrNo(Form.Field field, Object answer) throws WrongAnswer {
        if (answer instanceof Boolean yes) {
            return yes;
        }
        throw new WrongAnswer(WORDING.text("boolean", field.label()));
    }

    private static String choice(Form.Field field, Object answer) throws WrongAnswer {
        if (answer instanceof String chosen
                && field.options().stream().map(Option::value).anyMatch(chosen::equals)) {
            return chosen;
        }
        throw new WrongAnswer(
                field.options().isEmpty()
                        ? WORDING.text("noChoice", field.label())
                        : WORDING.text("choose", field.label(), choices(field)));
    }

    /**
     * A day without a time means the moment work begins on it, or after it when that day stays
     * closed.
     */
    private Date date(Form.Field field, Object answer) throws WrongAnswer {
        try {
            Instant at = instant(answer);
            int year = at.atZone(calendar.zone()).getYear();
            if (year >= FIRST_YEAR && year <= LAST_YEAR) {
                return Date.from(at);
            }
        } catch (DateTimeException e) {
            throw new WrongAnswer(WORDING.text("date", field.label()));
        }
        throw new WrongAnswer(WORDING.text("date", field.label()));
    }

    private Instant instant(Object answer) {
        if (answer instanceof Instant instant) {
            return instant;
        }
        if (answer instanceof LocalDate day) {
            return begins(day);
        }
        if (answer instanceof String text) {
            return text.length() > 10 ? OffsetDateTime.parse(text).toInstant() : begins(LocalDate.parse(text));
        }
        throw new DateTimeException("not a date");
    }

    private Instant begins(LocalDate day) {
        if (Math.abs(day.getYear()) > LAST_YEAR) {
            throw new DateTimeException("out of range");
        }
        return calendar.nextOpening(day.atStartOfDay(calendar.zone()).toInstant());
    }
}
