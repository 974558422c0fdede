package dev.moonlift.wasm.merge;

import dev.moonlift.wasm.restricted.ClassFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The merging as a step of the build: {@code MergeMain CLASSES PACKAGE MEMORY CODE MERGED PARENT RUNNER ENTRY ROOT...},
 * where CLASSES is the folder of class files, to which that of MERGED is added; ENTRY is the class whose method
 * {@code run} runs the program, a ROOT one whose public methods are kept as well. What the others are,
 * {@link MergedNames} says. Names have dots.
 */
public final class MergeMain {
    private static final int LEAST_ARGUMENTS = 8;

    private MergeMain() {}

    /** Throws if something cannot be merged: the build tool runs this inside itself, so it must not exit. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < LEAST_ARGUMENTS) {
            throw new IllegalArgumentException(
                    "usage: MergeMain CLASSES PACKAGE MEMORY CODE MERGED PARENT RUNNER ENTRY ROOT...");
        }
        Path folder = Path.of(arguments[0]);
        List<String> given =
                Stream.of(arguments).map(name -> name.replace('.', '/')).toList();
        MergedNames names =
                new MergedNames(given.get(1), given.get(2), given.get(3), given.get(4), given.get(5), given.get(6));
        ClassMerger merger = new ClassMerger(names, ClassFolder.read(folder.resolve(names.commonPackage())));
        Files.write(
                folder.resolve(names.merged() + ".class"),
                merger.merge(given.get(7), given.subList(LEAST_ARGUMENTS, given.size())));
    }
}
