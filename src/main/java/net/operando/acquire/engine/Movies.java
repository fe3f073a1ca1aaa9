package net.operando.acquire.engine;

import java.util.ArrayList;
import java.util.List;

import net.operando.acquire.plan.AcquisitionPlan;
import net.operando.acquire.plan.Phase;
import net.operando.acquire.port.Camera;
import net.operando.acquire.recording.RecordingReport;
import net.operando.base.quantity.Calibration;
import net.operando.data.io.acquired.StreamInfo;
import net.operando.data.movie.PixelType;

/** The movies that a plan makes: one per position, dark frames of marks, full frames around events. Immutable. */
final class Movies {

	/** Frames recorded while a mark kept the lamp dark. */
	static final String DARK = "dark";

	private final List<StreamInfo> positions = new ArrayList<>();
	private StreamInfo dark;
	private StreamInfo full;

	private Movies() {}

	static Movies of(final AcquisitionPlan plan, final Camera camera, final Calibration calibration) {
		final Movies movies = new Movies();
		final int bin = plan.spatialBin();
		final int width = camera.width() / bin;
		final int height = camera.height() / bin;
		final double um = calibration.isKnown() ? calibration.micrometresPerPixel() : Double.NaN;
		// frames as the camera gave them stay whole numbers; means need more than 16 bit not to lose what averaging won
		final boolean raw = bin == 1 && plan.phases().stream().mapToInt(Phase::temporalMean).max().orElse(1) == 1;
		final PixelType type = raw ? PixelType.UINT16 : PixelType.FLOAT32;
		for (int p = 1; p <= Math.max(1, plan.positions().size()); p++)
			movies.positions.add(StreamInfo.of(p == 1 ? StreamInfo.MOVIE : "position-" + p, width, height, type, um * bin));
		if (plan.marks().isLedBlink()) movies.dark = StreamInfo.of(DARK, width, height, type, um * bin);
		if (!Double.isNaN(plan.fullFramesBeforeSeconds())) movies.full = StreamInfo.of(RecordingReport.FULL, camera.width(),
			camera.height(), PixelType.UINT16, um);
		return movies;
	}

	List<StreamInfo> all() {
		final List<StreamInfo> all = new ArrayList<>(positions);
		if (dark != null) all.add(dark);
		if (full != null) all.add(full);
		return all;
	}

	/** The movie that an exposure belongs to. */
	StreamInfo of(final RawExposure raw) {
		return raw.dark ? dark : positions.get(raw.position - 1);
	}

	/** The movie of full frames; null if the plan keeps none. */
	StreamInfo full() {
		return full;
	}
}
