package dev.parley.testdesk;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Makes one bean of each class that is asked for and injects it by type: constructors and fields, nothing else. */
final class Wiring {
    private final Map<Class<?>, Object> beans = new HashMap<>();
    private final News news;

    Wiring(News news) {
        this.news = news;
    }

    /** This is what is injected where {@code type} is asked for. */
    <T> void provide(Class<T> type, T bean) {
        beans.put(type, bean);
    }

    /** One at a time: what is half made is known already, so that two beans can have each other. */
    synchronized <T> T get(Class<T> type) {
        Object known = beans.get(type);
        if (known != null) return type.cast(known);
        try {
            return type.cast(make(type));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type.getName(), e);
        }
    }

    private Object make(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                .filter(c -> c.isAnnotationPresent(Inject.class))
                .findFirst()
                .orElse(null);
        if (constructor == null) constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object bean = constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                .map(this::injected)
                .toArray());
        beans.put(type, bean);
        for (Field field : type.getDeclaredFields()) {
            boolean wanted = field.isAnnotationPresent(Inject.class)
                    || field.isAnnotationPresent(PersistenceContext.class)
                    || field.isAnnotationPresent(Resource.class);
            if (!wanted) continue;
            field.setAccessible(true);
            field.set(bean, injected(field.getType()));
        }
        for (Method method : type.getDeclaredMethods()) {
            if (!method.isAnnotationPresent(PostConstruct.class)) continue;
            method.setAccessible(true);
            method.invoke(bean);
        }
        news.observe(bean);
        return bean;
    }

    private Object injected(Class<?> type) {
        if (type == Event.class) return news.event();
        if (type == EntityManager.class) return beans.get(EntityManager.class);
        return get(type);
    }
}
