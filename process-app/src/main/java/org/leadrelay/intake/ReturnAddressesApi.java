package org.leadrelay.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.platform.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for the addresses to which web forms may send their visitors afterwards. */
@RestController
@RequestMapping("/api/intake/return-addresses")
@Tag(name = "Intake settings")
class ReturnAddressesApi {

    private final ReturnAddresses returns;
    private final CurrentPerson person;

    ReturnAddressesApi(ReturnAddresses returns, CurrentPerson person) {
        this.returns = returns;
        this.person = person;
    }

    record AddressBody(@Nullable String prefix) {}

    @GetMapping
    @Operation(summary = "Where web forms may send their visitors afterwards")
    Page<String> returnAddresses() {
        person.get().mustHave(Permission.READ_RETURN_ADDRESSES, Permission.KEEP_RETURN_ADDRESSES);
        return Page.ofAll(returns.all());
    }

    @PostMapping
    Page<String> allow(@RequestBody AddressBody body) {
        returns.allow(body.prefix() == null ? "" : body.prefix(), person.get());
        return Page.ofAll(returns.all());
    }

    @DeleteMapping
    ResponseEntity<Void> forbid(@RequestParam String prefix) {
        returns.forbid(prefix, person.get());
        return ResponseEntity.noContent().build();
    }
}
