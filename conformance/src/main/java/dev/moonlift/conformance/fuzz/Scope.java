package dev.moonlift.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What code at the place that is being written can use, and how often that place is run. */
final class Scope {
    /** How many statements a program may run, roughly; a net, loops are limited before. */
    private static final double MAX_COST = 30_000;
    /** How many statements all calls from one place may run. */
    private static final double MAX_CALLS_COST = 3_000;

    private final Chance chance;
    private final List<Variable> variables = new ArrayList<>();
    private final List<Callee> callees = new ArrayList<>();
    private final List<String> classes = new ArrayList<>();
    private int names;
    private Place place = new Place(1, 2_000, null, null, false, false, false);
    private double cost;

    Scope(Chance chance) {
        this.chance = chance;
    }

    /**
     * Where code stands.
     *
     * @param weight how often it runs each time its function is called
     * @param limit up to which weight there may be loops
     * @param label the label at the end of the innermost loop's body; null outside of loops
     * @param counter an integer that differs in each iteration of the innermost loop; null outside of loops
     * @param isVararg whether {@code ...} may be used
     * @param isProtected whether an error is caught
     * @param isCoroutine whether it may yield
     */
    private record Place(
            double weight,
            double limit,
            String label,
            String counter,
            boolean isVararg,
            boolean isProtected,
            boolean isCoroutine) {}

    /** A name that is not in use. */
    String freshName(String prefix) {
        names++;
        return prefix + names;
    }

    /** Makes a new name known as a variable's. Must come after the pieces of what it is initialised with. */
    Variable declare(Kind kind) {
        return declare(freshName(kind.prefix), kind, false);
    }

    /** Makes a variable known. */
    Variable declare(String name, Kind kind, boolean isConstant) {
        Variable variable = new Variable(name, kind, isConstant);
        variables.add(variable);
        return variable;
    }

    void declare(Callee callee) {
        callees.add(callee);
    }

    void declareClass(String name) {
        classes.add(name);
    }

    /** A variable of a kind, if there is one; later ones rather than earlier ones. */
    Optional<Variable> readable(Kind kind) {
        return pick(variables.stream().filter(variable -> variable.kind() == kind));
    }

    /** A variable of a kind that can be assigned to, if there is one. */
    Optional<Variable> assignable(Kind kind) {
        return pick(variables.stream().filter(variable -> variable.kind() == kind && !variable.isConstant()));
    }

    /** All variables that hold values that can be shown. */
    List<Variable> variables() {
        return List.copyOf(variables);
    }

    /** A function that can be called here often enough, if there is one. */
    Optional<Callee> callee(Predicate<Callee> isWanted) {
        return pick(callees.stream()
                .filter(isWanted)
                .filter(callee -> callee.cost() * place.weight <= MAX_CALLS_COST && cost < MAX_COST));
    }

    Optional<String> className() {
        return pick(classes.stream());
    }

    private <T> Optional<T> pick(Stream<T> stream) {
        List<T> all = stream.toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int recent = Math.max(0, all.size() - 5);
        return Optional.of(
                all.get(chance.oneIn(3) ? chance.below(all.size()) : chance.between(recent, all.size() - 1)));
    }

    /** Accounts for statements that are run at this place. */
    void spend(double statements) {
        cost += place.weight * statements;
    }

    /** The largest number of iterations that a loop at this place may have, at least 1. */
    int maxIterations() {
        double left = cost > MAX_COST ? 1 : place.limit / place.weight;
        return (int) Math.max(1, left);
    }

    boolean isOften() {
        return place.weight > 12;
    }

    boolean isLoop() {
        return place.label != null;
    }

    String label() {
        return place.label;
    }

    String counter() {
        return place.counter;
    }

    boolean isVararg() {
        return place.isVararg;
    }

    boolean isProtected() {
        return place.isProtected;
    }

    boolean isCoroutine() {
        return place.isCoroutine;
    }

    /** Writes what sees the names that it declares itself, and nobody else does. */
    <T> T nested(Supplier<T> writing) {
        int variableCount = variables.size();
        int calleeCount = callees.size();
        T result = writing.get();
        variables.subList(variableCount, variables.size()).clear();
        callees.subList(calleeCount, callees.size()).clear();
        return result;
    }

    /** Writes the body of a loop. */
    <T> T loop(double times, String label, String counter, Supplier<T> writing) {
        Place inside = new Place(
                place.weight * times,
                place.limit,
                label,
                counter,
                place.isVararg,
                place.isProtected,
                place.isCoroutine);
        return at(inside, writing);
    }

    /** Writes what is run at once, in a function of its own in which errors do no harm. */
    <T> T protect(Supplier<T> writing) {
        return at(new Place(place.weight, place.limit, null, null, false, true, place.isCoroutine), writing);
    }

    /** Writes the body of a function that is called so often at this place. */
    <T> T inner(double times, Supplier<T> writing) {
        Place inside =
                new Place(place.weight * times, place.limit, null, null, false, place.isProtected, place.isCoroutine);
        return at(inside, writing);
    }

    /** Writes the body of a coroutine. */
    <T> T coroutine(Supplier<T> writing) {
        return at(new Place(place.weight, place.limit, null, null, false, place.isProtected, true), writing);
    }

    /**
     * Writes the body of a function.
     *
     * @param limit up to how many iterations its loops have
     * @return roughly how many statements each call runs
     */
    double function(double limit, boolean isVararg, Runnable writing) {
        double outer = cost;
        cost = 0;
        at(new Place(1, limit, null, null, isVararg, place.isProtected, place.isCoroutine), () -> {
            writing.run();
            return null;
        });
        double own = cost;
        cost = outer;
        return own;
    }

    private <T> T at(Place inside, Supplier<T> writing) {
        Place outside = place;
        place = inside;
        T result = nested(writing);
        place = outside;
        return result;
    }
}
