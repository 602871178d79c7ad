package cn.baosong.filing;

import cn.baosong.filing.repository.UnderReviewTable;
import cn.baosong.review.StatusSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the reports themselves say of being reviewed: for their figures 待审核, for their key fields 冻结. */
@Configuration(proxyBeanMethods = false)
class FilingStatusSources {

    private record Source(String kind, FilingStatus status, UnderReviewTable table) implements StatusSource {

        @Override
        public Set<UUID> underReview(Collection<UUID> among) {
            return table.among(among, status);
        }

        @Override
        public List<UUID> underReview(UUID after, int limit) {
            return table.after(after, status, limit);
        }
    }

    @Bean
    StatusSource filingStatus(UnderReviewTable table) {
        return new Source(FilingSubjects.KIND, FilingStatus.UNDER_REVIEW, table);
    }

    @Bean
    StatusSource keyFieldChangeStatus(UnderReviewTable table) {
        return new Source(KeyFieldChangeSubjects.KIND, FilingStatus.FROZEN, table);
    }
}
