package dev.moonlift.runtime.host;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The recipe for a set of objects that need one another: one of each class, made in an order in which all collaborators
 * that a constructor asks for are there already. Worked out once, followed for every guest.
 */
final class Wiring {
    private final int given;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Class<?>, Integer> places = new HashMap<>();

    /** Makes one object, from those at the given places among the objects made before. */
    private record Step(Constructor<?> constructor, int[] collaborators) {
        Object run(Object[] made) {
            Object[] arguments = new Object[collaborators.length];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = made[collaborators[i]];
            }
            try {
                return constructor.newInstance(arguments);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot make " + constructor, e);
            }
        }
    }

    /**
     * A recipe.
     *
     * @param given the classes whose objects are there from the start
     * @param wanted classes to be made, with all that they need
     */
    Wiring(List<Class<?>> given, Class<?>... wanted) {
        this.given = given.size();
        for (Class<?> type : given) {
            places.put(type, places.size());
        }
        for (Class<?> type : wanted) {
            place(type);
        }
    }

    private int place(Class<?> type) {
        Integer known = places.get(type);
        if (known != null) {
            return known;
        }
        Constructor<?> constructor = type.getConstructors()[0];
        Class<?>[] types = constructor.getParameterTypes();
        int[] collaborators = new int[types.length];
        for (int i = 0; i < types.length; i++) {
            collaborators[i] = place(types[i]);
        }
        places.put(type, given + steps.size());
        steps.add(new Step(constructor, collaborators));
        return places.get(type);
    }

    /** New objects around the given ones, which are in the order of their classes. */
    Assembly assemble(Object... objects) {
        Object[] made = Arrays.copyOf(objects, given + steps.size());
        for (int i = 0; i < steps.size(); i++) {
            made[given + i] = steps.get(i).run(made);
        }
        return new Assembly(made);
    }

    /** Objects that were made together. */
    final class Assembly {
        private final Object[] made;

        private Assembly(Object[] made) {
            this.made = made;
        }

        /** The object of a class. */
        <T> T get(Class<T> type) {
            return type.cast(made[places.get(type)]);
        }
    }
}
