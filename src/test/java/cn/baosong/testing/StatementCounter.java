package cn.baosong.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what is sent to the database while it is asked to; otherwise it hands out the pool's connections untouched. */
public final class StatementCounter extends DelegatingDataSource {

    public static final String COMMIT = "COMMIT";

    private volatile Map<String, Integer> counts;
    private volatile Thread only;

    StatementCounter(DataSource pool) {
        super(pool);
    }

    /** @return how often each statement was sent while {@code work} ran, a batch counting once; commits under COMMIT */
    public Map<String, Integer> count(Runnable work) {
        counts = new ConcurrentHashMap<>();
        try {
            work.run();
            return new TreeMap<>(counts);
        } finally {
            counts = null;
        }
    }

    /** As {@link #count}, leaving out what other threads do meanwhile. */
    public Map<String, Integer> countOfThisThread(Runnable work) {
        only = Thread.currentThread();
        try {
            return count(work);
        } finally {
            only = null;
        }
    }

    private boolean isAsked() {
        Thread asked = only;
        return counts != null && (asked == null || asked == Thread.currentThread());
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return !isAsked() ? connection : wrap(Connection.class, connection, this::onConnection);
    }

    private Object onConnection(Object connection, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("commit")) {
            add(COMMIT);
        }
        Object result = call(connection, method, arguments);
        if (result instanceof PreparedStatement statement) {
            return wrap(PreparedStatement.class, statement, counting((String) arguments[0]));
        }
        return result instanceof Statement statement
                ? wrap(Statement.class, statement, counting("(plain statement)"))
                : result;
    }

    private Handler counting(String sql) {
        return (statement, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                add(sql.strip().replaceAll("\\s+", " "));
            }
            return call(statement, method, arguments);
        };
    }

    private void add(String what) {
        Map<String, Integer> open = counts;
        if (open != null) {
            open.merge(what, 1, Integer::sum);
        }
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private interface Handler {
        Object handle(Object target, Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T wrap(Class<T> type, T target, Handler handler) {
        InvocationHandler calls = (proxy, method, arguments) -> handler.handle(target, method, arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls));
    }

    /** Whoever looks through this finds the pool: the migrations derive their own connections from its settings. */
    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(getTargetDataSource()) || super.isWrapperFor(type);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(getTargetDataSource()) ? type.cast(getTargetDataSource()) : super.unwrap(type);
    }

    /** Puts the counter before the application's pool. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Beans {

        @Bean
        static BeanPostProcessor statementCounter() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return name.equals("dataSource") && bean instanceof DataSource pool
                            ? new StatementCounter(pool)
                            : bean;
                }
            };
        }
    }
}
