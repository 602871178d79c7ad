package cn.baosong.common.ui;

import java.util.List;

/** Supplies lines of the navigation that are known only when all features stand. */
public interface NavigationSource {

    /** @return the same lines each time, in any order */
    List<NavigationEntry> entries();
}
