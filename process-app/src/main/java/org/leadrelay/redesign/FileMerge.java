package org.leadrelay.redesign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Three-way merge of the files of releases, file by file: what was not changed here is as it is there; what was changed here
 * stays.
 *
 * @param files by id
 * @param lookAgain names of the files that were changed here and, otherwise, there
 */
record FileMerge(Map<String, ReleaseFile> files, List<String> lookAgain) {

    /**
     * @param common what both began with
     * @param here the changes that are kept
     * @param there what has taken effect meanwhile
     */
    static FileMerge of(
            Map<String, ReleaseFile> common, Map<String, ReleaseFile> here, Map<String, ReleaseFile> there) {
        Map<String, ReleaseFile> files = new TreeMap<>();
        List<String> lookAgain = new ArrayList<>();
        Set<String> ids = new TreeSet<>(common.keySet());
        ids.addAll(here.keySet());
        ids.addAll(there.keySet());
        for (String id : ids) {
            ReleaseFile was = common.get(id);
            ReleaseFile own = here.get(id);
            ReleaseFile other = there.get(id);
            ReleaseFile merged = same(was, own) ? other : own;
            if (merged != null) {
                files.put(id, merged);
            }
            if (!same(was, own) && !same(was, other) && !same(own, other)) {
                lookAgain.add(own == null ? id : own.file().name());
            }
        }
        return new FileMerge(files, lookAgain);
    }

    private static boolean same(@Nullable ReleaseFile one, @Nullable ReleaseFile other) {
        return one == null ? other == null : other != null && one.sha256().equals(other.sha256());
    }
}
