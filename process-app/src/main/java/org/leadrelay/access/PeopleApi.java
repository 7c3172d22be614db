package org.leadrelay.access;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for administrators: people. */
@RestController
@RequestMapping("/api/admin/people")
@Tag(name = "Administration")
class PeopleApi {

    private final People people;

    PeopleApi(People people) {
        this.people = people;
    }

    record NewPerson(
            @Nullable String login,
            @Nullable String displayName,
            @Nullable String email,
            @Nullable String locale,
            @Nullable Set<String> roles,
            @Nullable String password) {}

    record PasswordBody(@Nullable String password) {}

    record HandOver(@Nullable String successor) {}

    @GetMapping
    Page<Person> all() {
        return Page.ofAll(people.all());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Person create(@RequestBody NewPerson body) {
        return people.create(
                AdministrationInput.login(body.login()),
                new PersonChange(body.displayName(), body.email(), body.locale(), body.roles()),
                given(body.password()));
    }

    @GetMapping("/{login}")
    Person get(@PathVariable String login) {
        return people.get(login);
    }

    @PatchMapping("/{login}")
    Person update(@PathVariable String login, @RequestBody PersonChange change) {
        return people.update(login, change);
    }

    @PostMapping("/{login}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetPassword(@PathVariable String login, @RequestBody PasswordBody body) {
        people.resetPassword(login, given(body.password()));
    }

    @PostMapping("/{login}/deactivate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deactivate(@PathVariable String login, @RequestBody(required = false) @Nullable HandOver body) {
        people.deactivate(login, body == null ? null : body.successor());
    }

    @PostMapping("/{login}/activate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void activate(@PathVariable String login) {
        people.activate(login);
    }

    /** One that is missing is too short. */
    private static String given(@Nullable String password) {
        return password == null ? "" : password;
    }
}
