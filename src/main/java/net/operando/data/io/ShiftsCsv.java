package net.operando.data.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.movie.FrameShift;
import net.operando.data.movie.FrameShifts;

/** {@code shifts.csv}: where the sample lies in every frame, to be looked at, edited and applied again. */
public final class ShiftsCsv {

	private ShiftsCsv() {}

	/**
	 * Columns frame, time_s, dx_um, dy_um, rotation_deg, quality, dx_px, dy_px, se_px, sharpness, focus_changed. The um are
	 * empty where the pixel size is not known.
	 */
	public static TidyTable table(final FrameShifts shifts, final Calibration calibration) {
		final TidyTable table = TidyTable.withColumns("frame", "time_s", "dx_um", "dy_um", "rotation_deg", "quality", "dx_px",
			"dy_px", "se_px", "sharpness", "focus_changed");
		final double um = calibration.isKnown() ? calibration.micrometresPerPixel() : Double.NaN;
		for (int i = 0; i < shifts.size(); i++) {
			final FrameShift s = shifts.shift(i);
			table.row(i + 1, shifts.times().seconds(i), s.dxPixels() * um, s.dyPixels() * um, s.rotationDegrees(), s.quality(), s
				.dxPixels(), s.dyPixels(), s.standardErrorPixels(), s.sharpness(), s.focusChanged());
		}
		return table;
	}

	/**
	 * Reads such a table. Lengths in um count where the pixel size is known, so that shifts of a movie fit its binned
	 * copy; those in px otherwise. The column rotation_deg may be missing; empty cells of a row make its shift unknown.
	 *
	 * @param calibration of the movie they are for
	 * @throws FormatException if the file is something else
	 */
	public static FrameShifts read(final Path file, final Calibration calibration) {
		final List<String> lines;
		try {
			lines = Files.readAllLines(file, StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new FormatException(file, "cannot be read as text: give a shifts.csv of Correct Drift.", e);
		}
		final List<String> header = lines.isEmpty() ? List.of() : Arrays.asList(lines.get(0).trim().split("\\s*,\\s*"));
		final boolean inMicrometres = calibration.isKnown() && header.contains("dx_um");
		final int time = header.indexOf("time_s");
		final int dx = header.indexOf(inMicrometres ? "dx_um" : "dx_px");
		final int dy = header.indexOf(inMicrometres ? "dy_um" : "dy_px");
		final int turn = header.indexOf("rotation_deg");
		if (time < 0 || dx < 0 || dy < 0) throw new FormatException(file, header.contains("dx_um")
			? "has shifts in um only, but the pixel size of the movie is not known: set pixelsizeum when opening it."
			: "has no columns time_s, dx_um and dy_um: give a shifts.csv of Correct Drift.");
		final double scale = inMicrometres ? 1 / calibration.micrometresPerPixel() : 1;
		final List<FrameShift> shifts = new ArrayList<>();
		final List<Double> seconds = new ArrayList<>();
		for (int i = 1; i < lines.size(); i++) {
			if (lines.get(i).trim().isEmpty()) continue;
			final String[] cells = lines.get(i).split(",", -1);
			try {
				seconds.add(Double.parseDouble(cells[time].trim()));
				final FrameShift shift = FrameShift.of(number(cells[dx]) * scale, number(cells[dy]) * scale, turn < 0 ? 0 : number(
					cells[turn]));
				shifts.add(shift.isKnown() ? shift : FrameShift.unknown());
			}
			catch (final NumberFormatException | ArrayIndexOutOfBoundsException e) {
				throw new FormatException(file, "has no time and shift in line " + (i + 1) + ".", e);
			}
		}
		if (shifts.isEmpty()) throw new FormatException(file, "holds no shifts: give a shifts.csv of Correct Drift.");
		return FrameShifts.of(TimeAxis.of(seconds.stream().mapToDouble(Double::doubleValue).toArray()), shifts);
	}

	private static double number(final String cell) {
		return cell.trim().isEmpty() ? Double.NaN : Double.parseDouble(cell.trim());
	}
}
