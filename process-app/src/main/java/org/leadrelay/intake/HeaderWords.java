package org.leadrelay.intake;

import java.util.List;
import java.util.Set;
import org.leadrelay.platform.SearchText;
import org.springframework.util.StringUtils;

/** Tokenizer of a column's name: "isOptedOut" is "is", "opted", "out". */
final class HeaderWords {

    private static final Set<String> OF_COMMA_LANGUAGES =
            Set.copyOf(List.of(("vorname nachname firma unternehmen kunde grosse groesse mitarbeiter"
                            + " mitarbeiterzahl besuche besucher telefon telefonnummer handy"
                            + " ort stadt plz land strasse quelle datum letzte aktivitat"
                            + " anrede ansprechpartner branche punkte umsatz anzahl seiten"
                            + " herkunft wert prenom nom societe entreprise ville pays"
                            + " telephone effectif visites adresse courriel nombre apellido"
                            + " apellidos empresa ciudad pais telefono correo empleados"
                            + " visitas cognome azienda citta dipendenti visite voornaam"
                            + " achternaam bedrijf plaats telefoon werknemers medewerkers"
                            + " bezoeken imie nazwisko firma miasto kraj telefon pracownikow"
                            + " liczba")
                    .split(" ")));

    private HeaderWords() {}

    /** Split at what is no letter or digit and before capitals, without accents. */
    static List<String> of(String name) {
        String parted =
                name.replaceAll("(\\p{Ll}|\\d)(\\p{Lu})", "$1 $2").replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1 $2");
        return List.of(
                StringUtils.tokenizeToStringArray(SearchText.bare(parted).replaceAll("[^\\p{L}\\p{N}]+", " "), " "));
    }

    /** Whether the headings are in a language that writes a decimal comma. */
    static boolean commaLanguage(List<String> header) {
        long known = header.stream()
                .filter(each -> of(each).stream().anyMatch(OF_COMMA_LANGUAGES::contains))
                .count();
        return known > 0 && known * 4 >= header.size();
    }
}
