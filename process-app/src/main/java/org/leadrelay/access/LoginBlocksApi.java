package org.leadrelay.access;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.leadrelay.access.LoginBlocks.LoginBlock;
import org.leadrelay.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for administrators: logins and addresses blocked after wrong passwords. */
@RestController
@RequestMapping("/api/admin/login-blocks")
@Tag(name = "Administration")
class LoginBlocksApi {

    private final LoginBlocks blocks;

    LoginBlocksApi(LoginBlocks blocks) {
        this.blocks = blocks;
    }

    @GetMapping
    Page<LoginBlock> loginBlocks() {
        return Page.ofAll(blocks.all());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void liftLoginBlock(@PathVariable long id) {
        blocks.lift(id);
    }
}
