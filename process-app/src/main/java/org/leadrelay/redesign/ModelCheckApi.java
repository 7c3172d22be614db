package org.leadrelay.redesign;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** REST endpoint that checks models without keeping them, for anybody's build. */
@RestController
@RequestMapping("/api/redesign")
@Tag(name = "Releases")
class ModelCheckApi {

    private static final Wording WORDING = Wording.of(ModelCheckApi.class);

    private final ReleaseCheck check;

    ModelCheckApi(ReleaseCheck check) {
        this.check = check;
    }

    record Findings(List<FindingView> findings) {}

    @PostMapping(path = "/check", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Check models and tables",
            description =
                    "files: up to 30, 10 MB together. Each stands for the one with the same process or decision id;"
                            + " what is not sent is as in the release in force. Changes nothing. Refusals first.")
    Findings check(@RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files)
            throws IOException {
        if (files == null || files.isEmpty()) {
            throw Invalid.field("files", WORDING.text("noFiles"));
        }
        Map<String, byte[]> sent = new LinkedHashMap<>();
        for (MultipartFile file : files) {
            // two files may have one name; what stands before a slash is none of it
            sent.put(sent.size() + "/" + file.getOriginalFilename(), file.getBytes());
        }
        return new Findings(check.check(sent).stream().map(FindingView::of).toList());
    }
}
