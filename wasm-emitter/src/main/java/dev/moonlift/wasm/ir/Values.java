package dev.moonlift.wasm.ir;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lists that change rarely: passes map all lists of a graph again and again. */
final class Values {
    private Values() {}

    /** The list itself if no element changes, else a new one. */
    static <T> List<T> map(List<T> list, UnaryOperator<T> function) {
        for (int i = 0; i < list.size(); i++) {
            T element = list.get(i);
            T mapped = function.apply(element);
            if (mapped != element) {
                return mapFrom(i, mapped, list, function);
            }
        }
        return list;
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> mapFrom(int first, T mapped, List<T> list, UnaryOperator<T> function) {
        Object[] all = list.toArray();
        all[first] = mapped;
        for (int i = first + 1; i < all.length; i++) {
            all[i] = function.apply((T) all[i]);
        }
        return (List<T>) Arrays.asList(all);
    }
}
