package net.operando.analysis.front.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.analysis.front.FrontCriterion;
import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.front.FrontPath;
import net.operando.analysis.front.FrontPoint;
import net.operando.analysis.front.FrontTables;
import net.operando.analysis.front.FrontVelocity;
import net.operando.analysis.front.MeetingPoint;
import net.operando.base.InvalidInputException;
import net.operando.base.OperandoException;
import net.operando.base.Progress;

/** {@link EditedFronts}, their {@link FrontEdit}s written as {@link FrontEdits}, and the {@link EditHistory}. */
class EditedFrontsTest {

	private static final EditedFronts FOUND = EditedFronts.found(TwoFronts.kymograph(1), new FrontParameters(), Progress.NONE);

	private static EditedFronts with(final EditedFronts state, final FrontEdit edit) {
		return state.with(edit, Progress.NONE);
	}

	private static int towardsTheEnd() {
		return FOUND.analysis().fronts().stream().filter(f -> f.velocity().value() > 0).findFirst().orElseThrow().id();
	}

	private static String table(final EditedFronts state) {
		return FrontTables.fronts(List.of(state.analysis())).toCsv() + FrontTables.points(List.of(state.analysis())).toCsv() +
			FrontTables.meetings(List.of(state.analysis())).toCsv();
	}

	@Test
	void aDeletedFrontDrawnAgainHasItsSpeedAndMeetsTheOther() {
		assertEquals(2, FOUND.analysis().fronts().size());
		assertEquals(1, FOUND.analysis().meetings().size());
		final EditedFronts without = with(FOUND, FrontEdit.delete(towardsTheEnd()));
		assertEquals(1, without.analysis().fronts().size());
		assertTrue(without.analysis().meetings().isEmpty());
		final EditedFronts drawn = with(without, FrontEdit.add(without.next(), TwoFronts.nearFirst()));
		final FrontVelocity front = drawn.front(3).orElseThrow();
		assertEquals(FrontVelocity.MANUAL, front.flag());
		assertTrue(front.velocity().times(1e6).covers(TwoFronts.FIRST), front.velocity().toString());
		assertEquals(1, drawn.analysis().meetings().size());
		// positions of both lines at the meeting are known to .1 um, and they close in at .9 um/s
		assertEquals(19.9 / 0.9, drawn.analysis().meetings().get(0).timeSeconds().value(), 0.5);
		final MeetingPoint before = FOUND.analysis().meetings().get(0);
		final MeetingPoint now = drawn.analysis().meetings().get(0);
		// the same front in nearly the same columns: its crossing is known about as well as before
		assertEquals(1, now.timeSeconds().standardError() / before.timeSeconds().standardError(), 0.5);
		assertEquals(1, now.positionMetres().standardError() / before.positionMetres().standardError(), 0.5);
		assertTrue(now.timeSeconds().covers(before.timeSeconds().value()), now.timeSeconds() + " and " + before.timeSeconds());
		assertEquals(2, FOUND.analysis().fronts().size(), "the state before is what it was");
	}

	@Test
	void aFrontMovedOrWithFewerPointsIsManualAndTheOtherStays() {
		final int id = towardsTheEnd();
		final FrontVelocity other = FOUND.analysis().fronts().stream().filter(f -> f.id() != id).findFirst().orElseThrow();
		final EditedFronts moved = with(FOUND, FrontEdit.move(id, FOUND.path(id).moved(0, 2e-7)));
		assertTrue(moved.front(id).orElseThrow().isManual());
		assertTrue(moved.front(id).orElseThrow().velocity().times(1e6).covers(TwoFronts.FIRST));
		assertSame(other, moved.front(other.id()).orElseThrow());
		final double left = FOUND.front(id).orElseThrow().points().get(4).timeSeconds();
		final EditedFronts fewer = with(FOUND, FrontEdit.deletePoints(id, left));
		assertEquals(left, fewer.leftOut(id)[0]);
		assertTrue(fewer.front(id).orElseThrow().points().stream().noneMatch(p -> p.timeSeconds() == left));
		assertTrue(fewer.front(id).orElseThrow().velocity().n() > 4);
		final EditedFronts again = with(fewer, FrontEdit.move(id, fewer.path(id)));
		assertEquals(0, again.leftOut(id).length, "a new path takes all its columns in");
	}

	@Test
	void aPathInNoiseHasNoSpeedAndASentenceSaysSo() {
		final FrontPath noise = FrontPath.of(new double[] { 2, 10 }, new double[] { 9e-6, 13e-6 });
		final EditedFronts state = with(FOUND, FrontEdit.add(3, noise));
		final FrontVelocity front = state.front(3).orElseThrow();
		assertFalse(front.velocity().isKnown());
		assertTrue(front.isManual());
		assertTrue(front.points().stream().noneMatch(FrontPoint::isUsed));
		assertEquals(List.of(EditedFronts.without(front)), state.warnings());
		assertTrue(EditedFronts.without(front).startsWith("Front 3, drawn by hand, has no velocity:"), EditedFronts.without(front));
	}

	@Test
	void whatCannotBeMeantIsRefused() {
		final InvalidInputException twice = assertThrows(InvalidInputException.class, () -> with(FOUND, FrontEdit.add(3, TwoFronts
			.nearFirst())));
		assertTrue(twice.getMessage().contains("front " + towardsTheEnd() + ", which is there already"), twice.getMessage());
		assertThrows(InvalidInputException.class, () -> with(FOUND, FrontEdit.add(2, TwoFronts.nearFirst())));
		assertThrows(InvalidInputException.class, () -> with(FOUND, FrontEdit.delete(9)));
		assertThrows(InvalidInputException.class, () -> FOUND.path(9));
	}

	@Test
	void editsWrittenAndReadGiveTheSameFronts(@TempDir final Path folder) throws Exception {
		final int id = towardsTheEnd();
		EditedFronts state = with(FOUND, FrontEdit.delete(id));
		state = with(state, FrontEdit.add(state.next(), TwoFronts.nearFirst()));
		state = with(state, FrontEdit.deletePoints(3, state.front(3).orElseThrow().points().get(2).timeSeconds()));
		state = with(state, FrontEdit.move(3, state.path(3).moved(0.1, 1e-7)));
		Files.writeString(folder.resolve("edits.json"), state.written().toJson());
		final FrontEdits read = FrontEdits.read(folder.resolve("edits.json"));
		assertEquals(4, read.edits().size());
		assertEquals(List.of("delete", "add", "delete_points", "move"), read.edits().stream().map(FrontEdit::kind).toList());
		final EditedFronts again = FOUND.replayed(read, Progress.NONE);
		assertEquals(table(state), table(again));
		assertEquals(state.written().toJson(), again.written().toJson());
		assertEquals(List.of(), again.warnings());
		assertNotEquals(table(FOUND), table(state));
	}

	@Test
	void editsOfOtherFrontsAreRefusedOrSaySo(@TempDir final Path folder) throws Exception {
		final FrontEdits edits = with(FOUND, FrontEdit.delete(2)).written();
		final EditedFronts extremum = EditedFronts.found(TwoFronts.kymograph(1), new FrontParameters().withCriterion(
			FrontCriterion.EXTREMUM), Progress.NONE);
		assertTrue(assertThrows(InvalidInputException.class, () -> extremum.replayed(edits, Progress.NONE)).getMessage().contains(
			"criterion"));
		final EditedFronts elsewhere = EditedFronts.found(TwoFronts.kymograph(2), new FrontParameters(), Progress.NONE);
		final EditedFronts there = elsewhere.replayed(edits, Progress.NONE);
		assertTrue(there.warnings().stream().anyMatch(w -> w.contains("another kymograph")), there.warnings().toString());
		assertEquals(FOUND.front(2).orElseThrow().velocity().value() > 0, there.analysis().fronts().get(0).velocity().value() < 0,
			"the same front is deleted, whatever its number there");
		assertThrows(OperandoException.class, () -> FrontEdits.read(folder.resolve("none.json")));
		for (final String wrong : new String[] { "{}x", "{\"format\": \"other\"}", edits.toJson().replace("\"delete\"", "\"vanish\""),
			edits.toJson().replace("\"front\": 2", "\"front\": 0"), edits.toJson().replace("\"front\"", "\"front_id\"") })
			assertThrows(OperandoException.class, () -> FrontEdits.parse(wrong, "the edits"), wrong);
	}

	private static EditedFronts replayed(final String json) {
		return FOUND.replayed(FrontEdits.parse(json, "the edits"), Progress.NONE);
	}

	private static String numbered(final FrontEdits edits, final int then, final int number) {
		return edits.toJson().replace("\"front\": " + then, "\"front\": " + number);
	}

	@Test
	void anEditFindsItsFrontByItsPathIfTheSearchNumbersFrontsOtherwise() {
		final int id = towardsTheEnd();
		final int other = 3 - id;
		final FrontEdits edits = with(with(FOUND, FrontEdit.delete(id)), FrontEdit.move(other, FOUND.path(other).moved(0, 2e-7))).written();
		final EditedFronts same = replayed(edits.toJson());
		assertEquals(List.of(), same.warnings());
		// as a search would have written it that gave the two fronts each other's number
		final String exchanged = numbered(edits, id, 99).replace("\"front\": " + other, "\"front\": " + id).replace("\"front\": 99",
			"\"front\": " + other);
		final EditedFronts now = replayed(exchanged);
		assertEquals(table(same), table(now));
		assertEquals(List.of("Front " + other + " of the edits is front " + id +
			" here: it is known by its path, and the search now gives other numbers.", "Front " + id + " of the edits is front " + other +
				" here: it is known by its path, and the search now gives other numbers."), now.warnings());
		assertEquals(edits.toJson(), now.written().toJson(), "written again by the numbers of now");
		assertEquals(List.of(), replayed(now.written().toJson()).warnings());
	}

	@Test
	void aDrawnFrontGetsAnotherNumberIfTheSearchNowFindsOneOfItsOwn() {
		final int id = towardsTheEnd();
		EditedFronts drawn = with(with(FOUND, FrontEdit.delete(id)), FrontEdit.add(3, TwoFronts.nearFirst()));
		drawn = with(drawn, FrontEdit.move(3, drawn.path(3).moved(0.1, 1e-7)));
		// as if the search had found one front then, and the other was drawn as number 2
		final String then = numbered(drawn.written(), id, 1).replace("\"front\": 3", "\"front\": 2");
		final EditedFronts now = replayed(then);
		assertEquals(table(drawn), table(now));
		assertTrue(now.warnings().contains("Front 2 of the edits, drawn by hand, is front 3 here, since the search now finds a front 2 itself."),
			now.warnings().toString());
	}

	@Test
	void anEditOfAFrontThatIsNotFoundOrCannotBeToldIsRefused() {
		final int id = towardsTheEnd();
		final FrontEdits edits = with(FOUND, FrontEdit.delete(id)).written();
		final String polarity = edits.toJson().replace("\"polarity\": \"dark\"", "\"polarity\": \"bright\"");
		final String message = assertThrows(InvalidInputException.class, () -> replayed(polarity)).getMessage();
		assertTrue(message.startsWith("Edit 1 (delete) means a front (number " + id + " then: bright from the start, half_max, ") && message
			.contains(") that is not found here: replay it on"), message);
		final FrontVelocity front = FOUND.front(id).orElseThrow();
		assertEquals(0, FrontIdentity.of(front).distance(front, 19.9e-6, 1e-7), 1e-12, "only the unit is converted and back");
		// 5 % of 19.9 um is 0.995 um; before and after that
		for (final double away : new double[] { -1.1e-6, -0.9e-6, 0.9e-6, 1.1e-6 }) {
			final FrontPath path = FOUND.path(id).moved(0, away);
			final String moved = marked(edits, path.metres(0) * 1e6 + ", " + path.metres(1) * 1e6);
			if (Math.abs(away) > 1e-6) assertThrows(InvalidInputException.class, () -> replayed(moved));
			else assertTrue(replayed(moved).front(id).isEmpty());
		}
		final FrontEdits twice = with(with(FOUND, FrontEdit.delete(id)), FrontEdit.delete(3 - id)).written();
		final String both = twice.toJson().replace("\"front\": " + (3 - id), "\"front\": 7");
		assertEquals(1, replayed(both).warnings().size());
		assertThrows(InvalidInputException.class, () -> replayed(edits.toJson().replace("\"criterion\": \"half_max\",\n",
			"\"criterion\": null,\n")), "a mark that says too little");
	}

	@Test
	void twoFrontsAsNearToTheOneMeantAreRefused() {
		// half way between both just before they meet, for so short a time that either may be it
		final int id = towardsTheEnd();
		final FrontPath a = FOUND.path(id);
		final FrontPath b = FOUND.path(3 - id);
		final double last = Math.min(a.lastSeconds(), b.lastSeconds());
		final double[] t = { last - 0.2, last };
		final String halfWay = json(t[0]) + ", " + json(t[1]);
		final String places = json(5e5 * (a.at(t[0]) + b.at(t[0]))) + ", " + json(5e5 * (a.at(t[1]) + b.at(t[1])));
		final String between = marked(with(FOUND, FrontEdit.delete(id)).written(), places).replaceFirst(
			"(?s)\"time_s\": \\[[^\\]]+\\](,\\s*\"position_um\": \\[" + places + ")", "\"time_s\": [" + halfWay + "]$1");
		final String message = assertThrows(InvalidInputException.class, () -> replayed(between)).getMessage();
		assertTrue(message.contains("that may be front ") && message.contains(" or "), message);
	}

	private static String json(final double number) {
		return String.valueOf(number);
	}

	/** The edits, the front that is meant by the last of them at other positions (um). */
	private static String marked(final FrontEdits edits, final String positions) {
		final String marked = edits.toJson().replaceFirst("(?s)\"position_um\": \\[[^\\]]+\\](\\s*\\}\\s*\\})", "\"position_um\": [" +
			positions + "]$1");
		assertNotEquals(edits.toJson(), marked);
		return marked;
	}

	@Test
	void editsOfAnEarlierVersionGoByNumberAndSaySo() {
		final FrontEdits edits = with(with(FOUND, FrontEdit.delete(2)), FrontEdit.add(3, FrontPath.of(new double[] { 2, 10 }, new double[] { 9e-6,
			13e-6 }))).written();
		final String old = edits.toJson().replaceAll("(?s),\\s*\"meant\": (null|\\{[^}]*\\})", "");
		assertFalse(old.contains("meant"), old);
		final EditedFronts now = replayed(old);
		assertTrue(now.front(2).isEmpty());
		assertEquals(1, now.warnings().stream().filter(w -> w.startsWith("The edits are of an earlier version")).count(), now.warnings()
			.toString());
		assertEquals(edits.toJson(), now.written().toJson(), "saved again they know their fronts");
		final String taken = old.replace("\"front\": 3", "\"front\": 1");
		assertThrows(InvalidInputException.class, () -> replayed(taken), "what the numbers mean then is anyone's guess");
	}

	@Test
	void statesCanBeGoneBackToAndForward() {
		final EditedFronts one = with(FOUND, FrontEdit.delete(1));
		final EditedFronts two = with(one, FrontEdit.delete(2));
		EditHistory history = EditHistory.from(FOUND);
		assertFalse(history.canUndo() || history.canRedo());
		assertSame(history, history.undone());
		history = history.then(one).then(two);
		assertSame(one, history.undone().now());
		assertSame(FOUND, history.undone().undone().now());
		assertSame(two, history.undone().undone().redone().redone().now());
		assertTrue(history.undone().canRedo());
		assertFalse(history.undone().then(FOUND).canRedo(), "what was undone is gone after another edit");
		assertSame(FOUND, history.undone().then(FOUND).now());
	}
}
