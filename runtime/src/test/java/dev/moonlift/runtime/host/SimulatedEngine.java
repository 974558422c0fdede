package dev.moonlift.runtime.host;

import dev.moonlift.runtime.engine.Engine;
import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.engine.EngineFunction;
import dev.moonlift.runtime.engine.EngineModule;
import dev.moonlift.runtime.engine.EngineStore;
import dev.moonlift.runtime.engine.NativeKernel;
import dev.moonlift.runtime.memory.BufferMemory;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.runtime.memory.NativePages;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An engine without native code: its memories lie outside the Java heap, as native ones do, and its kernel is the
 * kernel's Java, with a view of the memory of its own.
 */
public final class SimulatedEngine implements Engine {
    private static final byte[] KERNEL = new byte[1];

    private volatile String problem;
    private volatile RuntimeException codeProblem;
    private volatile boolean isFull;
    private final AtomicInteger openStores = new AtomicInteger();
    private final Set<String> threads = ConcurrentHashMap.newKeySet();

    /** Lets it be unusable. */
    public SimulatedEngine withProblem(String why) {
        problem = why;
        return this;
    }

    /** Lets it compile nothing but the kernel. */
    public SimulatedEngine withCodeProblem(RuntimeException why) {
        codeProblem = why;
        return this;
    }

    /** Lets it have no room for memories from now on. */
    public SimulatedEngine full() {
        isFull = true;
        return this;
    }

    /** Stores that nobody has closed. */
    public int openStores() {
        return openStores.get();
    }

    /** Names of the threads that have run native code. */
    public Set<String> threads() {
        return threads;
    }

    /** The kernel on this engine. */
    public NativeKernel kernel() {
        return new NativeKernel(List.of(this), KERNEL, announcement -> {});
    }

    /** Guests move to it when it pays. */
    public KernelPlacement whenWorthwhile() {
        return new KernelPlacement(readyKernel(), false, KernelPlacement.Start.WHEN_WORTHWHILE);
    }

    /** Guests begin there. */
    public KernelPlacement atOnce() {
        return new KernelPlacement(kernel(), true, KernelPlacement.Start.AT_ONCE);
    }

    private NativeKernel readyKernel() {
        NativeKernel kernel = kernel();
        kernel.await();
        return kernel;
    }

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public int preference() {
        return 0;
    }

    @Override
    public String problem() {
        return problem;
    }

    @Override
    public EngineModule compile(byte[] wasm) {
        if (codeProblem != null && wasm.length > KERNEL.length) {
            throw codeProblem;
        }
        return () -> {};
    }

    @Override
    public EngineStore newStore(int initial, int maximum) {
        if (isFull) {
            throw new EngineException("no room");
        }
        openStores.incrementAndGet();
        return new Store(initial, maximum);
    }

    private static final class Pages implements NativePages {
        private final ByteBuffer all;
        private int pages;

        Pages(int pages, int maximum) {
            this.all = ByteBuffer.allocateDirect(maximum * PAGE);
            this.pages = pages;
        }

        @Override
        public ByteBuffer buffer() {
            return all.slice(0, pages * PAGE);
        }

        @Override
        public boolean grow(int more) {
            if ((pages + more) * PAGE > all.capacity()) {
                return false;
            }
            pages += more;
            return true;
        }
    }

    private final class Store implements EngineStore {
        private final BufferMemory memory;
        private final Memory memoryOfNativeCode;
        private boolean isClosed;

        Store(int initial, int maximum) {
            Pages pages = new Pages(NativePages.pagesFor(initial), NativePages.pagesFor(maximum));
            memory = new BufferMemory(pages, maximum);
            memoryOfNativeCode = new BufferMemory(pages, maximum);
        }

        @Override
        public Memory memory() {
            return memory;
        }

        @Override
        public void link(String name, EngineModule module) {
            if (!name.equals(NativeKernel.MODULE)) {
                throw new EngineException("not the kernel: " + name);
            }
        }

        @Override
        public EngineFunction function(String module, String name) {
            JvmKernel kernel = new JvmKernel(memoryOfNativeCode);
            return () -> {
                threads.add(Thread.currentThread().getName());
                memoryOfNativeCode.grow(Math.min(memory.size(), memory.maximum()));
                kernel.entry.run();
            };
        }

        @Override
        public void close() {
            if (!isClosed) {
                isClosed = true;
                memory.close();
                openStores.decrementAndGet();
            }
        }
    }
}
