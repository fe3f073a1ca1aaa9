package net.operando.ui.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;
import net.operando.base.InvalidInputException;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.movie.MemoryMovie;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;

class MovieImagesTest {

	private static Movie counts() {
		final short[][] frames = { { 0, 1, 2, 3, 4, (short) 65535 }, { 10, 11, 12, 13, 14, 15 } };
		return MemoryMovie.ofCounts("rod", 3, 2, frames, TimeAxis.of(0.25, 7.5), Calibration.ofMicrometres(0.0694));
	}

	@Test
	void anImageOfAMovieIsVirtualCalibratedAndKnowsItsTimes() {
		final ImagePlus image = MovieImages.image(counts());
		assertTrue(image.getStack().isVirtual());
		assertEquals(2, image.getNFrames());
		assertEquals(0.0694, image.getCalibration().pixelWidth, 1e-15, "one rounding to metres and back");
		assertEquals("µm", image.getCalibration().getUnit(), "ImageJ writes um so");
		assertEquals("t = 7.500 s", image.getStack().getSliceLabel(2));
		assertEquals(7.25, image.getCalibration().frameInterval);
		assertEquals(65535, image.getStack().getProcessor(1).get(2, 1));
		assertEquals(11, image.getStack().getProcessor(2).get(1, 0));
	}

	@Test
	void drawingOnASliceDoesNotChangeTheMovie() {
		final Movie movie = counts();
		final ImagePlus image = MovieImages.image(movie);
		image.getStack().getProcessor(1).set(0, 0, 999);
		assertEquals(0, movie.frame16(0, null)[0]);
		assertThrows(UnsupportedOperationException.class, () -> image.getStack().deleteSlice(1));
		assertThrows(UnsupportedOperationException.class, () -> ((MovieStack) image.getStack()).addSlice("x"));
	}

	@Test
	void theMovieComesBackFromItsImageWithTrueTimes() {
		final Movie back = MovieImages.movie(MovieImages.image(counts()));
		assertArrayEquals(new double[] { 0.25, 7.5 }, back.times().toArray());
		assertFalse(back.times().isNominal());
	}

	@Test
	void floatAndByteMoviesShowTheirValues() {
		final Movie values = MemoryMovie.ofValues("d", 2, 1, new float[][] { { -0.5f, Float.NaN } }, TimeAxis.of(0.0),
			Calibration.unknown(), List.of("look out"));
		final ImagePlus image = MovieImages.image(values);
		assertEquals(-0.5f, image.getStack().getProcessor(1).getf(0, 0));
		assertTrue(Float.isNaN(image.getStack().getProcessor(1).getf(1, 0)));
		assertTrue(((String) image.getProperty("Info")).contains("look out"));
		assertEquals("pixel", image.getCalibration().getUnit());
	}

	@Test
	void anyOpenStackIsAMovieWithNominalTimes() {
		final ImageStack stack = new ImageStack(2, 1);
		stack.addSlice(new ShortProcessor(2, 1, new short[] { 1, (short) 40000 }, null));
		stack.addSlice(new ShortProcessor(2, 1, new short[] { 3, 4 }, null));
		final ImagePlus image = new ImagePlus("elsewhere", stack);
		final InvalidInputException e = assertThrows(InvalidInputException.class, () -> MovieImages.movie(image));
		assertTrue(e.getMessage().contains("frame interval"), e.getMessage());
		image.getCalibration().frameInterval = 500;
		image.getCalibration().setTimeUnit("ms");
		image.getCalibration().setUnit("micron");
		image.getCalibration().pixelWidth = 0.1;
		image.getCalibration().pixelHeight = 0.1;
		final Movie movie = MovieImages.movie(image);
		assertEquals(PixelType.UINT16, movie.pixelType());
		assertEquals(0.5, movie.times().seconds(1));
		assertTrue(movie.times().isNominal());
		assertEquals(1, movie.warnings().size());
		assertEquals(40000, movie.frame(0, null)[1]);
		assertEquals(4, movie.frame16(1, null)[1]);
		assertEquals(0.1, movie.calibration().micrometresPerPixel(), 1e-15, "one rounding to metres and back");
		assertEquals(2, MovieImages.movie(image, 2).times().seconds(1), "a given interval wins");
	}

	@Test
	void hyperstacksGiveTheShownChannelAndSayIt() {
		final ImageStack stack = new ImageStack(1, 1);
		for (int i = 0; i < 6; i++)
			stack.addSlice(new ByteProcessor(1, 1, new byte[] { (byte) (200 + i) }));
		final ImagePlus image = new ImagePlus("hyper", stack);
		image.setDimensions(2, 1, 3);
		image.setOpenAsHyperStack(true);
		image.getCalibration().frameInterval = 1;
		image.setPosition(2, 1, 1);
		final Movie movie = MovieImages.movie(image);
		assertEquals(3, movie.frameCount());
		assertEquals(201, movie.frame(0, null)[0]);
		assertEquals(205, movie.frame(2, null)[0]);
		assertTrue(movie.warnings().get(0).contains("Channel 2 of 2"), movie.warnings().toString());
	}

	@Test
	void refusesColourAndOblongPixels() {
		assertThrows(InvalidInputException.class, () -> MovieImages.movie(new ImagePlus("rgb", new ColorProcessor(2, 2))));
		final ImagePlus oblong = new ImagePlus("oblong", new ByteProcessor(2, 2));
		oblong.getCalibration().setUnit("um");
		oblong.getCalibration().pixelWidth = 0.5;
		assertThrows(InvalidInputException.class, () -> MovieImages.movie(oblong));
	}
}
