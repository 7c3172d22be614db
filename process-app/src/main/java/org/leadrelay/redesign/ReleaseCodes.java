package org.leadrelay.redesign;

import java.util.Locale;
import org.leadrelay.redesign.gate.FileKind;
import org.leadrelay.redesign.gate.Severity;

/** Codec between constants and the codes that the tables hold. */
final class ReleaseCodes {

    private ReleaseCodes() {}

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ReleaseRow.State state(String code) {
        return ReleaseRow.State.valueOf(name(code));
    }

    static FileKind kind(String code) {
        return FileKind.valueOf(name(code));
    }

    static Severity severity(String code) {
        return Severity.valueOf(name(code));
    }

    static Origin origin(String code) {
        return Origin.valueOf(name(code));
    }

    static ReleaseEvent.Kind event(String code) {
        return ReleaseEvent.Kind.valueOf(name(code));
    }

    private static String name(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
