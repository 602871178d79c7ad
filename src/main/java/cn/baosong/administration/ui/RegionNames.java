package cn.baosong.administration.ui;

import cn.baosong.common.CodeLists;
import java.util.Locale;

/** Says a region with those around it. */
final class RegionNames {

    private RegionNames() {}

    /** @param region code; null or unknown says nothing */
    static String path(CodeLists codes, String region, Locale locale) {
        return region == null ? "" : codes.pathName("region", region, locale);
    }
}
