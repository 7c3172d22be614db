package org.leadrelay.redesign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadrelay.redesign.gate.Finding;
import org.leadrelay.redesign.gate.Gate;
import org.leadrelay.redesign.gate.ModelFile;
import org.springframework.stereotype.Service;

/** Check of files as if they were in the release in force. Changes nothing. */
@Service
class ReleaseCheck {

    private final Gate gate;
    private final Releases releases;
    private final ReleaseFileTable files;

    ReleaseCheck(Gate gate, Releases releases, ReleaseFileTable files) {
        this.gate = gate;
        this.releases = releases;
        this.files = files;
    }

    /**
     * @param sent contents by name; each stands for the file with its id, and what is not sent is as in force
     */
    List<Finding> check(Map<String, byte[]> sent) {
        Gate.Reading reading = gate.read(sent);
        if (!reading.findings().isEmpty()) {
            return reading.findings();
        }
        Set<String> replaced = reading.files().stream().map(ReleaseCheck::key).collect(Collectors.toSet());
        List<ModelFile> whole = new ArrayList<>(reading.files());
        files.of(releases.current().release()).stream()
                .map(ReleaseFile::file)
                .filter(file -> !replaced.contains(key(file)))
                .forEach(whole::add);
        return gate.check(whole);
    }

    private static String key(ModelFile file) {
        return file.kind().code() + " " + file.id();
    }
}
