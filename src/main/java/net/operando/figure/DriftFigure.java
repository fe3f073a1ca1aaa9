package net.operando.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import net.operando.base.quantity.Calibration;
import net.operando.data.movie.FrameShift;
import net.operando.data.movie.FrameShifts;
import net.operando.figure.draw.Style;

/** How the sample moved: shifts against time, the rotation if there is one, and quality and sharpness. */
public final class DriftFigure {

	private DriftFigure() {}

	/** @param calibration in um if it is known, else in px */
	public static Figure of(final FrameShifts shifts, final Calibration calibration) {
		final double scale = calibration.isKnown() ? calibration.micrometresPerPixel() : 1;
		final double[] t = shifts.times().toArray();
		final List<PlotPanel> panels = new ArrayList<>();
		panels.add(PlotPanel.of("Time", "s", "Shift", calibration.isKnown() ? "µm" : "px", List.of(Series.line("x", t, values(
			shifts, s -> scale * s.dxPixels())).withColour(Style.series(0)), Series.line("y", t, values(shifts, s -> scale * s
				.dyPixels())).withColour(Style.series(1)))));
		final double[] turn = values(shifts, FrameShift::rotationDegrees);
		for (final double angle : turn)
			if (angle != 0 && !Double.isNaN(angle)) {
				panels.add(PlotPanel.of("Time", "s", "Rotation", "°", List.of(Series.line("", t, turn))));
				break;
			}
		final double[] quality = values(shifts, FrameShift::quality);
		if (anyNumber(quality)) panels.add(PlotPanel.of("Time", "s", "Relative to most frames", "", List.of(Series.line(
			"quality", t, quality).withColour(Style.series(2)), Series.line("sharpness", t, values(shifts,
				FrameShift::sharpness)).withColour(Style.series(3)))));
		return LinePlotFigure.of(panels, 1);
	}

	private static boolean anyNumber(final double[] values) {
		for (final double v : values)
			if (!Double.isNaN(v)) return true;
		return false;
	}

	private static double[] values(final FrameShifts shifts, final ToDoubleFunction<FrameShift> value) {
		final double[] values = new double[shifts.size()];
		for (int i = 0; i < values.length; i++)
			values[i] = value.applyAsDouble(shifts.shift(i));
		return values;
	}
}
