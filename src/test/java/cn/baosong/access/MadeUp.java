package cn.baosong.access;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Makes up the arguments of a call: an id wherever one can stand, also inside of lists and records, and around it what any
 * method takes.
 */
final class MadeUp {

    private final Map<Class<?>, Object> real;
    private final Map<String, String> texts;
    private final UUID own;

    /**
     * @param real objects to give instead of made-up ones, by type
     * @param texts what to give for a text, by the name of the parameter
     * @param own a desk of the caller's: what stands beside the id where a method takes several
     */
    MadeUp(Map<Class<?>, Object> real, Map<String, String> texts, UUID own) {
        this.real = real;
        this.texts = texts;
        this.own = own;
    }

    static boolean takesId(Method method) {
        return Arrays.stream(method.getGenericParameterTypes()).anyMatch(MadeUp::holdsId);
    }

    /** @return the arguments of one or more calls: the id in all places, and in each alone where there are several */
    List<Object[]> with(Method method, UUID id) {
        var places = new ArrayList<Integer>();
        var types = method.getGenericParameterTypes();
        for (var i = 0; i < types.length; i++) {
            if (holdsId(types[i])) {
                places.add(i);
            }
        }
        var calls = new ArrayList<Object[]>();
        calls.add(arguments(method, id, places));
        if (places.size() > 1) {
            places.forEach(place -> calls.add(arguments(method, id, List.of(place))));
        }
        return calls;
    }

    private Object[] arguments(Method method, UUID id, List<Integer> places) {
        var parameters = method.getParameters();
        var arguments = new Object[parameters.length];
        for (var i = 0; i < parameters.length; i++) {
            arguments[i] =
                    make(parameters[i].getParameterizedType(), parameters[i].getName(), places.contains(i) ? id : own);
        }
        return arguments;
    }

    private static boolean holdsId(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).anyMatch(MadeUp::holdsId);
        }
        return type == UUID.class
                || type instanceof Class<?> plain
                        && plain.isRecord()
                        && Arrays.stream(plain.getRecordComponents())
                                .map(RecordComponent::getGenericType)
                                .anyMatch(MadeUp::holdsId);
    }

    private Object make(Type type, String name, UUID id) {
        return type instanceof ParameterizedType generic
                ? makeGeneric((Class<?>) generic.getRawType(), generic.getActualTypeArguments()[0], name, id)
                : makePlain((Class<?>) type, name, id);
    }

    private Object makeGeneric(Class<?> type, Type element, String name, UUID id) {
        var held = holdsId(element) ? List.of(make(element, name, id)) : List.of();
        if (type == Optional.class) {
            return held.stream().findFirst();
        }
        if (Map.class.isAssignableFrom(type)) {
            return Map.of();
        }
        if (type == Set.class) {
            return Set.copyOf(held);
        }
        return type.isAssignableFrom(List.class) ? held : null;
    }

    private Object makePlain(Class<?> type, String name, UUID id) {
        if (real.containsKey(type)) {
            return real.get(type);
        }
        if (type == UUID.class) {
            return id;
        }
        if (type == String.class) {
            return texts.getOrDefault(name, "说明");
        }
        if (type == int.class || type == Integer.class) {
            return name.equals("offset") ? 0 : 1;
        }
        if (type == long.class || type == Long.class) {
            return 1L;
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == Locale.class) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        if (type == OutputStream.class) {
            return new ByteArrayOutputStream();
        }
        if (type == InputStream.class) {
            return new ByteArrayInputStream(new byte[0]);
        }
        if (type.isEnum()) {
            // A filter that is left open lets more through.
            return name.equals("status") || name.equals("result") ? null : type.getEnumConstants()[0];
        }
        return type.isRecord() ? makeRecord(type, id) : null;
    }

    private Object makeRecord(Class<?> type, UUID id) {
        var components = type.getRecordComponents();
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> make(component.getGenericType(), component.getName(), id))
                    .toArray());
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("give a real " + type.getSimpleName() + " instead", failure);
        }
    }

    /** @return whether a caller has been told nothing: null, false, 0, nothing in it, or nothing but that */
    static boolean isNothing(Object answer) {
        if (answer instanceof Optional<?> found) {
            return found.isEmpty();
        }
        if (answer instanceof Collection<?> many) {
            return many.isEmpty();
        }
        if (answer instanceof Map<?, ?> many) {
            return many.isEmpty();
        }
        if (answer instanceof Record whole) {
            return parts(whole).allMatch(MadeUp::isNothing);
        }
        return answer == null
                || Boolean.FALSE.equals(answer)
                || answer.equals("")
                || answer instanceof Number number && number.doubleValue() == 0;
    }

    private static Stream<Object> parts(Record whole) {
        return Arrays.stream(whole.getClass().getRecordComponents()).map(component -> {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                return accessor.invoke(whole);
            } catch (ReflectiveOperationException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }
}
