package cn.baosong.review;

import cn.baosong.organization.DeskLevel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/**
 * A review that waits at a desk.
 *
 * @param taskKey id of the user task in the model, such as {@code review-direct}
 * @param detail the subject's second line, empty for none
 * @param since when it came to this desk
 * @param requested why the enterprise asks to have it returned (请求退回), null where it does not
 * @param due when it is overdue at this desk, null for never
 * @param directDesk where it came to first (直接授权审核员), null where there was no first desk
 * @param directDeskName null with {@code directDesk}
 * @param enterprise whose it is, null where that is none yet
 * @param userId login name of the enterprise, null where there is none
 * @param period report month, null for kinds without
 * @param screening null for kinds without
 * @param warnings rules violated that do not block
 * @param figure headline figure of the scheme, null where there is none
 * @param growth of the figure, %, null where there is nothing to compare with
 */
public record ReviewItem(
        UUID id,
        String taskId,
        String taskKey,
        String kind,
        UUID subject,
        String title,
        String detail,
        String region,
        UUID desk,
        DeskLevel level,
        Instant since,
        String requested,
        Instant due,
        UUID directDesk,
        String directDeskName,
        UUID enterprise,
        String userId,
        YearMonth period,
        Screening screening,
        int warnings,
        BigDecimal figure,
        BigDecimal growth) {}
