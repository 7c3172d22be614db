package org.leadrelay.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Language;
import org.leadrelay.platform.RetryOnCollision;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Language preference of the current person: their own choice, or as the browser asks. What the browser asked for
 * last is kept too, because mail has no browser.
 */
@Service
@RetryOnCollision
public class LanguagePreference {

    private final PersonRepository persons;
    private final CurrentPerson currentPerson;

    LanguagePreference(PersonRepository persons, CurrentPerson currentPerson) {
        this.persons = persons;
        this.currentPerson = currentPerson;
    }

    /** Empty for whoever is answered as their browser asks. */
    @Transactional(readOnly = true)
    public Optional<Language> choice() {
        return persons.findById(currentPerson.get().login())
                .map(PersonEntity::locale)
                .flatMap(Language::ofCode);
    }

    /**
     * @param language null is as the browser asks
     */
    @Transactional
    public void choose(@Nullable Language language) {
        persons.lock(currentPerson.get().login()).ifPresent(person -> person.speak(language));
        persons.flush();
    }

    /** The language in which a page was opened; written when it is another than the last time. */
    @Transactional
    public void seen(Language language) {
        persons.speaks(currentPerson.get().login(), language.code());
    }
}
