package dev.moonlift.runtime.kernel.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.Tries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The tests of the kernel's packages, to be run once more in another world. */
final class KernelTests {
    /** Percentage of the tries that tests over the translation make, by the system property of this name. */
    static final int PERCENT = Integer.getInteger("moonlift.twins.percent", 10);

    /** Of jqwik. */
    private static final int USUAL_TRIES = 1000;

    private KernelTests() {}

    private static Launcher launcher() {
        return LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build());
    }

    private static LauncherDiscoveryRequestBuilder request() {
        return LauncherDiscoveryRequestBuilder.request()
                .configurationParameter("jqwik.database", "target/jqwik-database-of-twins")
                .configurationParameter("jqwik.tries.default", Integer.toString(USUAL_TRIES * PERCENT / 100))
                .configurationParameter("jqwik.reporting.onlyfailures", "true");
    }

    /** The names of all classes with tests, in alphabetical order. */
    static List<String> classNames() {
        LauncherDiscoveryRequest request = request()
                .selectors(selectPackage(Signal.class.getPackageName()))
                .filters(ClassNameFilter.excludeClassNamePatterns(
                        KernelTests.class.getPackageName().replace(".", "\\.") + "\\..*"))
                .build();
        TestPlan plan = launcher().discover(request);
        List<String> names = identifiers(plan).stream()
                .flatMap(identifier -> identifier.getSource().stream())
                .filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getClassName())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        assertThat(names).as("classes with tests").hasSizeGreaterThan(10);
        return names;
    }

    private static List<TestIdentifier> identifiers(TestPlan plan) {
        List<TestIdentifier> found = new ArrayList<>();
        plan.getRoots().forEach(root -> found.addAll(plan.getDescendants(root)));
        return found;
    }

    /**
     * Runs the tests of a class as a loader loads it.
     *
     * @throws Throwable what the first test that failed has thrown
     */
    static void run(String className, TwinLoader loader) throws Throwable {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        System.setProperty(Tries.PROPERTY, Integer.toString(PERCENT));
        Outcomes ran = new Outcomes();
        try {
            Class<?> type = Class.forName(className, false, loader);
            assertThat(type.getClassLoader()).isSameAs(loader);
            launcher().execute(request().selectors(selectClass(type)).build(), ran);
        } finally {
            System.clearProperty(Tries.PROPERTY);
            thread.setContextClassLoader(before);
        }
        ran.throwFailure();
        assertThat(loader.calls()).as("calls of the translation").isPositive();
        Class<?> original = Class.forName(className, false, KernelTests.class.getClassLoader());
        ran.assertComplete(
                launcher().discover(request().selectors(selectClass(original)).build()));
    }

    /** What was run, and how it ended. */
    private static final class Outcomes implements TestExecutionListener {
        private final Map<String, Status> ended = new LinkedHashMap<>();
        private final List<String> skipped = new ArrayList<>();
        private TestIdentifier failed;
        private Throwable failure;

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            ended.put(identifier.getUniqueId(), result.getStatus());
            if (result.getStatus() != Status.SUCCESSFUL && failed == null) {
                failed = identifier;
                failure = result.getThrowable().orElse(null);
            }
        }

        @Override
        public void executionSkipped(TestIdentifier identifier, String reason) {
            skipped.add(identifier.getUniqueId() + ": " + reason);
        }

        void throwFailure() throws Throwable {
            if (failure != null) {
                failure.addSuppressed(new AssertionError("in " + failed.getUniqueId()));
                throw failure;
            }
        }

        /** That all has been run that there is in the original, and every template at least once. */
        void assertComplete(TestPlan original) {
            assertThat(skipped).isEmpty();
            assertThat(ended.values()).containsOnly(Status.SUCCESSFUL);
            List<TestIdentifier> planned = identifiers(original);
            assertThat(ended.keySet())
                    .containsAll(
                            planned.stream().map(TestIdentifier::getUniqueId).toList());
            for (TestIdentifier identifier : planned) {
                if (original.getChildren(identifier).isEmpty() && identifier.isContainer()) {
                    assertThat(ended.keySet()).anyMatch(id -> id.startsWith(identifier.getUniqueId() + "/"));
                }
            }
        }
    }
}
