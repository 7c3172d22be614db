package org.leadrelay.redesign;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Roles;
import org.leadrelay.redesign.Candidates.Upload;
import org.leadrelay.redesign.Candidates.UploadedFile;
import org.leadrelay.testing.Cast;
import org.springframework.boot.test.context.TestComponent;

/** Two process owners who change the models, and an administrator who approves. */
@TestComponent
public class Owners {

    public static final String PETRA = "petra";
    public static final String OLE = "ole";
    public static final String ADMINISTRATOR = "root";

    private final Candidates candidates;
    private final Approval approval;
    private final Cast cast;

    Owners(Candidates candidates, Approval approval, Cast cast) {
        this.candidates = candidates;
        this.approval = approval;
        this.cast = cast;
    }

    public void arrive() {
        cast.actingAsNobody();
        cast.person(PETRA, Roles.PROCESS_OWNER);
        cast.person(OLE, Roles.PROCESS_OWNER);
        cast.person(ADMINISTRATOR, Roles.ADMINISTRATOR);
    }

    /** A shipped file, changed. */
    public static UploadedFile shipped(String name, UnaryOperator<String> change) {
        String before = new String(ReleaseDriver.shipped(file -> file).get(name), StandardCharsets.UTF_8);
        String after = change.apply(before);
        if (before.equals(after)) {
            throw new AssertionError("nothing of " + name + " was changed");
        }
        return new UploadedFile(name, after.getBytes(StandardCharsets.UTF_8));
    }

    public Upload upload(String login, UploadedFile... files) {
        return upload(login, null, files);
    }

    public Upload upload(String login, @Nullable Integer edition, UploadedFile... files) {
        cast.actingAs(login);
        return candidates.upload(List.copyOf(Arrays.asList(files)), Origin.BROWSER, edition);
    }

    /** Uploaded and sealed by Petra. */
    public Release seal(UploadedFile... files) {
        Release draft = upload(PETRA, files).release();
        return approval.seal(draft.number(), draft.edition(), "Tests");
    }

    public Release approve(String login, Release sealed, @Nullable Instant from) {
        cast.actingAs(login);
        Release approved = approval.approve(sealed.number(), sealed.contentHash(), from);
        cast.actingAsNobody();
        return approved;
    }

    /** Sealed by one and approved by another, in force at once. */
    public Release inForce(UploadedFile... files) {
        return approve(OLE, seal(files), null);
    }
}
