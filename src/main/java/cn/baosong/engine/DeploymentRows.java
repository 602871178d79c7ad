package cn.baosong.engine;

import cn.baosong.common.PlatformTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine's table of deployments, read with times as everybody else has them. */
@Component
class DeploymentRows {

    private final JdbcClient jdbc;

    DeploymentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return deployments from the {@code first} on, the newest first, without what they define */
    List<ModelDeployment> newest(int first, int most) {
        return jdbc.sql("""
                        SELECT id_, name_, source_, deploy_time_ FROM act_re_deployment
                        ORDER BY deploy_time_ DESC, id_ LIMIT :most OFFSET :first
                        """)
                .param("most", most)
                .param("first", first)
                .query(DeploymentRows::deployment)
                .list();
    }

    /** @return the deployment, without what it defines */
    ModelDeployment byId(String id) {
        return jdbc.sql("SELECT id_, name_, source_, deploy_time_ FROM act_re_deployment WHERE id_ = :id")
                .param("id", id)
                .query(DeploymentRows::deployment)
                .single();
    }

    private static ModelDeployment deployment(ResultSet row, int number) throws SQLException {
        return new ModelDeployment(
                row.getString("id_"),
                row.getString("name_"),
                row.getString("source_"),
                row.getObject("deploy_time_", LocalDateTime.class)
                        .atZone(PlatformTime.ZONE)
                        .toInstant(),
                List.of());
    }
}
