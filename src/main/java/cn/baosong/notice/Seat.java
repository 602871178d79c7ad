package cn.baosong.notice;

import java.util.List;

/**
 * A place from which somebody reads: an enterprise in its region, or a desk. Who sits on several sees what any of them
 * sees.
 *
 * @param path codes of the region with all above it, top first; empty for none, which for a desk is the whole nation
 * @param inside whether notices for regions inside this one are read as well, as administrators do
 */
public record Seat(Audience audience, List<String> path, boolean inside) {

    public Seat {
        path = List.copyOf(path);
    }
}
