package net.operando.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import net.operando.base.Progress;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.electrochem.ChargeState;
import net.operando.data.electrochem.ClockAlignment;
import net.operando.data.electrochem.CyclerRecording;
import net.operando.data.electrochem.HalfCycle;
import net.operando.data.electrochem.IntensityAlignment;
import net.operando.data.electrochem.IntensityAlignmentParameters;
import net.operando.data.electrochem.Step;
import net.operando.data.electrochem.StepParameters;
import net.operando.data.electrochem.Steps;
import net.operando.data.electrochem.Timeline;
import net.operando.data.electrochem.TimestampAlignment;
import net.operando.data.io.cycler.ElectrochemFiles;

/** The potentiostat's record on the movie's clock: steps, charge and x at every frame. Immutable. */
public final class AlignedElectrochemistry {

	/** Two computers of one laboratory agree within this; farther off, the intensity steps decide on their own. */
	private static final double CLOCKS_AGREE_SECONDS = 30;

	private final CyclerRecording recording;
	private final Steps steps;
	private final ChargeState charge;
	private final ClockAlignment alignment;
	private final Timeline timeline;

	private AlignedElectrochemistry(final CyclerRecording recording, final Steps steps, final ChargeState charge,
		final ClockAlignment alignment, final Timeline timeline)
	{
		this.recording = recording;
		this.steps = steps;
		this.charge = charge;
		this.alignment = alignment;
		this.timeline = timeline;
	}

	/**
	 * Reads the files and aligns them.
	 *
	 * @param files one file, or the folder of an experiment
	 * @param movie the movie's times
	 * @param intensity mean intensity at each frame; asked for only where the method needs it
	 * @throws net.operando.base.OperandoException if the files cannot be read, or the alignment is ambiguous
	 */
	public static AlignedElectrochemistry of(final Path files, final TimeAxis movie, final Supplier<double[]> intensity,
		final AlignmentSettings settings, final Progress progress) throws IOException
	{
		return of(ElectrochemFiles.read(files, settings.options(), progress), movie, intensity, settings, progress);
	}

	/** The same of a record that is read already. */
	static AlignedElectrochemistry of(final CyclerRecording recording, final TimeAxis movie, final Supplier<double[]> intensity,
		final AlignmentSettings settings, final Progress progress)
	{
		final Steps steps = Steps.of(recording, StepParameters.defaults());
		final ChargeState charge = ChargeState.of(recording, steps, settings.charge());
		final ClockAlignment alignment = align(recording, steps, movie, intensity, settings, progress);
		return new AlignedElectrochemistry(recording, steps, charge, alignment, Timeline.of(movie, alignment, steps, charge));
	}

	private static ClockAlignment align(final CyclerRecording recording, final Steps steps, final TimeAxis movie,
		final Supplier<double[]> intensity, final AlignmentSettings settings, final Progress progress)
	{
		switch (settings.method()) {
			case OFFSET:
				return ClockAlignment.given(settings.offsetSeconds());
			case TIMESTAMPS:
				return TimestampAlignment.of(movie, recording, settings.zone());
			default:
				IntensityAlignmentParameters parameters = IntensityAlignmentParameters.defaults();
				if (settings.offsetSeconds() != 0) parameters = parameters.withSearch(settings.offsetSeconds(),
					CLOCKS_AGREE_SECONDS);
				else if (movie.origin().isPresent() && recording.origin().isPresent()) parameters = parameters.withSearch(
					TimestampAlignment.of(movie, recording, settings.zone()).offset().value(), CLOCKS_AGREE_SECONDS);
				return IntensityAlignment.of(intensity.get(), movie, recording, steps, parameters, progress);
		}
	}

	public CyclerRecording recording() {
		return recording;
	}

	public Steps steps() {
		return steps;
	}

	public ChargeState charge() {
		return charge;
	}

	public ClockAlignment alignment() {
		return alignment;
	}

	/** Voltage, current, charge and x at every frame. */
	public Timeline timeline() {
		return timeline;
	}

	/** The half cycles of the whole recording, within the movie or not. */
	public List<HalfCycle> halfCycles() {
		return HalfCycle.of(steps, charge);
	}

	/** Start of a step on the movie's clock, in s. */
	public double startSeconds(final Step step) {
		return alignment.movieSeconds(step.startSeconds());
	}

	/** End of a step on the movie's clock, in s. */
	public double endSeconds(final Step step) {
		return alignment.movieSeconds(step.endSeconds());
	}

	/** Times of the recording's samples on the movie's clock, in s. */
	public double[] movieSeconds() {
		final double[] t = recording.timeSeconds();
		for (int i = 0; i < t.length; i++)
			t[i] = alignment.movieSeconds(t[i]);
		return t;
	}

	private boolean overlaps() {
		for (int f = 0; f < timeline.size(); f++)
			if (!Double.isNaN(timeline.voltageVolts(f))) return true;
		return false;
	}

	/** Sentences every result must repeat, each once. */
	public List<String> warnings() {
		final Set<String> all = new LinkedHashSet<>(recording.warnings());
		all.addAll(charge.warnings());
		all.addAll(alignment.warnings());
		if (!overlaps()) all.add("No frame of the movie lies within the electrochemistry's record, so no frame has a voltage: check the offset.");
		return new ArrayList<>(all);
	}
}
