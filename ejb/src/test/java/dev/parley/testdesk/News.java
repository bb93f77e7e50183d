package dev.parley.testdesk;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Brings events to {@code @Observes} methods: in the transaction, or after its success. */
final class News {
    private record Observer(Class<?> type, TransactionPhase phase, Consumer<Object> target) {}

    private final TestTransaction transaction;
    private final List<Observer> observers = new CopyOnWriteArrayList<>();

    News(TestTransaction transaction) {
        this.transaction = transaction;
    }

    void observe(Object bean) {
        for (Method method : bean.getClass().getDeclaredMethods()) {
            for (Parameter parameter : method.getParameters()) {
                Observes observes = parameter.getAnnotation(Observes.class);
                if (observes == null) continue;
                method.setAccessible(true);
                observers.add(
                        new Observer(parameter.getType(), observes.during(), event -> invoke(method, bean, event)));
            }
        }
    }

    void observeAfterSuccess(Consumer<Object> listener) {
        observers.add(new Observer(Object.class, TransactionPhase.AFTER_SUCCESS, listener));
    }

    private static void invoke(Method method, Object bean, Object event) {
        try {
            method.invoke(bean, event);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException runtime) throw runtime;
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    Event<?> event() {
        return (Event<?>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, args) -> {
                    if (!method.getName().equals("fire")) throw new UnsupportedOperationException(method.getName());
                    fire(args[0]);
                    return null;
                });
    }

    private void fire(Object event) {
        List<Observer> interested = new ArrayList<>();
        for (Observer observer : observers) if (observer.type().isInstance(event)) interested.add(observer);
        for (Observer observer : interested) {
            if (observer.phase() == TransactionPhase.IN_PROGRESS)
                observer.target().accept(event);
            else transaction.afterSuccess(() -> observer.target().accept(event));
        }
    }
}
