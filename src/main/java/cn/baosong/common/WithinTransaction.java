package cn.baosong.common;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was found out under a lock, remembered until the transaction of this thread ends: a lock once held holds, so there
 * is nothing to ask again. Remembers nothing outside a transaction.
 */
public final class WithinTransaction<K, V> {

    public Optional<V> find(K key) {
        return Optional.ofNullable(remembered()).map(values -> values.get(key));
    }

    /** @return {@code value}, for the end of a method */
    public V remember(K key, V value) {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive()) {
            if (remembered() == null) {
                begin();
            }
            remembered().put(key, value);
        }
        return value;
    }

    public void forget(K key) {
        if (remembered() != null) {
            remembered().remove(key);
        }
    }

    private void begin() {
        Map<K, V> values = new HashMap<>();
        TransactionSynchronizationManager.bindResource(this, values);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(WithinTransaction.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(WithinTransaction.this, values);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(WithinTransaction.this);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private Map<K, V> remembered() {
        return (Map<K, V>) TransactionSynchronizationManager.getResource(this);
    }
}
