package net.operando.figure.draw;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

class LabelPlacerTest {

	private static final Rectangle2D AREA = new Rectangle2D.Double(20, 10, 400, 110);

	@Test
	void labelsNeverOverlapAndStayInside() {
		for (int seed = 0; seed < 20; seed++) {
			final Random random = new Random(seed);
			final LabelPlacer placer = new LabelPlacer(AREA);
			final List<Rectangle2D> placed = new ArrayList<>();
			for (int k = 0; k < 40; k++) {
				final Line2D near = new Line2D.Double(20 + 400 * random.nextDouble(), 10 + 110 * random.nextDouble(), 20 + 400 *
					random.nextDouble(), 10 + 110 * random.nextDouble());
				final Optional<Rectangle2D> label = placer.place(70, 19, near);
				if (label.isEmpty()) continue;
				assertTrue(AREA.contains(label.get()));
				for (final Rectangle2D other : placed)
					assertFalse(other.intersects(label.get()));
				placed.add(label.get());
			}
			assertTrue(placed.size() >= 8, "there is room for 5 x 5 at best, and half of it is found: " + placed.size());
		}
	}

	@Test
	void pointsLinesAndSignalAreLeftFree() {
		final LabelPlacer placer = new LabelPlacer(AREA);
		final Line2D line = new Line2D.Double(120, 65, 300, 65);
		placer.avoid(line);
		placer.avoid(new Point2D.Double(210, 52));
		// everything below the line is signal
		placer.avoidSignal((x, y) -> y > 65 ? 1 : 0);
		final Rectangle2D label = placer.place(60, 18, line).get();
		assertFalse(label.intersectsLine(line));
		assertFalse(label.contains(210, 52));
		assertTrue(label.getMaxY() < 65, "above the line");
	}

	@Test
	void nothingIsPlacedWhereThereIsNoRoom() {
		final LabelPlacer placer = new LabelPlacer(AREA);
		placer.reserve(AREA);
		assertTrue(placer.place(10, 10, new Line2D.Double(50, 50, 60, 60)).isEmpty());
	}
}
