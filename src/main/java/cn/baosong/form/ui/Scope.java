package cn.baosong.form.ui;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One row of values being filled in: the form itself, or a row of a dynamic list.
 *
 * @param prefix of its paths, empty for the form
 * @param values flat, changed in place; a null was emptied
 * @param changed told the paths within this row, after they changed together
 */
record Scope(String prefix, Map<String, Object> values, Consumer<List<String>> changed) {

    /** @return the path from the form on; outside of lists the very text the form itself keeps */
    String fullPath(String path) {
        return prefix.isEmpty() ? path : prefix + path;
    }
}
