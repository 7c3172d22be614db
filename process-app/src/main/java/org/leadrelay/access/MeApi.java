package org.leadrelay.access;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints about the caller's own account. */
@RestController
@RequestMapping("/api/me")
@Tag(name = "Me")
class MeApi {

    private final CurrentPerson currentPerson;
    private final Passwords passwords;

    MeApi(CurrentPerson currentPerson, Passwords passwords) {
        this.currentPerson = currentPerson;
        this.passwords = passwords;
    }

    record PasswordChange(
            @Nullable String oldPassword, @Nullable String newPassword) {}

    @GetMapping
    Actor me() {
        return currentPerson.get();
    }

    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody PasswordChange body) {
        if (body.oldPassword() == null) {
            throw Invalid.field("oldPassword", "'oldPassword' is missing.", "Send it.");
        }
        if (body.newPassword() == null) {
            throw Invalid.field("newPassword", "'newPassword' is missing.", "Send it.");
        }
        passwords.change(body.oldPassword(), body.newPassword());
    }
}
