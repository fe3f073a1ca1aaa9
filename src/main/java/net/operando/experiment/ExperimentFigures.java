package net.operando.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import net.operando.analysis.differential.Differential;
import net.operando.analysis.differential.DifferentialParameters;
import net.operando.analysis.front.FrontAnalysis;
import net.operando.base.InsufficientDataException;
import net.operando.data.electrochem.CyclerRecording;
import net.operando.data.electrochem.HalfCycle;
import net.operando.data.electrochem.Step;
import net.operando.data.electrochem.StepKind;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;
import net.operando.data.movie.BinnedMovie;
import net.operando.data.movie.BinningParameters;
import net.operando.data.movie.Movie;
import net.operando.data.movie.Region;
import net.operando.figure.CapacityFigure;
import net.operando.figure.CapacityPoint;
import net.operando.figure.DifferentialPanelFigure;
import net.operando.figure.Figure;
import net.operando.figure.FrontOverlays;
import net.operando.figure.ImagePanel;
import net.operando.figure.KymographFigure;
import net.operando.figure.KymographPanel;
import net.operando.figure.StepBand;
import net.operando.figure.TraceData;
import net.operando.figure.colour.ColourMap;
import net.operando.figure.draw.Ticks;
import net.operando.figure.video.AnnotatedVideo;

/** The figures of an analysis, from its results. Differential images are read from the movie. */
final class ExperimentFigures {

	/** Moments of a step at which the paper shows differential images, in fractions of the time until it is homogeneous. */
	private static final double[] MOMENTS = { 0.1, 0.25, 0.4, 0.6, 0.8, 1.0 };
	/** Without a time of homogeneity, images are spread over this much of the step at most. */
	private static final double SHOWN_SECONDS = 40;
	private static final int MARGIN_PIXELS = 15;
	/** Differential images are averaged over squares of this edge: about the width of the microscope's point spread. */
	private static final double IMAGE_PIXEL_METRES = 0.2e-6;

	/** Pixels are noisier than the means across a line-cut, so their images are taken over twice its lag. */
	static final double IMAGE_LAGS = 2;

	private final ExperimentResult result;
	private final ExperimentParameters parameters;

	ExperimentFigures(final ExperimentResult result, final ExperimentParameters parameters) {
		this.result = result;
		this.parameters = parameters;
	}

	/** Voltage of the cell on the movie's clock. */
	TraceData voltage() {
		return trace(result.cell().recording().voltageVolts(), "Voltage", "V");
	}

	/** A trace of the samples, broken where one file ends: nothing was measured from there to the next. */
	private TraceData trace(final double[] samples, final String label, final String unit) {
		final CyclerRecording recording = result.cell().recording();
		final double[] seconds = result.cell().movieSeconds();
		final int segments = recording.segments().size();
		final double[] times = new double[samples.length + segments - 1];
		final double[] values = new double[times.length];
		int to = 0;
		for (int s = 0; s < segments; s++) {
			for (int i = recording.firstSample(s); i < recording.endSample(s); i++, to++) {
				times[to] = seconds[i];
				values[to] = samples[i];
			}
			if (s + 1 == segments) break;
			times[to] = 0.5 * (seconds[recording.endSample(s) - 1] + seconds[recording.firstSample(s + 1)]);
			values[to++] = Double.NaN;
		}
		return TraceData.of(times, values, label, unit);
	}

	private TraceData current() {
		final double[] amperes = result.cell().recording().currentAmperes();
		double largest = 0;
		for (final double a : amperes)
			largest = Math.max(largest, Math.abs(a));
		final String[] units = { "A", "mA", "µA", "nA", "pA" };
		int u = 0;
		while (u < units.length - 1 && largest > 0 && largest * Math.pow(1e3, u) < 1)
			u++;
		final double factor = Math.pow(1e3, u);
		for (int i = 0; i < amperes.length; i++)
			amperes[i] *= factor;
		return trace(amperes, "Current", units[u]);
	}

	/** What the cell did, on the movie's clock. */
	List<StepBand> bands() {
		final List<StepBand> bands = new ArrayList<>();
		for (final Step step : result.cell().steps().list()) {
			final double rate = result.cell().charge().cRate(step.meanCurrentAmperes());
			final double direction = result.cell().charge().sign().factor() * step.meanCurrentAmperes();
			final StepBand.Kind kind = step.kind() == StepKind.REST ? StepBand.Kind.REST : step.kind() == StepKind.HOLD
				? StepBand.Kind.HOLD : direction > 0 ? StepBand.Kind.LITHIATION : StepBand.Kind.DELITHIATION;
			StepBand band = StepBand.of(result.cell().startSeconds(step), result.cell().endSeconds(step), kind);
			if (step.kind() == StepKind.CONSTANT_CURRENT && !Double.isNaN(rate)) band = band.labelled(String.format(Locale.ROOT,
				"%s, %sC", kind.label(), Ticks.number(Math.abs(rate), Math.abs(rate) < 10 ? 1 : 0)));
			bands.add(band);
		}
		return bands;
	}

	/** The whole movie: voltage and current over the intensity along a rod. */
	Figure overview(final RodResult rod) {
		final double[] shown = { result.movie().times().seconds(0), result.movie().times().seconds(result.movie()
			.frameCount() - 1) };
		return KymographFigure.of(List.of(KymographPanel.of(rod.intensity()).titled("Intensity"))).withTraces(List.of(voltage(),
			current())).withBands(bands()).withTimes(shown[0], shown[1]);
	}

	/**
	 * One step: voltage and current over the differential kymograph with its fronts, one panel per criterion, each with the
	 * simulated one under it if there is one; all of them share their colours.
	 */
	Figure step(final StepResult step) {
		final StepSimulation simulated = step.simulation().filter(StepSimulation::isDone).orElse(null);
		final List<KymographPanel> panels = new ArrayList<>();
		for (int i = 0; i < step.fronts().size(); i++) {
			panels.add(panel(step.rate(), step.fronts().get(i), simulated == null ? "" : "Measured, "));
			if (simulated != null) panels.add(panel(simulated.opticalRate(), simulated.fronts().get(i), "Simulated, "));
		}
		final int last = step.rate().columns() - 1;
		return KymographFigure.of(panels).withTraces(List.of(voltage(), current())).withBands(bands()).withTimes(step.rate()
			.times().seconds(0), step.rate().times().seconds(last));
	}

	private static KymographPanel panel(final Kymograph rate, final FrontAnalysis fronts, final String before) {
		final String title = fronts.fronts().isEmpty() ? "no front" : fronts.fronts().get(0).criterion().label();
		return KymographPanel.of(rate).titled(before + title).withFronts(FrontOverlays.of(fronts));
	}

	/** Differential images of the field around a rod at times of a step. */
	DifferentialPanelFigure images(final RodResult rod, final StepResult step) {
		final Movie differential = differential(step);
		final Region region = binned(around(rod.rod()), imageBin());
		final List<ImagePanel> panels = new ArrayList<>();
		for (final int frame : imageFrames(step, differential))
			panels.add(ImagePanel.ofFrame(differential, differential.times().seconds(frame), region));
		return DifferentialPanelFigure.of(panels, differential.calibration(), KymographQuantity.INTENSITY_RATE);
	}

	/** The differential movie that images and video of a step show: pixels of about 0.2 um, twice the lag of the kymograph. */
	Movie differential(final StepResult step) {
		final Movie smooth = BinnedMovie.of(result.movie(), new BinningParameters().withSpatialBin(imageBin()).withTemporalBin(
			1));
		return Differential.movie(smooth, new DifferentialParameters().withLagSeconds(step.rate().lagSeconds() * IMAGE_LAGS));
	}

	/** A step's differential movie in the colours of its images, so that both show the same. */
	AnnotatedVideo differentialVideo(final RodResult rod, final StepResult step) {
		return AnnotatedVideo.of(differential(step), KymographQuantity.INTENSITY_RATE).titled(result.movie().name() +
			", (dI/dt)/I").withColours(ColourMap.diverging(), images(rod, step).limits()).withTrace(voltage(), bands());
	}

	private int imageBin() {
		return (int) Math.max(1, Math.round(IMAGE_PIXEL_METRES / result.movie().calibration().metresPerPixel()));
	}

	private static Region binned(final Region region, final int bin) {
		return Region.of(region.x() / bin, region.y() / bin, Math.max(1, region.width() / bin), Math.max(1, region.height() /
			bin));
	}

	/** Frames of the differential movie at moments of a step, each once, in order. */
	private Set<Integer> imageFrames(final StepResult step, final Movie differential) {
		final double[] given = parameters.differentialImageSeconds();
		double until = Math.min(SHOWN_SECONDS, step.endSeconds() - step.startSeconds());
		for (final FrontAnalysis fronts : step.fronts())
			if (fronts.homogeneousSeconds() > step.startSeconds()) until = Math.min(until, fronts.homogeneousSeconds() - step
				.startSeconds());
		final double last = differential.times().seconds(differential.frameCount() - 1) - step.startSeconds();
		final Set<Integer> frames = new TreeSet<>();
		if (given.length > 0) for (final double seconds : given)
			frames.add(differential.times().nearest(step.startSeconds() + seconds));
		else for (final double moment : MOMENTS)
			frames.add(differential.times().nearest(step.startSeconds() + moment * Math.min(until, last)));
		return frames;
	}

	/** The field around a rod's line, clipped to the image. */
	Region around(final RodLine rod) {
		double left = Double.POSITIVE_INFINITY;
		double top = Double.POSITIVE_INFINITY;
		double right = 0;
		double bottom = 0;
		for (int i = 0; i < rod.path().vertexCount(); i++) {
			left = Math.min(left, rod.path().x(i));
			top = Math.min(top, rod.path().y(i));
			right = Math.max(right, rod.path().x(i));
			bottom = Math.max(bottom, rod.path().y(i));
		}
		final int margin = MARGIN_PIXELS + parameters.lineCut().widthPixels();
		final int x0 = (int) Math.max(0, Math.floor(left - margin));
		final int y0 = (int) Math.max(0, Math.floor(top - margin));
		final int x1 = (int) Math.min(result.movie().width(), Math.ceil(right + margin));
		final int y1 = (int) Math.min(result.movie().height(), Math.ceil(bottom + margin));
		if (x1 <= x0 || y1 <= y0) throw new InsufficientDataException("The line of rod " + rod.id() +
			" is outside the image: give its ends in pixels of the movie analysed.");
		return Region.of(x0, y0, x1 - x0, y1 - y0);
	}

	/** Capacity of every half cycle, as in Fig. 1b of the paper. */
	Figure capacities() {
		final List<CapacityPoint> points = new ArrayList<>();
		for (final HalfCycle half : result.cell().halfCycles())
			points.add(new CapacityPoint(half.cycle(), Math.abs(half.capacityMahPerG()), Math.abs(half.cRate()), half
				.direction() == HalfCycle.Direction.LITHIATION));
		return CapacityFigure.of(points);
	}

	/** Whether capacities can be shown: some half cycle has a specific capacity. */
	boolean hasCapacities() {
		return result.cell().halfCycles().stream().anyMatch(h -> !Double.isNaN(h.capacityMahPerG()));
	}
}
