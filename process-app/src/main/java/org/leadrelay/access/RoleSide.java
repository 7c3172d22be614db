package org.leadrelay.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;

/** Side of the charter on which a role's promises are counted. The group of a role of neither is its own name. */
public enum RoleSide {
    MARKETING,
    SALES,
    NEITHER;

    private static final Wording WORDING = Wording.of(RoleSide.class);

    /** As REST and the database write it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty where there is no such side. */
    public static Optional<RoleSide> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /**
     * @throws Invalid naming the sides, when there is no such one
     */
    static RoleSide known(String code) {
        return of(code).orElseThrow(() -> Invalid.field(
                "side",
                WORDING.text(
                        "noSide",
                        code,
                        Arrays.stream(values()).map(RoleSide::code).collect(Collectors.joining(", ")))));
    }
}
