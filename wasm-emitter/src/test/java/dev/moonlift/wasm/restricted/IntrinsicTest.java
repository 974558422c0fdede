package dev.moonlift.wasm.restricted;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntrinsicTest {

    @ParameterizedTest
    @EnumSource
    void isAStaticMethodOfTheJdk(Intrinsic intrinsic) throws ReflectiveOperationException {
        Class<?> owner = Class.forName(intrinsic.owner().replace('/', '.'));
        MethodType type = MethodType.fromMethodDescriptorString(intrinsic.descriptor(), null);
        assertThat(MethodHandles.publicLookup().findStatic(owner, intrinsic.method(), type))
                .isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByWhatACallSays(Intrinsic intrinsic) {
        assertThat(Intrinsic.of(intrinsic.owner(), intrinsic.method(), intrinsic.descriptor()))
                .isSameAs(intrinsic);
    }
}
