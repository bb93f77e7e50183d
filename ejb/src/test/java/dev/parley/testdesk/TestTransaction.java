package dev.parley.testdesk;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** One transaction a thread, with one entity manager; without one every call gets an entity manager of its own. */
final class TestTransaction implements UserTransaction {
    private final EntityManagerFactory factory;
    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();
    private final ThreadLocal<List<Runnable>> afterSuccess = ThreadLocal.withInitial(ArrayList::new);

    TestTransaction(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /** What a server injects as {@code @PersistenceContext}. */
    EntityManager entityManager() {
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, args) -> {
                    EntityManager bound = current.get();
                    EntityManager target = bound != null ? bound : factory.createEntityManager();
                    try {
                        return method.invoke(target, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Runs it when the transaction has committed, or at once where there is none. */
    void afterSuccess(Runnable work) {
        if (current.get() == null) work.run();
        else afterSuccess.get().add(work);
    }

    @Override
    public void begin() {
        if (current.get() != null) throw new IllegalStateException("a transaction is open already");
        EntityManager em = factory.createEntityManager();
        em.getTransaction().begin();
        current.set(em);
        afterSuccess.get().clear();
    }

    @Override
    public void commit() throws RollbackException {
        EntityManager em = current.get();
        try {
            em.getTransaction().commit();
        } catch (RuntimeException e) {
            RollbackException failed = new RollbackException(e.getMessage());
            failed.initCause(e);
            throw failed;
        } finally {
            end(em);
        }
        List<Runnable> works = List.copyOf(afterSuccess.get());
        afterSuccess.get().clear();
        works.forEach(Runnable::run);
    }

    @Override
    public void rollback() {
        EntityManager em = current.get();
        try {
            if (em.getTransaction().isActive()) em.getTransaction().rollback();
        } finally {
            end(em);
            afterSuccess.get().clear();
        }
    }

    private void end(EntityManager em) {
        current.remove();
        em.close();
    }

    @Override
    public void setRollbackOnly() {
        current.get().getTransaction().setRollbackOnly();
    }

    @Override
    public int getStatus() {
        return current.get() == null ? Status.STATUS_NO_TRANSACTION : Status.STATUS_ACTIVE;
    }

    @Override
    public void setTransactionTimeout(int seconds) {
        // the tests have their own time-outs
    }
}
