package cn.baosong.administration;

import cn.baosong.common.Problem;
import java.util.List;
import java.util.UUID;

/**
 * What became of 【变更审核员】 for the enterprises that were ticked (ADM-06, 07).
 *
 * @param desk name of the desk that reviews them first from now on; null where that goes by their regions
 */
public record ReviewerChange(String desk, List<Moved> moved, List<Left> left) {

    /**
     * An enterprise that has another direct desk now.
     *
     * @param from,fromName the desk it had
     * @param to,toName the desk it has
     * @param reviews how many waiting reviews went along
     */
    public record Moved(
            UUID enterprise, String name, UUID from, String fromName, UUID to, String toName, int reviews) {}

    /**
     * An enterprise that stays as it was.
     *
     * @param name null where it is none of the caller's
     */
    public record Left(UUID enterprise, String name, Problem why) {}

    public ReviewerChange {
        moved = List.copyOf(moved);
        left = List.copyOf(left);
    }

    /** @return how many waiting reviews went along with all of them */
    public int reviews() {
        return moved.stream().mapToInt(Moved::reviews).sum();
    }
}
