package dev.moonlift.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.kernel.lib.Builtin;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept of what was seen. */
class ProfileTest {
    private static final FunctionCode FUNCTION =
            PausedGuest.function("pause(function(a, b) local s = a.x for i = 1, b do s = s + i end return s end)");

    private final Profile profile = new Profile(FUNCTION);

    private static String key(Profile profile) {
        CodeKey key = new CodeKey();
        profile.addTo(key);
        return key.finish();
    }

    @Test
    void ofWhatWasNotSeenNothingIsExpected() {
        assertThat(profile.result(0)).isEqualTo(Kind.ANY);
        assertThat(profile.callees(0)).isEmpty();
        assertThat(profile.node(0)).isEqualTo(Profile.NO_NODE);
        assertThat(profile.atLoopEnd(0)).isNull();
        assertThat(profile.parameter(0)).isNull();
        assertThat(profile.isShort(0)).isFalse();
        assertThat(profile.isVisited(0)).isFalse();
    }

    @Test
    void kindsThatDifferAreAnything() {
        profile.sawResult(1, Kind.FLOAT);
        profile.sawResult(1, Kind.FLOAT);
        assertThat(profile.result(1)).isEqualTo(Kind.FLOAT);
        profile.sawResult(1, Kind.INTEGER);
        assertThat(profile.result(1)).isEqualTo(Kind.ANY);
        profile.sawResult(1, Kind.FLOAT);
        assertThat(profile.result(1)).isEqualTo(Kind.ANY);
        profile.sawParameter(0, Kind.TABLE);
        profile.sawParameter(1, Kind.TABLE);
        profile.sawParameter(1, Kind.INTEGER);
        assertThat(profile.parameter(0)).isEqualTo(Kind.TABLE);
        assertThat(profile.parameter(1)).isEqualTo(Kind.ANY);
    }

    @Test
    void eightCalleesAreKeptAndThenNone() {
        int[] callees = IntStream.rangeClosed(1, 8).map(n -> 100 * n).toArray();
        for (int callee : callees) {
            profile.sawCallee(2, callee);
            profile.sawCallee(2, 100);
        }
        assertThat(profile.callees(2)).containsExactly(callees);
        profile.sawCallee(2, 900);
        assertThat(profile.callees(2)).isEmpty();
        profile.sawCallee(2, 100);
        assertThat(profile.callees(2)).isEmpty();
    }

    /** Objects of several classes may come by, but not all of them when the function is looked at. */
    @Test
    void aFieldIsDoubtfulOnceNoNewPathIsSeenAfterItWasFoundAlongNone() {
        profile.sawAccess(1, true);
        profile.sawNode(1, 0, 2);
        profile.refute(1);
        assertThat(profile.isDoubtful(1)).isFalse();
        Profile second = new Profile(FUNCTION);
        second.sawAccess(1, true);
        second.sawNode(1, 1, 3);
        second.inherit(profile);
        assertThat(second.paths(1)).hasSize(2);
        second.refute(1);
        assertThat(second.isDoubtful(1)).isFalse();
        Profile third = new Profile(FUNCTION);
        third.sawAccess(1, true);
        third.sawNode(1, 0, 2);
        third.inherit(second);
        assertThat(third.paths(1)).hasSize(2);
        third.refute(1);
        assertThat(third.isDoubtful(1)).isTrue();
        third.refute(1);
        assertThat(third.isRefuted(1)).isTrue();
    }

    private void generalize() {
        profile.refute(5);
        profile.refute(6);
        profile.generalize();
    }

    @Test
    void aWriteWithoutAPlaceMakesAllDoubtfulThatHaveAdded() {
        profile.sawAccess(1, true);
        profile.sawAccess(2, true);
        profile.sawAddition(2);
        profile.sawAccess(3, true);
        profile.sawResult(3, Kind.FLOAT);
        profile.sawAccess(4, true);
        profile.generalizeWrites();
        assertThat(profile.isShort(2)).isTrue();
        profile.refute(1);
        profile.generalizeWrites();
        assertThat(profile.isShort(2)).isFalse();
        assertThat(profile.isShort(3)).as("a read").isTrue();
        assertThat(profile.isShort(4)).as("a write that has replaced").isTrue();
    }

    @Test
    void aWriteThatWasLeftHasAddedForGoodAndAReadHasNot() {
        Profile earlier = new Profile(FUNCTION);
        for (int pc = 1; pc <= 3; pc++) {
            earlier.sawAccess(pc, true);
            profile.sawAccess(pc, true);
        }
        earlier.sawResult(3, Kind.FLOAT);
        earlier.sawExit(2);
        earlier.sawExit(3);
        earlier.refute(1);
        profile.sawResult(3, Kind.FLOAT);
        profile.inherit(earlier);
        profile.generalizeWrites();
        assertThat(profile.isShort(2)).isFalse();
        assertThat(profile.isShort(3)).as("a read").isTrue();
    }

    @Test
    void numbersOfBothKindsAreStillExpectedToBeThere() {
        profile.sawAccess(1, true);
        profile.sawResult(1, Kind.INTEGER);
        profile.refuteKind(1);
        assertThat(profile.result(1)).isEqualTo(Kind.ANY);
        assertThat(profile.isShort(1)).isTrue();
        assertThat(profile.isMixed(1)).isTrue();
        Profile later = new Profile(FUNCTION);
        later.sawAccess(1, true);
        later.sawResult(1, Kind.FLOAT);
        later.inherit(profile);
        assertThat(later.isMixed(1)).as("later").isTrue();
        assertThat(later.result(1)).as("later").isEqualTo(Kind.ANY);
        profile.refute(1);
        assertThat(profile.isShort(1)).isFalse();
        assertThat(profile.isMixed(1)).isFalse();
    }

    @Test
    void whatGivesNoNumbersIsNotExpectedToBeThere() {
        profile.sawAccess(1, true);
        profile.sawResult(1, Kind.TABLE);
        profile.refuteKind(1);
        assertThat(profile.isMixed(1)).isFalse();
        assertThat(profile.isShort(1)).isFalse();
    }

    @Test
    void ofAFunctionThatReadsNumbersOfBothKindsTwiceNoKindOfNumberIsExpected() {
        for (int pc = 1; pc <= 3; pc++) {
            profile.sawAccess(pc, true);
            profile.sawResult(pc, Kind.INTEGER);
        }
        profile.sawAccess(4, true);
        profile.sawResult(4, Kind.TABLE);
        profile.refuteKind(1);
        profile.generalize();
        assertThat(profile.result(3)).as("after one exception").isEqualTo(Kind.INTEGER);
        profile.refuteKind(2);
        profile.generalize();
        assertThat(profile.isMixed(3)).isTrue();
        assertThat(profile.result(4)).isEqualTo(Kind.TABLE);
        assertThat(profile.isShort(4)).isTrue();
    }

    @Test
    void aReadThatWentTheLongWayMayDoSoAgain() {
        Profile earlier = new Profile(FUNCTION);
        earlier.sawAccess(1, false);
        earlier.sawAccess(2, false);
        profile.sawAccess(1, true);
        profile.sawResult(1, Kind.INTEGER);
        profile.sawAccess(2, true);
        profile.inherit(earlier);
        assertThat(profile.isShort(1)).isFalse();
        assertThat(profile.isShort(2)).as("a write").isTrue();
    }

    @Test
    void ofAGeneralFunctionNoKindIsExpected() {
        profile.sawResult(1, Kind.FLOAT);
        profile.sawAccess(1, true);
        profile.sawResult(2, Kind.INTEGER);
        profile.sawCallee(2, 100);
        profile.sawResult(3, Kind.INTEGER);
        profile.sawLoopEnd(4, new Kind[] {Kind.TABLE});
        profile.refute(5);
        profile.generalize();
        assertThat(profile.result(1)).as("after one exception").isEqualTo(Kind.FLOAT);
        generalize();
        assertThat(profile.result(1)).isEqualTo(Kind.ANY);
        assertThat(profile.isShort(1)).isFalse();
        assertThat(profile.result(2)).as("of a call that may call another").isEqualTo(Kind.ANY);
        assertThat(profile.isRefuted(2)).isTrue();
        assertThat(profile.callees(2)).containsExactly(100);
        assertThat(profile.result(3)).as("of arithmetic").isEqualTo(Kind.INTEGER);
        assertThat(profile.atLoopEnd(4)).isNull();
    }

    @Test
    void whatAGeneralFunctionHadAtALoopEndCountsOnceItWasOtherwise() {
        generalize();
        profile.sawLoopEnd(4, new Kind[] {Kind.INTEGER, Kind.TABLE});
        profile.learnLoopEnd(4, new Kind[] {Kind.FLOAT, Kind.FLOAT});
        profile.refute(4);
        assertThat(profile.atLoopEnd(4)).containsExactly(Kind.FLOAT, Kind.ANY);
        profile.learnLoopEnd(4, new Kind[] {Kind.INTEGER, Kind.FLOAT});
        assertThat(profile.atLoopEnd(4)).containsExactly(Kind.ANY, Kind.ANY);
    }

    @Test
    void aGeneralFunctionStaysSo() {
        Profile later = new Profile(FUNCTION);
        generalize();
        String before = key(later);
        later.inherit(profile);
        assertThat(key(later)).isNotEqualTo(before);
    }

    @Test
    void aCallOfAnotherClosureIsNoneOfItself() {
        profile.sawClosure(2, true);
        assertThat(profile.callsItself(2)).isTrue();
        assertThat(profile.callsItself(3)).isFalse();
        profile.sawClosure(2, false);
        assertThat(profile.callsItself(2)).isFalse();
        profile.sawClosure(3, true);
        profile.refute(3);
        assertThat(profile.callsItself(3)).isFalse();
    }

    @Test
    void whatCannotBeCalledExcludesTheOthers() {
        profile.sawCallee(2, 100);
        profile.sawOtherCallee(2);
        profile.sawCallee(2, 100);
        assertThat(profile.callees(2)).isEmpty();
    }

    @Test
    void builtinsAreNoPrototypes() {
        int callee = Profile.builtin(Builtin.MATH_SQRT);
        assertThat(Profile.isBuiltin(callee)).isTrue();
        assertThat(Profile.builtinNumber(callee)).isEqualTo(Builtin.MATH_SQRT);
        assertThat(Profile.isBuiltin(Integer.MAX_VALUE)).isFalse();
    }

    @Test
    void aFieldThatMovesHasNoNode() {
        profile.sawNode(1, 3, 4);
        profile.sawNode(1, 3, 4);
        assertThat(profile.node(1)).isEqualTo(3 * 32 + 4);
        profile.sawNode(1, 3, 5);
        assertThat(profile.node(1)).isEqualTo(Profile.NO_NODE);
        profile.sawNode(1, 3, 5);
        assertThat(profile.node(1)).isEqualTo(Profile.NO_NODE);
    }

    @Test
    void tooManyPathsAreNone() {
        for (int place = 0; place < 4; place++) {
            profile.sawPath(1, List.of(place, 7));
            profile.sawPath(1, List.of(place, 7));
            assertThat(profile.paths(1)).hasSize(place + 1);
        }
        profile.sawPath(1, List.of(4, 7));
        assertThat(profile.paths(1)).isEmpty();
    }

    @Test
    void metamethodsAtDifferentPlacesAreNotExpected() {
        assertThat(profile.handler(1)).isEqualTo(Profile.NO_NODE);
        profile.sawHandler(1, 100, false);
        profile.sawHandler(1, 100, false);
        assertThat(profile.handler(1)).isEqualTo(100);
        assertThat(profile.isHandledByFirst(1)).isFalse();
        profile.sawHandler(1, 100, true);
        assertThat(profile.handler(1)).isEqualTo(Profile.NO_NODE);
    }

    @Test
    void oneLongWayIsEnough() {
        profile.sawAccess(1, true);
        assertThat(profile.isShort(1)).isTrue();
        profile.sawAccess(1, false);
        profile.sawAccess(1, true);
        assertThat(profile.isShort(1)).isFalse();
    }

    @Test
    void whatIsRefutedIsNotExpected() {
        for (int pc = 1; pc <= 2; pc++) {
            profile.sawResult(pc, Kind.FLOAT);
            profile.sawCallee(pc, 100);
            profile.sawNode(pc, 0, 1);
            profile.sawAccess(pc, true);
        }
        profile.refute(1);
        assertThat(profile.isDoubtful(1)).as("there may be more paths").isFalse();
        profile.refute(1);
        assertThat(profile.isRefuted(1)).isFalse();
        assertThat(profile.isDoubtful(1)).isTrue();
        assertThat(profile.result(1)).isEqualTo(Kind.ANY);
        assertThat(profile.node(1)).as("where it is found is expected still").isEqualTo(1);
        assertThat(profile.isShort(1)).isFalse();
        profile.refute(1);
        assertThat(profile.isRefuted(1)).isTrue();
        assertThat(profile.callees(1)).containsExactly(100);
        assertThat(profile.node(1)).isEqualTo(Profile.NO_NODE);
        assertThat(profile.isShort(1)).isFalse();
        assertThat(profile.isRefuted(2)).isFalse();
        assertThat(profile.result(2)).isEqualTo(Kind.FLOAT);
        assertThat(profile.callees(2)).containsExactly(100);
        assertThat(profile.node(2)).isEqualTo(1);
        assertThat(profile.isShort(2)).isTrue();
    }

    @Test
    void ofWhatIsUnknownAtTheEndOfALoopTheLastTimeCounts() {
        profile.sawLoopEnd(3, new Kind[] {Kind.TABLE, null});
        assertThat(profile.atLoopEnd(3)).containsExactly(Kind.TABLE, Kind.ANY);
        profile.sawLoopEnd(3, new Kind[] {null, Kind.FLOAT});
        assertThat(profile.atLoopEnd(3)).containsExactly(Kind.TABLE, Kind.FLOAT);
        profile.sawLoopEnd(3, new Kind[] {Kind.INTEGER, Kind.FLOAT});
        assertThat(profile.atLoopEnd(3)).containsExactly(Kind.INTEGER, Kind.FLOAT);
    }

    @Test
    void whatWasWrongOnceStaysWrong() {
        Profile earlier = new Profile(FUNCTION);
        earlier.refute(1);
        earlier.setImpure();
        earlier.sawParameter(0, Kind.TABLE);
        earlier.sawParameter(1, Kind.FLOAT);
        profile.sawResult(1, Kind.INTEGER);
        profile.sawResult(2, Kind.INTEGER);
        profile.sawParameter(1, Kind.INTEGER);
        profile.inherit(earlier);
        assertThat(profile.result(1)).isEqualTo(Kind.ANY);
        assertThat(profile.result(2)).isEqualTo(Kind.INTEGER);
        assertThat(profile.isImpure()).isTrue();
        assertThat(profile.parameter(0)).isEqualTo(Kind.TABLE);
        assertThat(profile.parameter(1)).isEqualTo(Kind.ANY);
    }

    /** Of a table that a rehearsal makes it is not seen whether it has room; of one that was there it was. */
    @Test
    void anEarlierAccessCountsWhereOnlyItsResultWasSeen() {
        Profile earlier = new Profile(FUNCTION);
        earlier.sawAccess(1, true);
        earlier.sawAccess(2, true);
        profile.sawResult(1, Kind.FLOAT);
        profile.sawAccess(2, false);
        profile.inherit(earlier);
        assertThat(profile.result(1)).isEqualTo(Kind.FLOAT);
        assertThat(profile.isShort(1)).isTrue();
        assertThat(profile.isShort(2)).isFalse();
    }

    @Test
    void aFunctionIsExpectedToDoWhatItDidBeforeAndWhatItDoesNow() {
        Profile earlier = new Profile(FUNCTION);
        earlier.sawResult(1, Kind.TABLE);
        earlier.sawResult(2, Kind.INTEGER);
        earlier.sawCallee(3, 100);
        earlier.sawNode(4, 1, 2);
        earlier.sawLoopEnd(5, new Kind[] {Kind.INTEGER, Kind.TABLE, Kind.CLOSURE});
        profile.sawResult(1, Kind.CLOSURE);
        profile.sawResult(2, Kind.FLOAT);
        profile.sawCallee(3, 200);
        profile.sawNode(4, 0, 2);
        profile.sawLoopEnd(5, new Kind[] {Kind.FLOAT, Kind.INTEGER, Kind.CLOSURE});
        profile.inherit(earlier);
        assertThat(profile.result(1)).isEqualTo(Kind.ANY);
        assertThat(profile.result(2)).as("of two kinds of numbers the last").isEqualTo(Kind.FLOAT);
        assertThat(profile.callees(3)).containsExactly(200, 100);
        assertThat(profile.paths(4)).containsExactly(List.of(Profile.place(0, 2)), List.of(Profile.place(1, 2)));
        assertThat(profile.atLoopEnd(5)).containsExactly(Kind.FLOAT, Kind.ANY, Kind.CLOSURE);
    }

    @Test
    void whatCouldNotBeCalledBeforeExcludesWhatIsNow() {
        Profile earlier = new Profile(FUNCTION);
        earlier.sawOtherCallee(3);
        profile.sawCallee(3, 200);
        profile.inherit(earlier);
        assertThat(profile.callees(3)).isEmpty();
    }

    @Test
    void anEarlierLoopEndCountsWhereNoneWasSeenOrItWasWrong() {
        Profile earlier = new Profile(FUNCTION);
        for (int pc = 1; pc <= 3; pc++) {
            earlier.sawLoopEnd(pc, new Kind[] {Kind.INTEGER, Kind.TABLE});
        }
        earlier.refute(2);
        profile.sawLoopEnd(2, new Kind[] {Kind.FLOAT, Kind.TABLE});
        profile.sawLoopEnd(3, new Kind[] {Kind.FLOAT, Kind.TABLE});
        profile.inherit(earlier);
        assertThat(profile.atLoopEnd(1)).containsExactly(Kind.INTEGER, Kind.TABLE);
        assertThat(profile.atLoopEnd(2)).containsExactly(Kind.INTEGER, Kind.TABLE);
        assertThat(profile.atLoopEnd(3)).containsExactly(Kind.FLOAT, Kind.TABLE);
    }

    @Test
    void whatWasFoundAtALoopEndCountsMoreThanWhatWasSeen() {
        profile.sawLoopEnd(1, new Kind[] {Kind.FLOAT, Kind.TABLE});
        profile.learnLoopEnd(1, new Kind[] {Kind.INTEGER, Kind.TABLE});
        assertThat(profile.atLoopEnd(1)).containsExactly(Kind.INTEGER, Kind.TABLE);
        profile.refute(1);
        profile.learnLoopEnd(1, new Kind[] {Kind.INTEGER, Kind.FLOAT});
        assertThat(profile.atLoopEnd(1)).containsExactly(Kind.INTEGER, Kind.ANY);
        Profile later = new Profile(FUNCTION);
        later.sawLoopEnd(1, new Kind[] {Kind.FLOAT, Kind.FLOAT});
        later.inherit(profile);
        assertThat(later.atLoopEnd(1)).containsExactly(Kind.INTEGER, Kind.ANY);
    }

    @Test
    void codeDependsOnWhatIsExpected() {
        String none = key(profile);
        assertThat(key(new Profile(FUNCTION))).isEqualTo(none);
        profile.visit(1);
        assertThat(key(profile)).isEqualTo(none);
        profile.sawResult(1, Kind.FLOAT);
        String kind = key(profile);
        profile.sawCallee(2, 100);
        String callee = key(profile);
        profile.refute(1);
        String refuted = key(profile);
        profile.setImpure();
        assertThat(new String[] {none, kind, callee, refuted, key(profile)}).doesNotHaveDuplicates();
    }
}
