package net.operando.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.front.FrontPath;
import net.operando.analysis.front.edit.EditedFronts;
import net.operando.analysis.front.edit.FrontEdit;
import net.operando.analysis.front.edit.TwoFronts;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.io.FormatException;

/** {@link EditorState}, {@link EditorScale}, {@link VoltageCurve}, {@link FrontText} and {@link KymographPainter}, without a display. */
class EditorStateTest {

	private static final EditedFronts FOUND = EditedFronts.found(TwoFronts.kymograph(1), new FrontParameters(), Progress.NONE);

	@Test
	void selectionCursorAndDrawing() {
		final EditorState state = new EditorState(FOUND);
		assertEquals(0, state.selected());
		assertTrue(state.path().isEmpty());
		state.cycle(1);
		assertEquals(1, state.selected());
		state.cycle(1);
		state.cycle(1);
		assertEquals(1, state.selected());
		state.cycle(-1);
		assertEquals(2, state.selected());
		state.cyclePoint(1);
		assertEquals(FOUND.front(2).orElseThrow().points().get(0).timeSeconds(), state.point());
		assertEquals(state.point(), state.cursorSeconds());
		state.cyclePoint(-1);
		assertEquals(FOUND.front(2).orElseThrow().lastSeconds(), state.point(), 2.01);
		final FrontPath before = state.path().orElseThrow();
		state.nudge(0, 3);
		assertEquals(before.at(5) + 3e-7, state.path().orElseThrow().at(5), 1e-12);
		state.select(1);
		assertTrue(state.preview().isEmpty() && Double.isNaN(state.point()), "another front, another path");
		state.moveCursor(3.2, 4e-6);
		state.stepCursor(2, -5);
		assertEquals(5.5, state.cursorSeconds());
		assertEquals(3.5e-6, state.cursorMetres(), 1e-12);
		state.stepCursor(-100, 1000);
		assertEquals(0.5, state.cursorSeconds());
		assertEquals(19.9e-6, state.cursorMetres(), 1e-12);
		state.beginDraft();
		assertTrue(state.isDrawing() && state.selected() == 0);
		state.addVertex(2, 1e-6);
		assertThrows(InvalidInputException.class, state::finishDraft, "one vertex is no path");
		assertFalse(state.isDrawing());
		state.addVertex(2, 1e-6);
		state.addVertex(6, 2e-6);
		assertEquals(1.5e-6, state.finishDraft().at(4), 1e-12);
	}

	@Test
	void whatIsNewIsSelectedAndWhatIsGoneIsNot() {
		final EditorState state = new EditorState(FOUND);
		state.select(2);
		state.become(state.history().then(FOUND.with(FrontEdit.delete(2), Progress.NONE)));
		assertEquals(0, state.selected());
		state.become(state.history().undone());
		assertEquals(2, state.selected(), "back again");
	}

	@Test
	void aScaleStaysWithinTheKymograph() {
		final EditorScale all = EditorScale.of(FOUND.kymograph(), new Rectangle2D.Double(50, 10, 520, 400));
		assertEquals(0, all.seconds(50), 1e-9);
		assertEquals(26, all.seconds(570), 1e-9);
		assertEquals(50 + 520 / 2.0, all.x(13), 1e-9);
		assertEquals(10e-6, all.metres(all.y(10e-6)), 1e-15);
		assertTrue(all.y(0) > all.y(10e-6), "positions rise upwards");
		final EditorScale near = all.zoomed(2, 180, 110);
		assertEquals(all.seconds(180), near.seconds(180), 1e-9, "what is under the cursor stays there");
		assertEquals(13, near.shown()[1] - near.shown()[0], 1e-9);
		assertEquals(all.shown()[0], near.zoomed(1e-3, 300, 300).shown()[0], 1e-9);
		assertEquals(0, near.scrolled(-5).shown()[0], 1e-9);
		assertEquals(26, near.scrolled(5).shown()[1], 1e-9);
		assertEquals(26 / 40.0, all.zoomed(1e6, 300, 300).shown()[1] - all.zoomed(1e6, 300, 300).shown()[0], 1e-9);
	}

	@Test
	void theVoltageIsFoundBesideTheKymographOrGiven(@TempDir final Path folder) throws Exception {
		final Path step = Files.createDirectories(folder.resolve("rod1/step1"));
		assertTrue(VoltageCurve.of(null, List.of(step.resolve("kymograph.tif"))).isEmpty());
		Files.writeString(folder.resolve("timeline.csv"), "frame,time_s,voltage_V\n1,0,2.0\n2,1,\n3,4,1.5\n");
		final VoltageCurve curve = VoltageCurve.of(null, List.of(step.resolve("kymograph.tif"))).orElseThrow();
		assertEquals(2.0, curve.at(1.2));
		assertEquals(1.5, curve.at(3));
		assertTrue(VoltageCurve.of(null, List.of()).isEmpty());
		Files.writeString(step.resolve("timeline.csv"), "a,b\n1,2\n");
		assertTrue(VoltageCurve.of(null, List.of(step.resolve("kymograph.tif"))).isEmpty(), "another file of that name is let be");
		assertThrows(FormatException.class, () -> VoltageCurve.of(step.resolve("timeline.csv"), List.of()));
	}

	@Test
	void frontsAreToldWithTheirErrors() {
		final String found = FrontText.details(FOUND, FOUND.front(1).orElseThrow());
		assertTrue(found.contains(", found\n") && found.contains(" ± ") && found.contains("95 %: ") && found.contains("half maximum") &&
			found.contains("dark, from the ") && found.contains("meets front 2 at "), found);
		final EditedFronts state = FOUND.with(FrontEdit.add(3, FrontPath.of(new double[] { 2, 10 }, new double[] { 9e-6, 13e-6 })),
			Progress.NONE);
		final String drawn = FrontText.details(state, state.front(3).orElseThrow());
		assertTrue(drawn.contains("changed by hand\nno velocity\nFront 3, drawn by hand, has no velocity"), drawn);
		assertTrue(FrontText.line(state.front(3).orElseThrow()).startsWith("3:  no velocity  (manual, "));
		assertEquals("3 fronts, 1 without a velocity.", FrontText.summary(state.analysis()));
	}

	/** What is drawn follows the state: the cursor, a selection, another part; at twice the resolution there is twice of it. */
	@Test
	void thePaintingFollowsTheState(@TempDir final Path folder) throws Exception {
		Files.writeString(folder.resolve("timeline.csv"), "frame,time_s,voltage_V\n1,0,2.0\n2,26,1.5\n");
		final KymographPainter painter = new KymographPainter(FOUND.kymograph(), VoltageCurve.of(folder.resolve("timeline.csv"), List
			.of()), 1);
		final EditorState state = new EditorState(FOUND);
		final EditorScale scale = EditorScale.of(FOUND.kymograph(), painter.plot(600, 500));
		state.moveCursor(20, 5e-6);
		final BufferedImage first = paint(painter, scale, state, 1);
		final int x = (int) scale.x(20);
		// above the curve, which has fallen by then
		final int strip = (int) (scale.plot().getMaxY() + 20);
		assertTrue(darkest(first, x, strip) < 200, "the cursor is a line on the voltage too");
		assertTrue(darkest(first, x - 12, strip) > 230, "and nowhere else");
		state.moveCursor(10, 5e-6);
		assertTrue(darkest(paint(painter, scale, state, 1), x, strip) > 230, "it has gone");
		final BufferedImage before = paint(painter, scale, state, 1);
		state.select(1);
		assertNotEquals(sum(before), sum(paint(painter, scale, state, 1)), "a selection shows");
		assertEquals(1200, paint(painter, scale, state, 2).getWidth());
		assertNotEquals(sum(before), sum(paint(painter, scale.zoomed(3, 200, 200), state, 1)));
		assertTrue(new KymographPainter(FOUND.kymograph(), Optional.empty(), 1).plot(600, 500).getHeight() > painter.plot(600, 500)
			.getHeight());
	}

	private static BufferedImage paint(final KymographPainter painter, final EditorScale scale, final EditorState state,
		final int device)
	{
		final BufferedImage image = new BufferedImage(600 * device, 500 * device, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = image.createGraphics();
		g.fillRect(0, 0, image.getWidth(), image.getHeight());
		g.scale(device, device);
		painter.paint(g, scale, state, device);
		g.dispose();
		return image;
	}

	/** Darkest red within a pixel to either side. */
	private static int darkest(final BufferedImage image, final int x, final int y) {
		int least = 255;
		for (int i = x - 1; i <= x + 1; i++)
			least = Math.min(least, image.getRGB(i, y) >> 16 & 0xff);
		return least;
	}

	private static long sum(final BufferedImage image) {
		long sum = 0;
		for (int y = 0; y < image.getHeight(); y++)
			for (int x = 0; x < image.getWidth(); x++)
				sum += (image.getRGB(x, y) & 0xffffffL) * (1 + (x * 31L + y) % 1009);
		return sum;
	}
}
