package org.leadrelay.access;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.ApiKeys.ApiKey;
import org.leadrelay.access.ApiKeys.NewApiKey;
import org.leadrelay.access.Teams.Team;
import org.leadrelay.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for administrators: roles, teams and API keys. */
@RestController
@RequestMapping("/api/admin")
@Tag(name = "Administration")
class AdministrationApi {

    private final Teams teams;
    private final ApiKeys keys;

    AdministrationApi(Teams teams, ApiKeys keys) {
        this.teams = teams;
        this.keys = keys;
    }

    record TeamBody(@Nullable String name, @Nullable Set<String> members) {

        String givenName() {
            return AdministrationInput.text("name", name, 80);
        }

        Set<String> givenMembers() {
            return members == null ? Set.of() : members;
        }
    }

    record KeyBody(
            @Nullable String name,
            @Nullable String origin,
            @Nullable String source,
            @Nullable List<String> scopes) {}

    record ScopesBody(@Nullable List<String> scopes) {}

    @GetMapping("/teams")
    Page<Team> teams() {
        return Page.ofAll(teams.all());
    }

    @PostMapping("/teams")
    @ResponseStatus(HttpStatus.CREATED)
    Team createTeam(@RequestBody TeamBody body) {
        return teams.create(body.givenName(), body.givenMembers());
    }

    @PutMapping("/teams/{id}")
    Team updateTeam(@PathVariable UUID id, @RequestBody TeamBody body) {
        return teams.update(id, body.givenName(), body.givenMembers());
    }

    @DeleteMapping("/teams/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteTeam(@PathVariable UUID id) {
        teams.delete(id);
    }

    @GetMapping("/keys")
    Page<ApiKey> keys() {
        return Page.ofAll(keys.all());
    }

    @PostMapping("/keys")
    @ResponseStatus(HttpStatus.CREATED)
    NewApiKey createKey(@RequestBody KeyBody body) {
        return keys.create(
                AdministrationInput.text("name", body.name(), 80),
                body.origin(),
                body.source(),
                ApiKeys.scopes(body.scopes()));
    }

    @PutMapping("/keys/{id}/scopes")
    ApiKey openKey(@PathVariable UUID id, @RequestBody ScopesBody body) {
        return keys.open(id, ApiKeys.scopes(body.scopes()));
    }

    @DeleteMapping("/keys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeKey(@PathVariable UUID id) {
        keys.revoke(id);
    }
}
