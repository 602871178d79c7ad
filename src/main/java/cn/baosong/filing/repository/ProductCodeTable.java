package cn.baosong.filing.repository;

import cn.baosong.filing.ProductCode;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the catalogue of products. */
@Repository
public class ProductCodeTable {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    ProductCodeTable(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    public List<ProductCode> search(String text, int limit) {
        return jdbc.sql("""
                        SELECT code, name, unit FROM product_code
                        WHERE starts_with(code, :text) OR strpos(lower(name), lower(:text)) > 0
                        ORDER BY code LIMIT :limit
                        """)
                .param("text", text)
                .param("limit", limit)
                .query((row, number) ->
                        new ProductCode(row.getString("code"), row.getString("name"), row.getString("unit")))
                .list();
    }

    public int count() {
        return jdbc.sql("SELECT count(*) FROM product_code")
                .query(Integer.class)
                .single();
    }

    public void replace(Collection<ProductCode> entries) {
        jdbc.sql("DELETE FROM product_code").update();
        batch.batchUpdate(
                "INSERT INTO product_code (code, name, unit) VALUES (?, ?, ?)", entries, BATCH, (statement, entry) -> {
                    statement.setString(1, entry.code());
                    statement.setString(2, entry.name());
                    statement.setString(3, entry.unit());
                });
    }
}
