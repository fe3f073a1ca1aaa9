package net.operando.data.movie;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import net.operando.base.InvalidInputException;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import org.junit.jupiter.api.Test;

class MovieViewTest {

	private static MovieView movie() {
		final short[][] frames = new short[6][6];
		for (int f = 0; f < 6; f++)
			for (int i = 0; i < 6; i++)
				frames[f][i] = (short) (10 * f + i);
		return MovieView.of(MemoryMovie.ofCounts("six", 3, 2, frames, TimeAxis.of(0, 1, 2, 4, 8, 16), Calibration.unknown()));
	}

	@Test
	void showsSomeFramesWithTheirTimes() {
		final Movie part = movie().withFrames(1, 5).withFrames(1, 3);
		assertEquals(2, part.frameCount());
		assertArrayEquals(new double[] { 2, 4 }, part.times().toArray());
		assertEquals(34, part.frame(1, null)[4]);
		assertEquals(20, part.frame16(0, null)[0]);
		assertArrayEquals(new float[] { 24, 25 }, part.region(0, Region.of(1, 1, 2, 1), null));
		assertThrows(IndexOutOfBoundsException.class, () -> part.frame(2, null));
		assertThrows(InvalidInputException.class, () -> movie().withFrames(3, 3));
		assertThrows(InvalidInputException.class, () -> movie().withFrames(0, 7));
	}

	/** The noise floor of rates comes from it, and averages are no longer of the recorded type. */
	@Test
	void hasTheFullScaleOfTheRecordingUnderneath() {
		final Movie binned = BinnedMovie.of(movie(), new BinningParameters());
		assertEquals(binned.fullScale(), MovieView.of(binned).withFrames(0, 2).fullScale());
		assertEquals(65535, MovieView.of(binned).fullScale());
	}

	@Test
	void relabelsWithoutTouchingTheMovieUnderneath() {
		final MovieView whole = movie();
		final Movie other = whole.withTimes(TimeAxis.nominal(6, 0.5)).withCalibration(Calibration.ofMicrometres(0.1))
			.withWarnings(List.of("a warning"));
		assertEquals(2.5, other.times().seconds(5));
		assertEquals(List.of("a warning"), other.warnings());
		assertEquals(true, other.calibration().isKnown());
		assertEquals(false, whole.calibration().isKnown());
		assertEquals(16, whole.times().seconds(5));
		assertEquals("six", other.name());
		assertEquals(PixelType.UINT16, other.pixelType());
		assertThrows(InvalidInputException.class, () -> whole.withTimes(TimeAxis.of(0, 1)));
	}
}
